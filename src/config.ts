// The only reader of the environment: one schema, every problem reported at once.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { AppError } from './core/errors.js';
import type { Limits } from './core/meter.js';
import { RETENTION, type Retention } from './core/retention.js';
import type { Prices } from './core/usage.js';

/** Where this file's package lies, compiled (`dist/src/config.js`). */
const PACKAGE_CORPUS = fileURLToPath(new URL('../../corpus', import.meta.url));

const count = z.coerce.number().int().min(0);
const days = z.coerce.number().int().min(1);
const price = z.coerce.number().min(0).optional();

/** Cost and fairness; docs/costs.md. */
const costVariables = {
  BUDGET_LIBRARY_TOKENS_PER_DAY: count.default(0),
  BUDGET_USER_TOKENS_PER_DAY: count.default(0),
  COOLDOWN_SECONDS: count.default(2),
  MODEL_CONCURRENCY: z.coerce.number().int().min(1).default(4),
  PRICE_INPUT_PER_MILLION: price,
  PRICE_OUTPUT_PER_MILLION: price,
  PRICE_CURRENCY: z
    .string()
    .regex(/^[A-Z]{3}$/, 'three capital letters, such as USD')
    .default('USD'),
  KEEP_ANSWERS_DAYS: days.default(RETENTION.answerDays),
  KEEP_CACHE_DAYS: days.default(RETENTION.cacheDays),
  KEEP_USAGE_DAYS: days.min(30).default(RETENTION.usageDays),
};

const variables = z.object({
  DATA_DIR: z.string().min(1).default('data'),
  CORPUS_DIR: z.string().min(1).default(PACKAGE_CORPUS),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  ...costVariables,
});

/** How this process is set up; `.env.example` tells of each value. */
export interface Config {
  /** Folder of the database and the vector index. */
  readonly dataDir: string;
  /** Folder of the built-in articles. */
  readonly corpusDir: string;
  readonly logLevel: z.infer<typeof variables>['LOG_LEVEL'];
  readonly limits: Limits;
  /** Where at least one price is set; the other is then 0. */
  readonly prices?: Prices | undefined;
  readonly retention: Retention;
}

/**
 * Reads the environment, after `.env` of the current folder where there is one (which does not override it).
 * @throws AppError `config/invalid`, with every problem
 */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  if (environment === process.env && existsSync('.env')) process.loadEnvFile('.env');
  // An empty value, as in a copied .env.example, means unset.
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const result = variables.safeParse(given);
  if (!result.success) {
    const problems = result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    throw new AppError({
      code: 'config/invalid',
      message: `The configuration has ${problems.length === 1 ? 'a problem' : `${problems.length} problems`}: ${problems.join('; ')}.`,
      advice: '.env.example tells what each variable takes.',
    });
  }
  const { DATA_DIR, CORPUS_DIR, LOG_LEVEL } = result.data;
  return { dataDir: DATA_DIR, corpusDir: CORPUS_DIR, logLevel: LOG_LEVEL, ...readCosts(result.data) };
}

function readCosts(given: z.infer<typeof variables>): Pick<Config, 'limits' | 'prices' | 'retention'> {
  const {
    PRICE_INPUT_PER_MILLION: input,
    PRICE_OUTPUT_PER_MILLION: output,
    PRICE_CURRENCY: currency,
  } = given;
  return {
    limits: {
      budgets: {
        libraryTokensPerDay: given.BUDGET_LIBRARY_TOKENS_PER_DAY,
        userTokensPerDay: given.BUDGET_USER_TOKENS_PER_DAY,
      },
      cooldownSeconds: given.COOLDOWN_SECONDS,
      modelConcurrency: given.MODEL_CONCURRENCY,
    },
    ...((input !== undefined || output !== undefined) && {
      prices: { inputPerMillion: input ?? 0, outputPerMillion: output ?? 0, currency },
    }),
    retention: {
      answerDays: given.KEEP_ANSWERS_DAYS,
      cacheDays: given.KEEP_CACHE_DAYS,
      usageDays: given.KEEP_USAGE_DAYS,
    },
  };
}
