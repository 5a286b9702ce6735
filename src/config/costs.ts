// Budgets, prices and how long data is stored. docs/costs.md explains the variables.
import { z } from 'zod';
import { RETENTION, type Retention } from '../core/limits/retention.js';
import type { Limits } from '../core/limits/usage-limits.js';
import type { Prices } from '../core/limits/usage-report.js';
import { positive } from './values.js';

const count = z.coerce.number().int().min(0);
const price = z.coerce.number().min(0).optional();

export const costVariables = {
  BUDGET_LIBRARY_TOKENS_PER_DAY: count.default(0),
  BUDGET_USER_TOKENS_PER_DAY: count.default(0),
  COOLDOWN_SECONDS: count.default(2),
  MODEL_CONCURRENCY: positive.default(4),
  PRICE_INPUT_PER_MILLION: price,
  PRICE_OUTPUT_PER_MILLION: price,
  PRICE_CURRENCY: z
    .string()
    .regex(/^[A-Z]{3}$/, 'must be three capital letters, such as USD')
    .default('USD'),
  KEEP_ANSWERS_DAYS: positive.default(RETENTION.answerDays),
  KEEP_CACHE_DAYS: positive.default(RETENTION.cacheDays),
  KEEP_USAGE_DAYS: positive.min(30).default(RETENTION.usageDays),
};

export interface CostsConfig {
  readonly limits: Limits;
  /** Set if at least one price is. The other one is then 0. */
  readonly prices?: Prices | undefined;
  readonly retention: Retention;
}

export function readCosts(values: z.infer<z.ZodObject<typeof costVariables>>): CostsConfig {
  const {
    PRICE_INPUT_PER_MILLION: input,
    PRICE_OUTPUT_PER_MILLION: output,
    PRICE_CURRENCY: currency,
  } = values;
  return {
    limits: {
      budgets: {
        libraryTokensPerDay: values.BUDGET_LIBRARY_TOKENS_PER_DAY,
        userTokensPerDay: values.BUDGET_USER_TOKENS_PER_DAY,
      },
      cooldownSeconds: values.COOLDOWN_SECONDS,
      modelConcurrency: values.MODEL_CONCURRENCY,
    },
    ...((input !== undefined || output !== undefined) && {
      prices: { inputPerMillion: input ?? 0, outputPerMillion: output ?? 0, currency },
    }),
    retention: {
      answerDays: values.KEEP_ANSWERS_DAYS,
      cacheDays: values.KEEP_CACHE_DAYS,
      usageDays: values.KEEP_USAGE_DAYS,
    },
  };
}
