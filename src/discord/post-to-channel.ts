// Posts a message to a channel that isn't the one of the request.
import { type Channel, type Client, type GuildTextBasedChannel, PermissionFlagsBits } from 'discord.js';
import type { View } from './render/message.js';
import { isInaccessible } from './reply/retry.js';
import { userErrors } from './text/errors.js';

/** Where to post, and for whom. */
export interface PostTarget {
  readonly channelId: string;
  /** The channel must belong to this server. */
  readonly guildId: string;
  /** This person must be allowed to write there too. Unset: only the bot must. */
  readonly userId?: string | undefined;
  /** Two posts with the same nonce within a few minutes become one message. At most 25 characters. */
  readonly nonce?: string | undefined;
}

/**
 * Posts to a channel, with all mentions off.
 * @returns the address of the first message
 * @throws AppError `discord/channel-gone`, `discord/cannot-post`, `discord/may-not-post`
 */
export async function postToChannel(client: Client<true>, view: View, target: PostTarget): Promise<string> {
  const channel = await findChannel(client, target);
  const { me } = channel.guild.members;
  if (!me || !mayWrite(channel, me.id)) throw userErrors.cannotPost(channel.id);
  if (target.userId !== undefined && !(await mayPersonWrite(channel, target.userId)))
    throw userErrors.mayNotPost(channel.id);
  const urls: string[] = [];
  for (const [index, payload] of view.entries()) {
    const once = target.nonce === undefined ? {} : { nonce: `${target.nonce}${index}`, enforceNonce: true };
    urls.push((await channel.send({ ...payload, ...once })).url);
  }
  return urls[0] ?? channel.url;
}

/** Posts for a person, in a channel of the server where they asked for it. */
export function createPoster(
  client: Client<true>,
  { guildId, userId }: { readonly guildId: string | null; readonly userId: string },
): (channelId: string, view: View) => Promise<string> {
  return async (channelId, view) => {
    if (guildId === null) throw userErrors.onlyInServers();
    return await postToChannel(client, view, { channelId, guildId, userId });
  };
}

async function findChannel(client: Client<true>, target: PostTarget): Promise<GuildTextBasedChannel> {
  const channel = await client.channels.fetch(target.channelId).catch((error: unknown): Channel | null => {
    if (isInaccessible(error)) return null;
    throw error;
  });
  if (!channel || channel.isDMBased() || !channel.isTextBased() || channel.guildId !== target.guildId)
    throw userErrors.channelGone();
  return channel;
}

async function mayPersonWrite(channel: GuildTextBasedChannel, userId: string): Promise<boolean> {
  // Without the member, only the roles of everyone would count.
  const member = await channel.guild.members.fetch(userId).catch(() => undefined);
  return member !== undefined && mayWrite(channel, member.id);
}

function mayWrite(channel: GuildTextBasedChannel, memberId: string): boolean {
  const { ViewChannel, SendMessages, SendMessagesInThreads } = PermissionFlagsBits;
  const write = channel.isThread() ? SendMessagesInThreads : SendMessages;
  return channel.permissionsFor(memberId)?.has([ViewChannel, write]) ?? false;
}
