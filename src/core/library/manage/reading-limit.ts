// Limits how much one person has read at a time, because slow pages and large files keep others waiting.
import { LRUCache } from 'lru-cache';
import pLimit, { type LimitFunction } from 'p-limit';
import { abortable } from '../../async/abort.js';

/** Links, files and feeds that one person has read at a time. More wait their turn. */
const READS_PER_PERSON = 2;
const MAX_PEOPLE = 10_000;

/**
 * Runs `read` when it is the person's turn. Work without a person doesn't wait.
 * @throws the signal's reason, also while it waits; what `read` throws
 */
export type ReadingLimit = <T>(
  userId: string | undefined,
  signal: AbortSignal | undefined,
  read: () => Promise<T>,
) => Promise<T>;

export function createReadingLimit(): ReadingLimit {
  const limits = new LRUCache<string, LimitFunction>({ max: MAX_PEOPLE });
  return async (userId, signal, read) => {
    if (userId === undefined) return await read();
    const limit = limits.get(userId) ?? pLimit(READS_PER_PERSON);
    limits.set(userId, limit);
    const reading = limit(async () => {
      signal?.throwIfAborted();
      return await read();
    });
    return await abortable(reading, signal);
  };
}
