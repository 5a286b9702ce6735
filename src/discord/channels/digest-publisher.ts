// Posts digests in their channels, and tells the people who added them if that isn't possible any more.
import type { Client } from 'discord.js';
import type { Digest } from '../../core/digest/digest.js';
import type { DigestPublisher, Published } from '../../core/digest/ports.js';
import { AppError } from '../../core/errors.js';
import type { Logger } from '../../log.js';
import { customIdsOf } from '../message-parts.js';
import { renderDigest, renderPausedNotice } from '../render/digest/digest.js';
import { isClosedThread, isInaccessible, isOutOfReach } from '../reply/retry.js';
import { digestText } from '../text/digest.js';
import { findTextChannel } from './find-channel.js';
import { postToChannel } from './post-to-channel.js';

/** Messages that are searched for a digest: Discord returns at most 100 at once. */
const SEARCHED_MESSAGES = 100;

export function createDigestPublisher(client: Client, log: Logger): DigestPublisher {
  return {
    async publish(digest, content, nonce) {
      const { channelId } = digest;
      const guildId = guildOf(digest);
      // In an outage, channels and permissions aren't known. It is tried again later.
      if (client.guilds.cache.get(guildId)?.available === false)
        throw new Error('Discord says that the server is unavailable.');
      try {
        const target = { channelId, guildId, nonce };
        return { kind: 'posted', url: await postToChannel(client, renderDigest(digest, content), target) };
      } catch (error) {
        const refused = explainRefusal(error);
        if (!refused) throw error;
        return refused;
      }
    },

    async findPosted({ channelId, ...digest }, answerId) {
      try {
        const channel = await findTextChannel(client, channelId, guildOf(digest));
        const recent = await channel.messages.fetch({ limit: SEARCHED_MESSAGES, cache: false });
        const found = recent.find(
          (message) =>
            message.author.id === client.user?.id &&
            customIdsOf(message).some((customId) => customId.includes(answerId)),
        );
        return found ? { url: found.url } : 'missing';
      } catch (error) {
        if (isInaccessible(error) || error instanceof AppError) return 'unknown';
        throw error;
      }
    },

    async tellPaused(digest, problem) {
      const { createdBy, id } = digest;
      if (createdBy === undefined) return;
      try {
        const server = client.guilds.cache.get(guildOf(digest))?.name;
        const [notice] = renderPausedNotice(digest, { problem, server });
        await client.users.send(createdBy, notice);
      } catch (error) {
        // They may not accept direct messages. The list of digests says it too.
        if (isInaccessible(error)) log.info({ digest: id, reason: String(error) }, 'manager unreachable');
        else log.warn({ digest: id, err: error }, 'manager not told that a digest is paused');
      }
    },
  };
}

/** What a person has to change before it can be posted. Undefined: it may work the next time. */
function explainRefusal(error: unknown): Published | undefined {
  const { gone, closed, mayNotWrite } = digestText.problems;
  const code = error instanceof AppError ? error.code : undefined;
  if (code === 'discord/channel-gone' || isOutOfReach(error)) return { kind: 'refused', problem: gone };
  if (isClosedThread(error)) return { kind: 'refused', problem: closed };
  if (code === 'discord/cannot-post' || isInaccessible(error))
    return { kind: 'refused', problem: mayNotWrite };
  return undefined;
}

function guildOf({ library }: Pick<Digest, 'library'>): string {
  return library.slice('guild:'.length);
}
