// Registers the commands with Discord if ours or Discord's copy changed since the last time.
import { createHash } from 'node:crypto';
import { type APIApplicationCommand, DiscordAPIError, REST, Routes } from 'discord.js';
import type { SettingStore } from '../../core/store-ports.js';
import type { Command } from '../command.js';
import { explainDiscordError } from './explain-error.js';
import { connectionErrors } from './text.js';

export interface RegisterOptions {
  readonly token: string;
  /** Another Discord-compatible API. Default: Discord's. */
  readonly apiUrl?: string | undefined;
  readonly applicationId: string;
  /** Only in this server. Default: everywhere. */
  readonly guildId?: string | undefined;
  readonly commands: readonly Command[];
  readonly settings: SettingStore;
  readonly signal?: AbortSignal | undefined;
}

/**
 * @throws AppError `discord/bad-token`, `discord/not-in-server`, `discord/unreachable`, `discord/commands-refused`
 */
export async function registerCommands(options: RegisterOptions): Promise<'registered' | 'unchanged'> {
  const { token, apiUrl, applicationId, guildId, commands, settings, signal } = options;
  const rest = new REST(apiUrl === undefined ? {} : { api: apiUrl }).setToken(token);
  const route =
    guildId === undefined
      ? Routes.applicationCommands(applicationId)
      : Routes.applicationGuildCommands(applicationId, guildId);
  const request = signal === undefined ? {} : { signal };
  const body = commands.map(({ data }) => data);
  const key = `commands:${route}`;
  try {
    const current = (await rest.get(route, request)) as readonly APIApplicationCommand[];
    if (settings.getSetting(key) === digest(body, current)) return 'unchanged';
    const registered = (await rest.put(route, { ...request, body })) as readonly APIApplicationCommand[];
    settings.putSetting(key, digest(body, registered));
    return 'registered';
  } catch (error) {
    signal?.throwIfAborted();
    throw explainRefusal(explainDiscordError(error, guildId));
  }
}

/** @returns an AppError if Discord refused the commands; otherwise the error itself */
function explainRefusal(error: unknown): unknown {
  if (!(error instanceof DiscordAPIError)) return error;
  const [reason = ''] = error.message.split('\n', 1);
  if (error.status === 403) return connectionErrors.commandsForbidden(reason, error);
  if (error.status === 400) return connectionErrors.commandsInvalid(reason, error);
  return error;
}

/** Looks up the application that a token belongs to. @throws AppError `discord/bad-token`, `discord/unreachable` */
export async function applicationIdOf(token: string, apiUrl: string | undefined, signal: AbortSignal) {
  const rest = new REST(apiUrl === undefined ? {} : { api: apiUrl }).setToken(token);
  try {
    const { id } = (await rest.get(Routes.currentApplication(), { signal })) as { readonly id: string };
    return id;
  } catch (error) {
    signal.throwIfAborted();
    throw explainDiscordError(error);
  }
}

/** Discord changes a command's version whenever the command changes: https://docs.discord.com/developers/interactions/application-commands */
function digest(ours: unknown, theirs: readonly APIApplicationCommand[]): string {
  const versions = theirs.map(({ id, version }) => `${id}:${version}`).sort();
  return createHash('sha256')
    .update(JSON.stringify([ours, versions]))
    .digest('hex');
}
