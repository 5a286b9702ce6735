// Turns errors of discord.js into errors that tell the operator what to do.
import {
  DiscordAPIError,
  DiscordjsError,
  DiscordjsErrorCodes,
  HTTPError,
  RESTJSONErrorCodes,
} from 'discord.js';
import { connectionErrors } from './text.js';

/** Error codes of Node.js and of undici, discord.js's HTTP client. */
const NETWORK_CODE = /^(?:E[A-Z_]+|UND_ERR)/;

/**
 * @param guildId the server that the request was about, if any
 * @returns an AppError `discord/bad-token`, `discord/not-in-server` or `discord/unreachable`, or the error itself
 */
export function explainDiscordError(error: unknown, guildId?: string): unknown {
  const isToken = error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid;
  if (isToken || (error instanceof DiscordAPIError && error.status === 401)) {
    return connectionErrors.badToken(error);
  }
  if (guildId !== undefined && isNoSuchServer(error)) {
    return connectionErrors.notInServer(guildId, error);
  }
  const reason = describeNetworkError(error);
  return reason === undefined ? error : connectionErrors.unreachable(reason, error);
}

function isNoSuchServer(error: unknown): boolean {
  return (
    error instanceof DiscordAPIError &&
    (error.code === RESTJSONErrorCodes.MissingAccess || error.code === RESTJSONErrorCodes.UnknownGuild)
  );
}

/** The reason of a network or server failure in a few words, or undefined for any other error. */
export function describeNetworkError(error: unknown): string | undefined {
  if (error instanceof HTTPError) return `HTTP ${error.status}`;
  if (!(error instanceof Error)) return undefined;
  // discord.js aborts requests that take too long.
  if (error.name === 'AbortError') return 'no response in time';
  const { code } = error as NodeJS.ErrnoException;
  return typeof code === 'string' && NETWORK_CODE.test(code) ? code : undefined;
}
