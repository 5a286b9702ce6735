// Computes permissions from roles and channel overwrites.
// https://docs.discord.com/developers/topics/permissions
import { PermissionFlagsBits as Can, ChannelType, OverwriteType } from 'discord-api-types/v10';
import { discordErrors } from '../validation/discord-error.js';
import type { Channel, Guild } from './types.js';
import type { World } from './world.js';

const ALL_PERMISSIONS = Object.values(Can).reduce((sum, bit) => sum | bit, 0n);

/** Permissions in direct and group messages. */
const PRIVATE_CHANNEL_PERMISSIONS =
  Can.ViewChannel |
  Can.SendMessages |
  Can.ReadMessageHistory |
  Can.EmbedLinks |
  Can.AttachFiles |
  Can.AddReactions |
  Can.UseExternalEmojis |
  Can.UseApplicationCommands |
  Can.MentionEveryone;

/** A user's permissions in a channel, as Discord's bit set; 0 if they can't see it. */
export function permissionsIn(world: World, userId: string, channel: Channel): bigint {
  const guild = world.guilds.get(channel.guildId ?? '');
  if (!guild) return channel.people.has(userId) ? PRIVATE_CHANNEL_PERMISSIONS : 0n;
  const base = permissionsInGuild(guild, userId);
  if (base === 0n || base === ALL_PERMISSIONS) return base;

  const { overwrites } = world.channels.get(channel.parentId ?? '') ?? channel;
  const roleIds = guild.members.get(userId) ?? [];
  const apply = (permissions: bigint, applied: Channel['overwrites']) => {
    const deny = applied.reduce((sum, overwrite) => sum | BigInt(overwrite.deny), 0n);
    const allow = applied.reduce((sum, overwrite) => sum | BigInt(overwrite.allow), 0n);
    return (permissions & ~deny) | allow;
  };
  let permissions = apply(
    base,
    overwrites.filter(({ id }) => id === guild.id),
  );
  const isOfRole = ({ id, type }: Channel['overwrites'][number]) =>
    type === OverwriteType.Role && roleIds.includes(id);
  permissions = apply(permissions, overwrites.filter(isOfRole));
  permissions = apply(
    permissions,
    overwrites.filter(({ id }) => id === userId),
  );

  if ((permissions & Can.ViewChannel) === 0n) return 0n;
  const isHidden =
    channel.type === ChannelType.PrivateThread &&
    !channel.people.has(userId) &&
    (permissions & Can.ManageThreads) === 0n;
  return isHidden ? 0n : permissions;
}

/** A member's permissions in the server, without channel overwrites; 0 for non-members. */
export function permissionsInGuild(guild: Guild, userId: string): bigint {
  const roleIds = guild.members.get(userId);
  if (!roleIds) return 0n;
  if (guild.ownerId === userId) return ALL_PERMISSIONS;
  const roles = guild.roles.filter(({ id }) => id === guild.id || roleIds.includes(id));
  const permissions = roles.reduce((sum, role) => sum | BigInt(role.permissions), 0n);
  return permissions & Can.Administrator ? ALL_PERMISSIONS : permissions;
}

export function canView(world: World, userId: string, channel: Channel): boolean {
  return (permissionsIn(world, userId, channel) & Can.ViewChannel) !== 0n;
}

export function canSend(world: World, userId: string, channel: Channel): boolean {
  const permissions = permissionsIn(world, userId, channel);
  return (permissions & Can.ViewChannel) !== 0n && (permissions & sendPermissionFor(channel)) !== 0n;
}

/**
 * Finds a channel that the bot can see and has the `needed` permissions in.
 * @throws DiscordError 10003 unknown channel, 50001 the bot can't see it, 50013 a permission is missing
 */
export function requireChannel(world: World, channelId: string, needed = 0n): Channel {
  const channel = world.channels.get(channelId);
  if (!channel) throw discordErrors.unknownChannel();
  const permissions = permissionsIn(world, world.bot.id, channel);
  if ((permissions & Can.ViewChannel) === 0n) throw discordErrors.missingAccess();
  if ((permissions & needed) !== needed) throw discordErrors.missingPermissions();
  return channel;
}

/** The permission needed to send messages in this kind of channel. */
export function sendPermissionFor(channel: Channel): bigint {
  const isThread = channel.type === ChannelType.PublicThread || channel.type === ChannelType.PrivateThread;
  return isThread ? Can.SendMessagesInThreads : Can.SendMessages;
}
