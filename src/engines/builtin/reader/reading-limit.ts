// Limits how long a question waits for the reader. Under load, the ranker's answer is better than a late one.

/** Expected time of a reading before the first one. */
const FIRST_GUESS_MS = 100;
/** How much the latest reading counts in the running average. */
const LATEST_WEIGHT = 0.2;

/** Options for {@link createReadingLimit}. */
export interface ReadingLimitOptions {
  /** Longest time from the question to the end of its reading, in milliseconds. */
  readonly limitMs: number;
  /** The current time in milliseconds. */
  readonly now: () => number;
  /** A signal that aborts after this many milliseconds. */
  readonly timeout: (ms: number) => AbortSignal;
}

export interface ReadingLimit {
  /**
   * Runs the reading, unless others are running and it would end too late.
   * @param read stops if its signal is aborted
   * @returns undefined if there was no time
   * @throws whatever `read` throws before the time is over
   */
  run<T>(read: (signal: AbortSignal) => Promise<T>): Promise<T | undefined>;
}

/** Readings run one after the other, so each waits for those before it. */
export function createReadingLimit({ limitMs, now, timeout }: ReadingLimitOptions): ReadingLimit {
  let expectedMs = FIRST_GUESS_MS;
  let active = 0;
  return {
    async run(read) {
      if (active > 0 && (active + 1) * expectedMs > limitMs) return undefined;
      const signal = timeout(limitMs);
      const startedAt = now();
      const isAlone = active === 0;
      active += 1;
      try {
        const result = await read(signal);
        // With others before it, its time is mostly theirs.
        if (isAlone) expectedMs += LATEST_WEIGHT * (now() - startedAt - expectedMs);
        return result;
      } catch (error) {
        if (!signal.aborted) throw error;
        expectedMs += LATEST_WEIGHT * (limitMs - expectedMs);
        return undefined;
      } finally {
        active -= 1;
      }
    },
  };
}
