// What a person may do in the channels of the server where they ask.
import type { Client } from 'discord.js';
import type { Invocation } from '../command.js';
import { placeOf } from '../read-interaction.js';
import { userErrors } from '../text/errors.js';
import { findGuildChannel, findMember, mayRead } from './find-channel.js';
import { postToChannel, requirePostable } from './post-to-channel.js';

export function createChannelAccess(
  client: Client,
  { guildId, userId }: { readonly guildId: string | null; readonly userId: string },
): Pick<Invocation, 'post' | 'checkPost' | 'findReadable'> {
  /** @throws AppError `discord/only-in-servers` */
  function targetOf(channelId: string) {
    if (guildId === null) throw userErrors.onlyInServers();
    return { channelId, guildId, userId };
  }

  return {
    post: async (channelId, view) => await postToChannel(client, view, targetOf(channelId)),
    async checkPost(channelId) {
      await requirePostable(client, targetOf(channelId));
    },
    async findReadable(channelId) {
      const channel = guildId === null ? undefined : await findGuildChannel(client, channelId, guildId);
      const member = channel && (await findMember(channel, userId));
      if (!channel || !member || !(await mayRead(channel, member))) return undefined;
      return placeOf({ channel: channel.isTextBased() ? channel : null, channelId });
    },
  };
}
