// Builds servers, channels, roles and members from a seed.
import {
  type APIOverwrite,
  type APIRole,
  type APIUser,
  PermissionFlagsBits as Can,
  ChannelType,
  OverwriteType,
  type RoleFlags,
  type UserFlags,
} from 'discord-api-types/v10';
import type { SeedChannel, SeedGuild, SeedUser, WorldSeed } from './seed.js';
import type { Channel, Guild, PopulatedWorld } from './types.js';

const NO_FLAGS = { public_flags: 0 as UserFlags, flags: 0 as UserFlags };

const EVERYONE_PERMISSIONS =
  Can.ViewChannel |
  Can.SendMessages |
  Can.SendMessagesInThreads |
  Can.ReadMessageHistory |
  Can.EmbedLinks |
  Can.AttachFiles |
  Can.AddReactions |
  Can.UseApplicationCommands |
  Can.CreatePublicThreads |
  Can.ChangeNickname;

/** Builds the initial world. */
export function populate(seed: WorldSeed): PopulatedWorld {
  const bot = createUser({ ...seed.application, username: seed.application.name }, true);
  const users = new Map(
    [bot, ...seed.users.map((user) => createUser(user, false))].map((user) => [user.id, user]),
  );
  const channels = [
    ...seed.guilds.flatMap((guild) => guild.channels.flatMap((channel) => createChannels(guild, channel))),
    ...seed.directs.map(({ id, userId }) => createPrivateChannel(id, ChannelType.DM, '', [userId, bot.id])),
    ...seed.groups.map(({ id, name, userIds }) =>
      createPrivateChannel(id, ChannelType.GroupDM, name, userIds),
    ),
  ];
  return {
    application: { ...seed.application },
    bot,
    users,
    guilds: new Map(seed.guilds.map((guild) => [guild.id, createGuild(guild, seed)])),
    channels: new Map(channels.map((channel) => [channel.id, channel])),
    messages: new Map(),
  };
}

/** Discord gives each bot its own role when it joins. The id is derived from the server's. */
function botRoleIdOf(guildId: string): string {
  return (BigInt(guildId) + 1n).toString();
}

function createUser(user: Pick<SeedUser, 'id' | 'username' | 'name'>, isBot: boolean): APIUser {
  return {
    id: user.id,
    username: user.username,
    discriminator: isBot ? '0001' : '0',
    global_name: isBot ? null : user.name,
    avatar: null,
    bot: isBot,
    system: false,
    primary_guild: null,
    avatar_decoration_data: null,
    collectibles: null,
    banner: null,
    accent_color: null,
    ...NO_FLAGS,
  };
}

function createGuild(guild: SeedGuild, { application }: WorldSeed): Guild {
  const botRoleId = botRoleIdOf(guild.id);
  return {
    id: guild.id,
    name: guild.name,
    ownerId: guild.ownerId,
    roles: [
      createRole(guild.id, '@everyone', EVERYONE_PERMISSIONS, 0),
      {
        ...createRole(botRoleId, application.name, EVERYONE_PERMISSIONS, 1),
        managed: true,
        tags: { bot_id: application.id },
      },
      ...(guild.roles ?? []).map(({ id, name }, index) => createRole(id, name, 0n, index + 2)),
    ],
    members: new Map<string, readonly string[]>([
      ...guild.memberIds.map((userId): [string, readonly string[]] => [userId, rolesOf(guild, userId)]),
      [application.id, [botRoleId]],
    ]),
  };
}

function rolesOf({ roles = [] }: SeedGuild, userId: string): readonly string[] {
  return roles.filter(({ memberIds }) => memberIds.includes(userId)).map(({ id }) => id);
}

function createRole(id: string, name: string, permissions: bigint, position: number): APIRole {
  return {
    ...{ id, name, position },
    permissions: permissions.toString(),
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    icon: null,
    unicode_emoji: null,
    managed: false,
    mentionable: false,
    flags: 0 as RoleFlags,
  };
}

function createChannels(guild: SeedGuild, channel: SeedChannel): Channel[] {
  const base = { guildId: guild.id, people: new Set<string>() };
  const overwrites = createOverwrites(guild.id, channel.botCannot);
  const { id, name, topic } = channel;
  return [
    { ...base, id, name, topic, overwrites, type: ChannelType.GuildText },
    ...(channel.threads ?? []).map((thread) => ({
      ...base,
      ...thread,
      type: ChannelType.PublicThread as const,
      parentId: channel.id,
      ownerId: guild.ownerId,
      overwrites: [],
      people: new Set(guild.memberIds),
    })),
  ];
}

function createOverwrites(guildId: string, botCannot: SeedChannel['botCannot']): APIOverwrite[] {
  if (!botCannot) return [];
  const deny = botCannot === 'view' ? Can.ViewChannel : Can.SendMessages | Can.SendMessagesInThreads;
  return [{ id: botRoleIdOf(guildId), type: OverwriteType.Role, allow: '0', deny: deny.toString() }];
}

function createPrivateChannel(
  id: string,
  type: ChannelType.DM | ChannelType.GroupDM,
  name: string,
  people: readonly string[],
): Channel {
  return { id, type, name, overwrites: [], people: new Set(people), ownerId: people[0] };
}
