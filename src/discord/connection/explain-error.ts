// What went wrong between us and Discord, for whoever runs the bot: in words, with what to do.
import {
  DiscordAPIError,
  DiscordjsError,
  DiscordjsErrorCodes,
  HTTPError,
  RESTJSONErrorCodes,
} from 'discord.js';
import { AppError } from '../../core/errors.js';

/** Of Node.js and of undici, which discord.js asks through. */
const NETWORK_CODE = /^(?:E[A-Z_]+|UND_ERR)/;

/**
 * @param guildId the server that was asked about, if it was one
 * @returns an AppError `discord/bad-token`, `discord/not-in-server` or `discord/unreachable`; else the error as it is
 */
export function explainDiscordError(error: unknown, guildId?: string): unknown {
  const isToken = error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid;
  if (isToken || (error instanceof DiscordAPIError && error.status === 401)) {
    return new AppError({
      code: 'discord/bad-token',
      message: 'Discord does not accept DISCORD_TOKEN.',
      advice: 'Copy the token anew from the Bot page of your application; README.md walks through it.',
      cause: error,
    });
  }
  if (guildId !== undefined && isNoSuchServer(error)) {
    return new AppError({
      code: 'discord/not-in-server',
      message: `The bot is not in the server ${guildId}, or may not have commands there.`,
      advice: 'Check DISCORD_GUILD_ID, and invite the bot by the link that npm run doctor prints.',
      cause: error,
    });
  }
  const reason = describeNetworkError(error);
  if (reason === undefined) return error;
  return new AppError({
    code: 'discord/unreachable',
    message: `Discord cannot be reached (${reason}).`,
    advice: 'Check the network, and DISCORD_API_URL if you set it.',
    cause: error,
  });
}

function isNoSuchServer(error: unknown): boolean {
  return (
    error instanceof DiscordAPIError &&
    (error.code === RESTJSONErrorCodes.MissingAccess || error.code === RESTJSONErrorCodes.UnknownGuild)
  );
}

/** Why a request did not get through, in a few words; undefined where it did, or where it was no request. */
export function describeNetworkError(error: unknown): string | undefined {
  if (error instanceof HTTPError) return `HTTP ${error.status}`;
  if (!(error instanceof Error)) return undefined;
  // A request that took longer than discord.js waits.
  if (error.name === 'AbortError') return 'no answer in time';
  const { code } = error as NodeJS.ErrnoException;
  return typeof code === 'string' && NETWORK_CODE.test(code) ? code : undefined;
}
