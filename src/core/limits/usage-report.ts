// What was asked and what it cost, for the people who pay: sums of the ledger, today and over a while.

import {
  CACHE,
  type Clock,
  type Usage,
  type UsageLedger,
  type UsageOutcome,
  type UsageSum,
} from '../ports.js';
import { type Budgets, dayOf } from './budget.js';

/** What the model's provider charges, per million tokens. */
export interface Prices {
  readonly inputPerMillion: number;
  readonly outputPerMillion: number;
  /** ISO 4217 code, such as `USD`. */
  readonly currency: string;
}

export interface UsageTotals extends Usage {
  readonly answers: number;
  /** Of the answers, those that came from the cache. */
  readonly fromCache: number;
  /** Milliseconds per answer, 0 where there is none. */
  readonly meanMs: number;
  /** In the currency of {@link UsageReport.currency}; only where prices are known. */
  readonly estimatedCost?: number | undefined;
}

export interface UsageReport {
  readonly today: UsageTotals;
  /** Over all of `days`, today included. */
  readonly total: UsageTotals;
  /** One for each day (`YYYY-MM-DD`, UTC), oldest first, today last. */
  readonly days: readonly (UsageTotals & { readonly day: string })[];
  /** The commands that were used, most used first. */
  readonly byCommand: readonly (UsageTotals & { readonly command: string })[];
  /** Most frequent first. */
  readonly byOutcome: readonly (UsageTotals & { readonly outcome: UsageOutcome })[];
  readonly currency?: string | undefined;
  /** Tokens that the library may spend in a day; absent where there is no bound. */
  readonly dailyBudget?: number | undefined;
}

export interface UsageOptions {
  readonly library: string;
  /** From 1, today included. Default 30. */
  readonly days?: number | undefined;
}

const DAYS = 30;
const DAY_MS = 24 * 60 * 60 * 1_000;

export function reportUsage(
  { library, days = DAYS }: UsageOptions,
  parts: {
    readonly ledger: UsageLedger;
    readonly clock: Clock;
    readonly prices?: Prices | undefined;
    readonly budgets?: Budgets | undefined;
  },
): UsageReport {
  const { ledger, clock, prices, budgets: { libraryTokensPerDay = 0 } = {} } = parts;
  const now = clock.now();
  const dates = Array.from({ length: days }, (_, index) => daysAgo(now, days - 1 - index));
  const sums = ledger.sumUsage(library, dates[0] ?? dayOf(now));
  const total = (which: (sum: UsageSum) => boolean = () => true) => addUp(sums.filter(which), prices);
  const commands = [...new Set(sums.map(({ command }) => command))];
  const outcomes = [...new Set(sums.map(({ outcome }) => outcome))];
  return {
    today: total(({ day }) => day === dayOf(now)),
    total: total(),
    days: dates.map((date) => ({ day: date, ...total(({ day }) => day === date) })),
    byCommand: commands
      .map((name) => ({ command: name, ...total(({ command }) => command === name) }))
      .sort((one, other) => other.answers - one.answers),
    byOutcome: outcomes
      .map((name) => ({ outcome: name, ...total(({ outcome }) => outcome === name) }))
      .sort((one, other) => other.answers - one.answers),
    ...(prices && { currency: prices.currency }),
    ...(libraryTokensPerDay > 0 && { dailyBudget: libraryTokensPerDay }),
  };
}

function daysAgo(now: Date, days: number): string {
  return dayOf(new Date(now.getTime() - days * DAY_MS));
}

function addUp(sums: readonly UsageSum[], prices: Prices | undefined): UsageTotals {
  const sumOf = (read: (sum: UsageSum) => number) => sums.reduce((total, sum) => total + read(sum), 0);
  const answers = sumOf(({ count }) => count);
  const inputTokens = sumOf((sum) => sum.inputTokens);
  const outputTokens = sumOf((sum) => sum.outputTokens);
  return {
    ...{ answers, inputTokens, outputTokens },
    fromCache: sumOf(({ engine, count }) => (engine === CACHE ? count : 0)),
    meanMs: answers === 0 ? 0 : Math.round(sumOf(({ ms }) => ms) / answers),
    ...(prices && {
      estimatedCost:
        (inputTokens * prices.inputPerMillion + outputTokens * prices.outputPerMillion) / 1_000_000,
    }),
  };
}
