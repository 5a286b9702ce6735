// The only reader of the environment: one schema, every problem reported at once.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { AppError } from './core/errors.js';
import { RETENTION, type Retention } from './core/limits/retention.js';
import type { Limits } from './core/limits/usage-limits.js';
import type { Prices } from './core/limits/usage-report.js';

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

const variables = z
  .object({
    DATA_DIR: z.string().min(1).default('data'),
    CORPUS_DIR: z.string().min(1).default(PACKAGE_CORPUS),
    LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),

    DISCORD_TOKEN: z.string().trim().min(1).optional(),
    DISCORD_GUILD_ID: z
      .string()
      .regex(/^\d{15,20}$/, 'the id of a server, 17 to 20 digits')
      .optional(),
    DISCORD_API_URL: z.url({ protocol: /^https?$/ }).optional(),
    SANDBOX_PORT: z.coerce.number().int().min(0).max(65_535).optional(),

    OPENAI_API_KEY: z.string().optional(),
    CHAT_MODEL: z.string().optional(),
    CHAT_BASE_URL: z.url({ protocol: /^https?$/ }).optional(),
    CHAT_API_KEY: z.string().optional(),
    CHAT_TEMPERATURE: z.coerce.number().min(0).max(2).optional(),
    CHAT_EVIDENCE_TOKENS: z.coerce.number().int().min(200).max(1_000_000).default(6_000),
    CHAT_ANSWER_TOKENS: z.coerce.number().int().min(50).max(100_000).default(2_000),
    CHAT_FIRST_TOKEN_SECONDS: z.coerce.number().positive().max(600).default(30),
    CHAT_ANSWER_SECONDS: z.coerce.number().positive().max(3_600).default(120),
    EMBEDDING_MODEL: z.string().optional(),
    EMBEDDING_BASE_URL: z.url({ protocol: /^https?$/ }).optional(),
    EMBEDDING_API_KEY: z.string().optional(),
    EMBEDDING_DIMENSIONS: z.coerce.number().int().min(8).max(16_000).optional(),
    EMBEDDING_BATCH: z.coerce.number().int().min(1).max(2_048).default(64),
    EMBEDDING_CONCURRENCY: z.coerce.number().int().min(1).max(64).default(4),

    ...costVariables,
  })
  .superRefine((values, context) => {
    // Where to ask and with which key says nothing without whom.
    for (const kind of ['CHAT', 'EMBEDDING'] as const) {
      if (values[`${kind}_MODEL`] !== undefined) continue;
      for (const key of [`${kind}_BASE_URL`, `${kind}_API_KEY`] as const) {
        if (values[key] !== undefined) {
          context.addIssue({ code: 'custom', path: [key], message: `needs ${kind}_MODEL beside it` });
        }
      }
    }
  });

/** A chat model, and what may be asked of it. */
export interface ChatConfig {
  /** `provider:model`; with a base URL the model's name alone, as its server knows it. */
  readonly model: string;
  /** Of a server that speaks OpenAI's protocol. Unset: the provider's own. */
  readonly baseUrl?: string | undefined;
  readonly apiKey?: string | undefined;
  readonly temperature?: number | undefined;
  /** Estimated tokens of evidence in a prompt, at most. */
  readonly evidenceTokens: number;
  /** Tokens of an answer, at most. */
  readonly answerTokens: number;
  readonly firstTokenTimeoutMs: number;
  /** From the question to the last token. */
  readonly answerTimeoutMs: number;
}

/** An embedding model, and how to ask it. */
export interface EmbeddingConfig {
  /** As {@link ChatConfig.model}. */
  readonly model: string;
  readonly baseUrl?: string | undefined;
  readonly apiKey?: string | undefined;
  /** Asked of a model that can shorten its vectors. Unset: the model's own dimension. */
  readonly dimensions?: number | undefined;
  /** Texts a request. */
  readonly batchSize: number;
  /** Requests side by side. */
  readonly concurrency: number;
}

/** The models in use; one that is not set is built in. */
export interface ModelsConfig {
  readonly chat?: ChatConfig | undefined;
  readonly embedding?: EmbeddingConfig | undefined;
}

/** How Discord is reached. */
interface DiscordConfig {
  /** Unset: the sandbox stands in for Discord. */
  readonly token?: string | undefined;
  /** Commands are registered in this server alone, where changes are seen at once. Unset: everywhere. */
  readonly guildId?: string | undefined;
  /** Another Discord-compatible REST API. Unset: Discord's. */
  readonly apiUrl?: string | undefined;
}

/** How this process is set up; `.env.example` tells of each value. */
export interface Config {
  /** Folder of the database and the vector index. */
  readonly dataDir: string;
  /** Folder of the built-in articles. */
  readonly corpusDir: string;
  readonly logLevel: z.infer<typeof variables>['LOG_LEVEL'];
  readonly discord: DiscordConfig;
  /** Port of the sandbox; 0: any that is free; unset: the usual one, or the next that is free. */
  readonly sandboxPort?: number | undefined;
  readonly models: ModelsConfig;
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
  const { DATA_DIR, CORPUS_DIR, LOG_LEVEL, SANDBOX_PORT, ...values } = result.data;
  return {
    ...{ dataDir: DATA_DIR, corpusDir: CORPUS_DIR, logLevel: LOG_LEVEL, sandboxPort: SANDBOX_PORT },
    discord: {
      token: values.DISCORD_TOKEN,
      guildId: values.DISCORD_GUILD_ID,
      apiUrl: values.DISCORD_API_URL,
    },
    models: readModels(result.data),
    ...readCosts(result.data),
  };
}

/** What an OpenAI key alone stands for. https://platform.openai.com/docs/models */
const OPENAI_DEFAULTS = { chat: 'openai:gpt-5-mini', embedding: 'openai:text-embedding-3-small' } as const;
/** Names the built-in part in a model's place. */
const BUILT_IN = 'builtin';

/** A key alone turns both models on; as soon as one is named, nothing is taken for granted of the other. */
function readModels(values: z.infer<typeof variables>): ModelsConfig {
  const { OPENAI_API_KEY: key, CHAT_MODEL, EMBEDDING_MODEL } = values;
  const defaults = key !== undefined && !CHAT_MODEL && !EMBEDDING_MODEL ? OPENAI_DEFAULTS : undefined;
  const chat = CHAT_MODEL ?? defaults?.chat ?? BUILT_IN;
  const embedding = EMBEDDING_MODEL ?? defaults?.embedding ?? BUILT_IN;
  // The key is OpenAI's: another server never sees it.
  const keyOf = (model: string, baseUrl: string | undefined) =>
    baseUrl === undefined && /^(?:openai:|gpt-|o\d|text-embedding-)/.test(model) ? key : undefined;
  return {
    ...(chat === BUILT_IN
      ? {}
      : {
          chat: {
            ...{ model: chat, baseUrl: values.CHAT_BASE_URL, temperature: values.CHAT_TEMPERATURE },
            apiKey: values.CHAT_API_KEY ?? keyOf(chat, values.CHAT_BASE_URL),
            evidenceTokens: values.CHAT_EVIDENCE_TOKENS,
            answerTokens: values.CHAT_ANSWER_TOKENS,
            firstTokenTimeoutMs: values.CHAT_FIRST_TOKEN_SECONDS * 1_000,
            answerTimeoutMs: values.CHAT_ANSWER_SECONDS * 1_000,
          },
        }),
    ...(embedding === BUILT_IN
      ? {}
      : {
          embedding: {
            ...{ model: embedding, baseUrl: values.EMBEDDING_BASE_URL },
            apiKey: values.EMBEDDING_API_KEY ?? keyOf(embedding, values.EMBEDDING_BASE_URL),
            dimensions: values.EMBEDDING_DIMENSIONS,
            batchSize: values.EMBEDDING_BATCH,
            concurrency: values.EMBEDDING_CONCURRENCY,
          },
        }),
  };
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
