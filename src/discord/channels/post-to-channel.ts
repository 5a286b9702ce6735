// Posts a message to a channel that isn't the one of the request.
import type { Client, GuildTextBasedChannel } from 'discord.js';
import type { View } from '../render/message.js';
import { userErrors } from '../text/errors.js';
import { findMember, findTextChannel, mayWrite } from './find-channel.js';

/** Where to post, and for whom. */
export interface PostTarget {
  readonly channelId: string;
  /** The channel must belong to this server. */
  readonly guildId: string;
  /** This person must be allowed to write there too. Unset: only the bot must. */
  readonly userId?: string | undefined;
  /** Two posts with the same nonce within a few minutes become one message. At most 24 characters. */
  readonly nonce?: string | undefined;
}

/**
 * Posts to a channel, with all mentions off.
 * @returns the address of the first message
 * @throws AppError as {@link requirePostable}
 */
export async function postToChannel(client: Client, view: View, target: PostTarget): Promise<string> {
  const channel = await requirePostable(client, target);
  const urls: string[] = [];
  for (const [index, payload] of view.entries()) {
    const once = target.nonce === undefined ? {} : { nonce: `${target.nonce}${index}`, enforceNonce: true };
    urls.push((await channel.send({ ...payload, ...once })).url);
  }
  return urls[0] ?? channel.url;
}

/**
 * The channel, if the bot and the person may write there.
 * @throws AppError `discord/channel-gone`, `discord/cannot-post`, `discord/may-not-post`
 */
export async function requirePostable(
  client: Client,
  { channelId, guildId, userId }: PostTarget,
): Promise<GuildTextBasedChannel> {
  const channel = await findTextChannel(client, channelId, guildId);
  const { me } = channel.guild.members;
  if (!me || !mayWrite(channel, me.id)) throw userErrors.cannotPost(channel.id);
  if (userId === undefined) return channel;
  const member = await findMember(channel, userId);
  if (!member || !mayWrite(channel, member.id)) throw userErrors.mayNotPost(channel.id);
  return channel;
}
