// Sums the usage ledger: how much was asked and what it cost, today and over recent days.

import type { Clock } from '../ports.js';
import { CACHE, type UsageLedger, type UsageOutcome, type UsageSum } from '../store-ports.js';
import type { Usage } from '../writing-ports.js';
import { type Budgets, dayOf } from './budget.js';

/** What the model's provider charges. */
export interface Prices {
  readonly inputPerMillion: number;
  readonly outputPerMillion: number;
  /** ISO 4217 code, such as `USD`. */
  readonly currency: string;
}

/** Totals of some ledger entries. */
export interface UsageTotals extends Usage {
  readonly answers: number;
  /** How many of the answers came from the cache. */
  readonly fromCache: number;
  /** Mean milliseconds per answer; 0 if there are no answers. */
  readonly meanMs: number;
  /** In {@link UsageReport.currency}; only if prices are configured. */
  readonly estimatedCost?: number | undefined;
}

/** Usage of one library. */
export interface UsageReport {
  readonly today: UsageTotals;
  /** All of `days`, including today. */
  readonly total: UsageTotals;
  /** One entry per day (`YYYY-MM-DD`, UTC), oldest first, ending with today. */
  readonly days: readonly (UsageTotals & { readonly day: string })[];
  /** Most used first. */
  readonly byCommand: readonly (UsageTotals & { readonly command: string })[];
  /** Most frequent first. */
  readonly byOutcome: readonly (UsageTotals & { readonly outcome: UsageOutcome })[];
  readonly currency?: string | undefined;
  /** The library's daily token budget; absent if unlimited. */
  readonly dailyBudget?: number | undefined;
}

/** Options for {@link reportUsage}. */
export interface UsageOptions {
  readonly library: string;
  /** Number of days including today, at least 1. Default 30. */
  readonly days?: number | undefined;
}

const DEFAULT_DAYS = 30;
const DAY_MS = 24 * 60 * 60 * 1_000;

/** Reads the ledger of one library and sums it by day, command and outcome. */
export function reportUsage(
  { library, days = DEFAULT_DAYS }: UsageOptions,
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
  const totalOf = (matches: (sum: UsageSum) => boolean = () => true) =>
    sumTotals(sums.filter(matches), prices);
  const commands = [...new Set(sums.map(({ command }) => command))];
  const outcomes = [...new Set(sums.map(({ outcome }) => outcome))];
  return {
    today: totalOf(({ day }) => day === dayOf(now)),
    total: totalOf(),
    days: dates.map((date) => ({ day: date, ...totalOf(({ day }) => day === date) })),
    byCommand: commands
      .map((name) => ({ command: name, ...totalOf(({ command }) => command === name) }))
      .sort((a, b) => b.answers - a.answers),
    byOutcome: outcomes
      .map((name) => ({ outcome: name, ...totalOf(({ outcome }) => outcome === name) }))
      .sort((a, b) => b.answers - a.answers),
    ...(prices && { currency: prices.currency }),
    ...(libraryTokensPerDay > 0 && { dailyBudget: libraryTokensPerDay }),
  };
}

function daysAgo(now: Date, days: number): string {
  return dayOf(new Date(now.getTime() - days * DAY_MS));
}

function sumTotals(sums: readonly UsageSum[], prices: Prices | undefined): UsageTotals {
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
