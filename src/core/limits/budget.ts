// Budgets of tokens per day: what a library and a person may have the model spend.
import type { UsageLedger } from '../ports.js';

/** Tokens per day (UTC), in and out; absent or 0: no bound. */
export interface Budgets {
  readonly libraryTokensPerDay?: number | undefined;
  /** Over all libraries, so that nobody multiplies it by adding the bot to more of them. */
  readonly userTokensPerDay?: number | undefined;
}

/**
 * True once what was spent today reaches a budget. What is being spent just now is not known yet: a budget may be
 * overrun by as many answers as the model gives at once.
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
