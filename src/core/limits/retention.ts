// How long what people asked is kept: what is older goes at each start and once a day.
import { explainError } from '../errors.js';
import type { Clock, Pruner } from '../ports.js';

/** Ages in days, after which things go. */
export interface Retention {
  /** Answers that were given: afterwards nothing can be looked up below them, and no question follow up on them. */
  readonly answerDays: number;
  /** Answers that may be given again. */
  readonly cacheDays: number;
  /** The ledger; from 1, since budgets count today's. */
  readonly usageDays: number;
}

export const RETENTION = { answerDays: 90, cacheDays: 30, usageDays: 90 } as const satisfies Retention;

const DAY_MS = 24 * 60 * 60 * 1_000;

/**
 * Prunes now and once a day. It never throws: a store that is busy for the moment is pruned a day later.
 * @returns ends it; safe to call twice
 */
export function startPruning(
  { answerDays, cacheDays, usageDays }: Retention,
  parts: {
    readonly store: Pruner;
    readonly clock: Clock;
    readonly onWarning?: ((warning: string) => void) | undefined;
  },
): () => void {
  const { store, clock, onWarning } = parts;
  const daysAgo = (days: number) => new Date(clock.now().getTime() - days * DAY_MS).toISOString();
  const prune = () => {
    try {
      store.prune({ answers: daysAgo(answerDays), cache: daysAgo(cacheDays), usage: daysAgo(usageDays) });
    } catch (error) {
      onWarning?.(`Old answers could not be dropped: ${explainError(error)}`);
    }
  };
  prune();
  const timer = setInterval(prune, DAY_MS);
  timer.unref();
  return () => clearInterval(timer);
}
