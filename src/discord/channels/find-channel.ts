// Finds channels of a server, and what people may do in them.
import {
  type Channel,
  ChannelType,
  type Client,
  type GuildBasedChannel,
  type GuildMember,
  type GuildTextBasedChannel,
  PermissionFlagsBits,
} from 'discord.js';
import { isInaccessible } from '../reply/retry.js';
import { userErrors } from '../text/errors.js';

/** A channel or thread of this server. Undefined if it isn't there, or the bot can't see it. */
export async function findGuildChannel(
  client: Client,
  channelId: string,
  guildId: string,
): Promise<GuildBasedChannel | undefined> {
  const channel = await client.channels.fetch(channelId).catch((error: unknown): Channel | null => {
    if (isInaccessible(error)) return null;
    throw error;
  });
  return channel && !channel.isDMBased() && channel.guildId === guildId ? channel : undefined;
}

/** @throws AppError `discord/channel-gone` */
export async function findTextChannel(
  client: Client,
  channelId: string,
  guildId: string,
): Promise<GuildTextBasedChannel> {
  const channel = await findGuildChannel(client, channelId, guildId);
  if (!channel?.isTextBased()) throw userErrors.channelGone();
  return channel;
}

/** Undefined if the person isn't in the server. Without the member, only the roles of everyone would count. */
export async function findMember(
  { guild }: GuildBasedChannel,
  userId: string,
): Promise<GuildMember | undefined> {
  return await guild.members.fetch(userId).catch(() => undefined);
}

export function mayWrite(channel: GuildTextBasedChannel, memberId: string): boolean {
  const { ViewChannel, SendMessages, SendMessagesInThreads } = PermissionFlagsBits;
  const write = channel.isThread() ? SendMessagesInThreads : SendMessages;
  return channel.permissionsFor(memberId)?.has([ViewChannel, write]) ?? false;
}

/** Whether a member may read what was said there. A private thread is only for its members and for moderators. */
export async function mayRead(channel: GuildBasedChannel, member: GuildMember): Promise<boolean> {
  const { ViewChannel, ReadMessageHistory, ManageThreads } = PermissionFlagsBits;
  const permissions = channel.permissionsFor(member);
  if (!permissions.has([ViewChannel, ReadMessageHistory])) return false;
  if (channel.type !== ChannelType.PrivateThread || permissions.has(ManageThreads)) return true;
  return (await channel.members.fetch(member.id).catch(() => undefined)) !== undefined;
}
