// Checks the bot's setup on Discord for `doctor`: token, install link, intents, servers and commands.
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
import { doctorText } from './text.js';

/** The result of one check. */
export interface Check {
  readonly name: string;
  readonly ok: boolean;
  /** The present state, or what is wrong. */
  readonly detail: string;
  /** What to do if it isn't ok. */
  readonly advice?: string | undefined;
}

/** Everything the bot uses in a server. */
const PERMISSIONS =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.SendMessagesInThreads |
  PermissionFlagsBits.ReadMessageHistory;

/** The link that adds the bot to a server, with the scopes and permissions it needs. */
function inviteLink(applicationId: string): string {
  const query = new URLSearchParams({
    client_id: applicationId,
    scope: `${OAuth2Scopes.Bot} ${OAuth2Scopes.ApplicationsCommands}`,
    permissions: String(PERMISSIONS),
  });
  return `https://discord.com/oauth2/authorize?${query}`;
}

/** Sends a few requests to Discord's REST API. A failed request is a failed check. @throws only the signal's reason */
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
      { name: 'token', ok: true, detail: doctorText.token(me.username) },
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

function checkInstall({ id, name, install_params: params }: APIApplication): Check {
  const link = inviteLink(id);
  const passed = { name: 'application', ok: true, detail: doctorText.install(name, link) };
  if (params === undefined) return passed;
  const missing = new PermissionsBitField(PERMISSIONS)
    .remove(BigInt(params.permissions))
    .toArray()
    .map((permission) => permission.replace(/(?<=[a-z])(?=[A-Z])/g, ' '));
  const scopes = [OAuth2Scopes.Bot, OAuth2Scopes.ApplicationsCommands].filter(
    (scope) => !params.scopes.includes(scope),
  );
  if (missing.length + scopes.length === 0) return passed;
  return {
    name: 'application',
    ok: false,
    detail: doctorText.installLacks(name, [...scopes, ...missing]),
    advice: doctorText.installAdvice(link),
  };
}

function checkIntents({ flags }: APIApplication): Check {
  const enabled = new ApplicationFlagsBitField(flags as ApplicationFlags);
  const unneeded = ['MessageContent', 'GuildMembers', 'Presence'].filter((name) =>
    enabled.toArray().some((flag) => flag.includes(`Gateway${name}`)),
  );
  return { name: 'intents', ok: true, detail: doctorText.intents(unneeded) };
}

function checkGuilds(
  guilds: readonly RESTAPIPartialCurrentUserGuild[],
  guildId: string | undefined,
  applicationId: string,
): Check {
  const isMember = guildId === undefined ? guilds.length > 0 : guilds.some(({ id }) => id === guildId);
  if (isMember) return { name: 'servers', ok: true, detail: doctorText.servers(guilds.length) };
  return {
    name: 'servers',
    ok: false,
    detail: guildId === undefined ? doctorText.noServer : doctorText.notInServer(guildId),
    advice: doctorText.serverAdvice(inviteLink(applicationId)),
  };
}

function checkCommands(registered: readonly APIApplicationCommand[], commands: readonly Command[]): Check {
  const names = new Set(registered.map(({ name }) => name));
  const missing = commands.map(({ data }) => data.name).filter((name) => !names.has(name));
  if (missing.length === 0)
    return { name: 'commands', ok: true, detail: doctorText.commands(registered.length) };
  return {
    name: 'commands',
    ok: false,
    detail: doctorText.commandsMissing(missing),
    advice: doctorText.commandsAdvice,
  };
}

function explain(name: string, error: unknown, guildId?: string): Check {
  const explained = explainDiscordError(error, guildId);
  const base = { name, ok: false };
  if (explained instanceof AppError) return { ...base, detail: explained.message, advice: explained.advice };
  return {
    ...base,
    detail: doctorText.failed(error instanceof Error ? error.message : String(error)),
    advice: doctorText.failedAdvice,
  };
}
