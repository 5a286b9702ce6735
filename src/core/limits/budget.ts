// Daily token budgets, per library and per person.
import type { UsageLedger } from '../store-ports.js';

/** Input plus output tokens per day (UTC). 0 or unset means unlimited. */
export interface Budgets {
  readonly libraryTokensPerDay?: number | undefined;
  /** Counted across all libraries, so that adding the bot to more servers doesn't give anyone a larger budget. */
  readonly userTokensPerDay?: number | undefined;
}

/**
 * Whether today's usage has reached the library's or the person's budget. Answers in progress aren't counted yet, so a
 * budget can be exceeded by as many answers as the model writes at once.
 */
export function isBudgetReached(
  { libraryTokensPerDay = 0, userTokensPerDay = 0 }: Budgets,
  { library, userId }: { readonly library: string; readonly userId?: string | undefined },
  ledger: UsageLedger,
  now: Date,
): boolean {
  const today = dayOf(now);
  return (
    (libraryTokensPerDay > 0 && ledger.countTokens({ library }, today) >= libraryTokensPerDay) ||
    (userTokensPerDay > 0 &&
      userId !== undefined &&
      ledger.countTokens({ userId }, today) >= userTokensPerDay)
  );
}

/** The day in UTC, as `YYYY-MM-DD`. */
export function dayOf(time: Date): string {
  return time.toISOString().slice(0, 10);
}
