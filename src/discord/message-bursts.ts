// Joins messages that one person sends in quick succession, because people often split a question over several.
import { setTimeout } from 'node:timers/promises';
import type { Message } from 'discord.js';

/** However many messages follow, the first one doesn't wait longer than this many pauses. */
const MAX_PAUSES = 5;
/** Later messages start a new burst. */
const MAX_MESSAGES = 10;

export interface MessageBursts {
  /**
   * Adds the message to the burst that is still open.
   * @returns true if it was added, so that nothing else has to be done; false if it opens a new burst
   */
  add(message: Message): boolean;
  /**
   * Waits until the person pauses, and closes the burst that this message opened.
   * @returns its messages, in order
   * @throws the signal's reason
   */
  finish(first: Message, signal: AbortSignal): Promise<readonly Message[]>;
}

/** @param pauseMs a burst ends when no message arrives for this long */
export function createMessageBursts(pauseMs: number): MessageBursts {
  const open = new Map<string, Message[]>();
  const keyOf = ({ channelId, author }: Message) => `${channelId}:${author.id}`;
  return {
    add(message) {
      const messages = open.get(keyOf(message));
      if (messages && messages.length < MAX_MESSAGES) {
        messages.push(message);
        return true;
      }
      open.set(keyOf(message), [message]);
      return false;
    },

    async finish(first, signal) {
      const key = keyOf(first);
      const messages = open.get(key) ?? [first];
      try {
        for (let pauses = 0, count = 0; pauses < MAX_PAUSES && count !== messages.length; pauses += 1) {
          count = messages.length;
          await setTimeout(pauseMs, undefined, { signal });
        }
      } finally {
        if (open.get(key) === messages) open.delete(key);
      }
      return messages;
    },
  };
}
