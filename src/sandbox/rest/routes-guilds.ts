// REST routes for servers, their channels, members and roles, and for users.
import { discordErrors } from '../validation/discord-error.js';
import { isBotIn } from '../world/bot-membership.js';
import { permissionsInGuild } from '../world/permissions.js';
import { serializeChannel, serializeGuild, serializeMember } from '../world/serialize.js';
import type { Guild } from '../world/types.js';
import type { RestRequest, Route } from './rest-api.js';

export function guildRoutes(): readonly Route[] {
  return [
    { method: 'GET', path: '/users/@me/guilds', run: listGuilds },
    { method: 'GET', path: '/users/:user', run: getUser },
    { method: 'GET', path: '/guilds/:guild', run: (call) => serializeGuild(requireGuild(call)) },
    { method: 'GET', path: '/guilds/:guild/channels', run: (call) => listChannels(call, false) },
    {
      method: 'GET',
      path: '/guilds/:guild/threads/active',
      run: (call) => ({ threads: listChannels(call, true), members: [] }),
    },
    { method: 'GET', path: '/guilds/:guild/roles', run: (call) => requireGuild(call).roles },
    { method: 'GET', path: '/guilds/:guild/roles/:role', run: getRole },
    { method: 'GET', path: '/guilds/:guild/members/:user', run: getMember },
    {
      method: 'GET',
      path: '/users/@me/guilds/:guild/member',
      run: (call) => serializeMember(call.world, requireGuild(call), call.world.bot.id),
    },
  ];
}

function listGuilds({ world }: RestRequest): unknown {
  const joined = [...world.guilds.values()].filter(({ id }) => isBotIn(world, id));
  return joined.map((guild) => ({
    id: guild.id,
    name: guild.name,
    icon: null,
    banner: null,
    owner: false,
    permissions: permissionsInGuild(guild, world.bot.id).toString(),
    features: [],
  }));
}

function getUser({ world, params }: RestRequest): unknown {
  const user = world.users.get(params['user'] ?? '');
  if (!user) throw discordErrors.unknownUser();
  return user;
}

function listChannels(call: RestRequest, areThreads: boolean): readonly object[] {
  const guild = requireGuild(call);
  return [...call.world.channels.values()]
    .filter(({ guildId, parentId }) => guildId === guild.id && (parentId !== undefined) === areThreads)
    .map((channel) => serializeChannel(call.world, channel));
}

function getRole(call: RestRequest): unknown {
  const role = requireGuild(call).roles.find(({ id }) => id === call.params['role']);
  if (!role) throw discordErrors.unknownRole();
  return role;
}

function getMember(call: RestRequest): unknown {
  const guild = requireGuild(call);
  const userId = call.params['user'] === '@me' ? call.world.bot.id : (call.params['user'] ?? '');
  if (!guild.members.has(userId)) throw discordErrors.unknownMember();
  return serializeMember(call.world, guild, userId);
}

function requireGuild({ world, params }: RestRequest): Guild {
  const guild = world.guilds.get(params['guild'] ?? '');
  if (!guild || !isBotIn(world, guild.id)) throw discordErrors.unknownGuild();
  return guild;
}
