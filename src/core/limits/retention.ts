// Deletes old answers, cached answers and usage entries, at each start and once a day.
import { explainError } from '../errors.js';
import type { Clock } from '../ports.js';
import type { Pruner } from '../store-ports.js';

/** How many days each kind of data is kept. */
export interface Retention {
  /** Answers. Once deleted, their buttons no longer work, and nobody can ask a follow-up. */
  readonly answerDays: number;
  /** Cached answers. */
  readonly cacheDays: number;
  /** The usage ledger. At least 1, because budgets are computed from today's entries. */
  readonly usageDays: number;
}

/** Default retention. */
export const RETENTION = { answerDays: 90, cacheDays: 30, usageDays: 90 } as const satisfies Retention;

const DAY_MS = 24 * 60 * 60 * 1_000;

/**
 * Prunes now and once a day. If pruning fails, it warns and tries again the next day.
 * @returns a function that stops the schedule, and a prune that is running. Safe to call twice, never rejects
 */
export function startPruning(
  { answerDays, cacheDays, usageDays }: Retention,
  parts: {
    readonly store: Pruner;
    readonly clock: Clock;
    readonly onWarning?: ((warning: string) => void) | undefined;
  },
): () => Promise<void> {
  const { store, clock, onWarning } = parts;
  const daysAgo = (days: number) => new Date(clock.now().getTime() - days * DAY_MS).toISOString();
  const stopping = new AbortController();
  async function prune(): Promise<void> {
    const times = { answers: daysAgo(answerDays), cache: daysAgo(cacheDays), usage: daysAgo(usageDays) };
    try {
      await store.prune(times, stopping.signal);
    } catch (error) {
      if (!stopping.signal.aborted) onWarning?.(`Couldn't delete old answers: ${explainError(error)}`);
    }
  }
  let running = prune();
  const timer = setInterval(() => {
    running = prune();
  }, DAY_MS);
  timer.unref();
  return async () => {
    clearInterval(timer);
    stopping.abort();
    await running;
  };
}
