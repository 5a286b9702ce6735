// REST routes for the application, its commands, and the gateway's URL.
import { type APIApplicationCommand, ApplicationCommandType } from 'discord-api-types/v10';
import { checkCommand, checkCommands } from '../validation/check-commands.js';
import { discordErrors, Problems } from '../validation/discord-error.js';
import { checkText, type Json } from '../validation/problems.js';
import { serializeApplication } from '../world/serialize.js';
import type { World } from '../world/world.js';
import type { RestRequest, Route } from './rest-api.js';

/** @param gatewayUrl a function, because the URL is known only once the server listens */
export function applicationRoutes(gatewayUrl: () => string): readonly Route[] {
  const global = '/applications/:application/commands';
  const inGuild = '/applications/:application/guilds/:guild/commands';
  return [
    { method: 'GET', path: '/gateway', run: () => ({ url: gatewayUrl() }) },
    {
      method: 'GET',
      path: '/gateway/bot',
      run: () => ({
        url: gatewayUrl(),
        shards: 1,
        session_start_limit: { total: 1000, remaining: 1000, reset_after: 86_400_000, max_concurrency: 1 },
      }),
    },
    {
      method: 'GET',
      path: '/users/@me',
      run: ({ world }) => ({ ...world.bot, mfa_enabled: false, locale: 'en-US' }),
    },
    { method: 'GET', path: '/applications/@me', run: ({ world }) => serializeApplication(world) },
    { method: 'GET', path: '/oauth2/applications/@me', run: ({ world }) => serializeApplication(world) },
    { method: 'PATCH', path: '/applications/@me', run: editApplication },
    ...[global, inGuild].flatMap((path): Route[] => [
      { method: 'GET', path, run: listCommands },
      { method: 'PUT', path, limit: 'commands', run: replaceCommands },
      { method: 'POST', path, limit: 'commands', run: createCommand },
      { method: 'GET', path: `${path}/:command`, run: requireCommand },
      { method: 'PATCH', path: `${path}/:command`, limit: 'commands', run: editCommand },
      { method: 'DELETE', path: `${path}/:command`, limit: 'commands', run: deleteCommand },
    ]),
  ];
}

function editApplication({ world, body }: RestRequest): unknown {
  const problems = new Problems();
  checkText(problems, ['description'], body['description'], { max: 400 });
  problems.throwIfAny();
  if (typeof body['description'] === 'string') world.application.description = body['description'];
  world.emit({ kind: 'application-changed' });
  return serializeApplication(world);
}

function listCommands({ world, params }: RestRequest): APIApplicationCommand[] {
  const guildId = requireCommandScope(world, params);
  return [...world.commands.values()].filter(({ guild_id }) => guild_id === guildId);
}

function replaceCommands(call: RestRequest): APIApplicationCommand[] {
  const { world, json } = call;
  const guildId = requireCommandScope(world, call.params);
  const before = listCommands(call);
  const commands = checkCommands(json).map((command) => {
    const existing = before.find(({ name, type }) => name === command['name'] && type === typeOf(command));
    return toCommand(world, command, guildId, existing?.id);
  });
  for (const { id } of before) world.commands.delete(id);
  for (const command of commands) world.commands.set(command.id, command);
  world.emit({ kind: 'commands-changed' });
  return commands;
}

/** Replaces an existing command with the same name and type. */
function createCommand(call: RestRequest): APIApplicationCommand {
  const { world, body } = call;
  const guildId = requireCommandScope(world, call.params);
  checkCommand(body);
  const existing = listCommands(call).find(
    ({ name, type }) => name === body['name'] && type === typeOf(body),
  );
  return putCommand(world, toCommand(world, body, guildId, existing?.id));
}

function editCommand(call: RestRequest): APIApplicationCommand {
  const { world, body } = call;
  const before = requireCommand(call);
  const edited = { ...before, ...body } as unknown as Json;
  checkCommand(edited);
  return putCommand(world, toCommand(world, edited, before.guild_id, before.id));
}

function deleteCommand(call: RestRequest): undefined {
  call.world.commands.delete(requireCommand(call).id);
  call.world.emit({ kind: 'commands-changed' });
}

function putCommand(world: World, command: APIApplicationCommand): APIApplicationCommand {
  world.commands.set(command.id, command);
  world.emit({ kind: 'commands-changed' });
  return command;
}

function requireCommand({ world, params }: RestRequest): APIApplicationCommand {
  const guildId = requireCommandScope(world, params);
  const command = world.commands.get(params['command'] ?? '');
  if (!command || command.guild_id !== guildId) throw discordErrors.unknownCommand();
  return command;
}

/** @returns the server's id, or `undefined` for global commands */
function requireCommandScope(
  world: World,
  { application, guild }: Readonly<Record<string, string>>,
): string | undefined {
  if (application !== world.application.id) throw discordErrors.missingAccess();
  if (guild !== undefined && !world.guilds.has(guild)) throw discordErrors.missingAccess();
  return guild;
}

function typeOf(command: Json): ApplicationCommandType {
  return (command['type'] as ApplicationCommandType | undefined) ?? ApplicationCommandType.ChatInput;
}

function toCommand(
  world: World,
  command: Json,
  guildId: string | undefined,
  existingId: string | undefined,
): APIApplicationCommand {
  const type = typeOf(command);
  const permissions = command['default_member_permissions'];
  return {
    id: existingId ?? world.nextId(),
    application_id: world.application.id,
    version: world.nextId(),
    type,
    name: command['name'],
    name_localizations: command['name_localizations'] ?? null,
    description: type === ApplicationCommandType.ChatInput ? command['description'] : '',
    description_localizations: command['description_localizations'] ?? null,
    ...(Array.isArray(command['options']) && { options: command['options'] }),
    default_member_permissions:
      permissions === undefined || permissions === null ? null : String(permissions),
    nsfw: command['nsfw'] ?? false,
    ...(guildId
      ? { guild_id: guildId }
      : {
          dm_permission: true,
          contexts: command['contexts'] ?? null,
          integration_types: command['integration_types'] ?? [0],
        }),
  } as APIApplicationCommand;
}
