// Whether Discord would let the bot work: token, application, install link, intents, servers, commands.
import {
  type APIApplication,
  type APIApplicationCommand,
  type APIUser,
  type ApplicationFlags,
  ApplicationFlagsBitField,
  OAuth2Scopes,
  PermissionFlagsBits,
  PermissionsBitField,
  REST,
  type RESTAPIPartialCurrentUserGuild,
  Routes,
} from 'discord.js';
import { AppError } from '../../core/errors.js';
import type { Command } from '../command.js';
import { explainDiscordError } from './explain-error.js';

/** What was found of one thing. */
export interface Check {
  readonly name: string;
  readonly ok: boolean;
  /** What it is, or what is wrong. */
  readonly detail: string;
  /** What to do where it is not ok. */
  readonly advice?: string | undefined;
}

/** All that Footnote uses in a server. */
const PERMISSIONS =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.SendMessagesInThreads |
  PermissionFlagsBits.ReadMessageHistory;

/** The link by which a server's manager adds the bot, with the scopes and permissions that it needs. */
function inviteLink(applicationId: string): string {
  const query = new URLSearchParams({
    client_id: applicationId,
    scope: `${OAuth2Scopes.Bot} ${OAuth2Scopes.ApplicationsCommands}`,
    permissions: String(PERMISSIONS),
  });
  return `https://discord.com/oauth2/authorize?${query}`;
}

/** Asks Discord's REST API; never rejects but with the signal's reason. */
export async function checkDiscord(
  { token, apiUrl, guildId }: { token: string; apiUrl?: string | undefined; guildId?: string | undefined },
  commands: readonly Command[],
  signal: AbortSignal,
): Promise<readonly Check[]> {
  const rest = new REST(apiUrl === undefined ? {} : { api: apiUrl }).setToken(token);
  const get = async <T>(route: `/${string}`) => (await rest.get(route, { signal })) as T;
  try {
    const me = await get<APIUser>(Routes.user());
    const application = await get<APIApplication>(Routes.currentApplication());
    const guilds = await get<readonly RESTAPIPartialCurrentUserGuild[]>(Routes.userGuilds());
    const route =
      guildId === undefined
        ? Routes.applicationCommands(application.id)
        : Routes.applicationGuildCommands(application.id, guildId);
    return [
      { name: 'token', ok: true, detail: `accepted; the bot is ${me.username}` },
      checkInstall(application),
      checkIntents(application),
      checkGuilds(guilds, guildId, application.id),
      await get<readonly APIApplicationCommand[]>(route).then(
        (registered) => checkCommands(registered, commands),
        (error) => explain('commands', error, guildId),
      ),
    ];
  } catch (error) {
    signal.throwIfAborted();
    return [explain('token', error)];
  }
}

function checkInstall({
  id,
  name,
  install_params: params,
  custom_install_url: custom,
}: APIApplication): Check {
  const link = inviteLink(id);
  const base = { name: 'application' };
  if (params === undefined) {
    const detail = `${name}; ${custom ? 'it has an install link of its own' : 'no install link is set'}. Invite it with ${link}`;
    return { ...base, ok: true, detail };
  }
  const missing = new PermissionsBitField(PERMISSIONS)
    .remove(BigInt(params.permissions))
    .toArray()
    .map((permission) => permission.replace(/(?<=[a-z])(?=[A-Z])/g, ' '));
  const scopes = [OAuth2Scopes.Bot, OAuth2Scopes.ApplicationsCommands].filter(
    (scope) => !params.scopes.includes(scope),
  );
  if (missing.length + scopes.length === 0)
    return { ...base, ok: true, detail: `${name}; invite it with ${link}` };
  return {
    ...base,
    ok: false,
    detail: `The install link of ${name} lacks ${[...scopes, ...missing].join(', ')}.`,
    advice: `Add them on the Installation page of the application, or invite it with ${link}`,
  };
}

function checkIntents({ flags }: APIApplication): Check {
  const given = new ApplicationFlagsBitField(flags as ApplicationFlags);
  const privileged = ['MessageContent', 'GuildMembers', 'Presence'].filter((name) =>
    given.toArray().some((flag) => flag.includes(`Gateway${name}`)),
  );
  const unused = privileged.length > 0 ? `; ${privileged.join(', ')} may be turned off` : '';
  return { name: 'intents', ok: true, detail: `none that is privileged is needed${unused}` };
}

function checkGuilds(
  guilds: readonly RESTAPIPartialCurrentUserGuild[],
  guildId: string | undefined,
  applicationId: string,
): Check {
  const detail = `in ${guilds.length} ${guilds.length === 1 ? 'server' : 'servers'}`;
  const isThere = guildId === undefined ? guilds.length > 0 : guilds.some(({ id }) => id === guildId);
  if (isThere) return { name: 'servers', ok: true, detail };
  return {
    name: 'servers',
    ok: false,
    detail:
      guildId === undefined ? 'The bot is in no server yet.' : `The bot is not in the server ${guildId}.`,
    advice: `Open ${inviteLink(applicationId)} and choose a server.`,
  };
}

function checkCommands(registered: readonly APIApplicationCommand[], commands: readonly Command[]): Check {
  const known = new Set(registered.map(({ name }) => name));
  const missing = commands.map(({ data }) => data.name).filter((name) => !known.has(name));
  if (missing.length === 0) return { name: 'commands', ok: true, detail: `${registered.length} registered` };
  return {
    name: 'commands',
    ok: false,
    detail: `Not registered: ${missing.join(', ')}.`,
    advice: 'npm run register does it; npm start does it by itself.',
  };
}

function explain(name: string, error: unknown, guildId?: string): Check {
  const explained = explainDiscordError(error, guildId);
  const base = { name, ok: false };
  if (explained instanceof AppError) return { ...base, detail: explained.message, advice: explained.advice };
  return {
    ...base,
    detail: `Discord could not be asked (${error instanceof Error ? error.message : String(error)}).`,
    advice: 'Check the network, and DISCORD_API_URL and DISCORD_GUILD_ID if you set them.',
  };
}
