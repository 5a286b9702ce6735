// Reads the configuration from the environment; nothing else does. One schema, and every problem is reported at once.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { AppError } from './core/errors.js';
import { LIBRARY_LIMITS } from './core/library/manage/articles/limits.js';
import type { LibraryLimits } from './core/library/manager.js';
import { RETENTION, type Retention } from './core/limits/retention.js';
import type { Limits } from './core/limits/usage-limits.js';
import type { Prices } from './core/limits/usage-report.js';
import { parseUrl } from './core/text/parse-url.js';

/** The package's articles, seen from the compiled `dist/src/config.js`. */
const PACKAGE_CORPUS = fileURLToPath(new URL('../../corpus', import.meta.url));

/** Messages for the operator. Problems are listed as `VARIABLE: message`. */
const configText = {
  currency: 'must be three capital letters, such as USD',
  serverId: 'must be the id of a server, 17 to 20 digits',
  key: 'must be a key on one line, without spaces',
  keyAsModel: 'looks like a key. It must be the name of a model',
  userInfo: 'must not contain a user name or a password. Put the key into its own variable',
  host: 'must be hosts such as wiki.intranet or 10.0.0.5:8080, separated by commas',
  needsModel: (kind: string) => `needs ${kind}_MODEL as well`,
  invalid: (problems: readonly string[]) =>
    `The configuration has ${problems.length === 1 ? 'a problem' : `${problems.length} problems`}: ${problems.join('; ')}.`,
  invalidAdvice: 'See .env.example for what each variable accepts.',
} as const;

/** The variables that turn on LangChain's tracing: https://docs.smith.langchain.com */
const TRACING = [
  'LANGSMITH_TRACING',
  'LANGSMITH_TRACING_V2',
  'LANGCHAIN_TRACING',
  'LANGCHAIN_TRACING_V2',
] as const;

/** Whatever is sent in a header: printable ASCII without spaces. */
const key = z.string().regex(/^[\x21-\x7E]+$/u, configText.key);
/** How the keys of providers begin. Such a value must not become a name, which is shown to people. */
const modelName = z
  .string()
  .regex(/^(?!(?:sk|pk|rk|gsk|xai|hf|ghp|AIza|Bearer)[-_ ]?[\w-]{16,}$)/u, configText.keyAsModel);
const serverUrl = z.url({ protocol: /^https?$/ }).refine((url) => !hasUserInfo(url), configText.userInfo);

function hasUserInfo(url: string): boolean {
  if (!parseUrl(url)) return false;
  const { username, password } = new URL(url);
  return username !== '' || password !== '';
}

const count = z.coerce.number().int().min(0);
const positive = z.coerce.number().int().min(1);
const days = z.coerce.number().int().min(1);
const price = z.coerce.number().min(0).optional();

/** `host` or `host:port`, separated by commas. An IPv6 address stands in brackets. */
const hosts = z
  .string()
  .transform((list) => list.split(',').flatMap((host) => host.trim() || []))
  .pipe(z.array(z.string().regex(/^(?:\[[\da-f:.]+\]|[^\s:/?#@*[\]]+)(?::\d{1,5})?$/iu, configText.host)));

/** docs/costs.md explains these. */
const costVariables = {
  BUDGET_LIBRARY_TOKENS_PER_DAY: count.default(0),
  BUDGET_USER_TOKENS_PER_DAY: count.default(0),
  COOLDOWN_SECONDS: count.default(2),
  MODEL_CONCURRENCY: z.coerce.number().int().min(1).default(4),
  PRICE_INPUT_PER_MILLION: price,
  PRICE_OUTPUT_PER_MILLION: price,
  PRICE_CURRENCY: z
    .string()
    .regex(/^[A-Z]{3}$/, configText.currency)
    .default('USD'),
  KEEP_ANSWERS_DAYS: days.default(RETENTION.answerDays),
  KEEP_CACHE_DAYS: days.default(RETENTION.cacheDays),
  KEEP_USAGE_DAYS: days.min(30).default(RETENTION.usageDays),
};

/** docs/libraries.md explains these. */
const libraryVariables = {
  LIBRARY_MAX_ARTICLES: positive.default(LIBRARY_LIMITS.articles),
  LIBRARY_MAX_CHARACTERS: positive.default(LIBRARY_LIMITS.characters),
  LIBRARY_MAX_ADDITIONS_PER_DAY: positive.default(LIBRARY_LIMITS.additionsPerDay),
  LIBRARY_MAX_FEEDS: positive.default(LIBRARY_LIMITS.feeds),
};

const variables = z
  .object({
    DATA_DIR: z.string().min(1).default('data'),
    CORPUS_DIR: z.string().min(1).default(PACKAGE_CORPUS),
    LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),

    // Documentation often shows the token as it is sent, after this word.
    DISCORD_TOKEN: z
      .string()
      .transform((token) => token.replace(/^Bot\s+/iu, ''))
      .pipe(key)
      .optional(),
    DISCORD_GUILD_ID: z
      .string()
      .regex(/^\d{17,20}$/, configText.serverId)
      .optional(),
    DISCORD_API_URL: serverUrl.optional(),
    SANDBOX_PORT: z.coerce.number().int().min(0).max(65_535).optional(),

    OPENAI_API_KEY: key.optional(),
    CHAT_MODEL: modelName.optional(),
    CHAT_BASE_URL: serverUrl.optional(),
    CHAT_API_KEY: key.optional(),
    CHAT_TEMPERATURE: z.coerce.number().min(0).max(2).optional(),
    CHAT_EVIDENCE_TOKENS: z.coerce.number().int().min(200).max(1_000_000).default(6_000),
    CHAT_ANSWER_TOKENS: z.coerce.number().int().min(50).max(100_000).default(2_000),
    CHAT_FIRST_TOKEN_SECONDS: z.coerce.number().positive().max(600).default(30),
    CHAT_ANSWER_SECONDS: z.coerce.number().positive().max(3_600).default(120),
    FOOTNOTE_READER: z.enum(['on', 'off']).default('on'),
    EMBEDDING_MODEL: modelName.optional(),
    EMBEDDING_BASE_URL: serverUrl.optional(),
    EMBEDDING_API_KEY: key.optional(),
    EMBEDDING_DIMENSIONS: z.coerce.number().int().min(8).max(16_000).optional(),
    EMBEDDING_BATCH: z.coerce.number().int().min(1).max(2_048).default(64),
    EMBEDDING_CONCURRENCY: z.coerce.number().int().min(1).max(64).default(4),

    FETCH_ALLOWED_HOSTS: hosts.default([]),

    ...costVariables,
    ...libraryVariables,

    LANGSMITH_TRACING: z.string().optional(),
    LANGSMITH_TRACING_V2: z.string().optional(),
    LANGCHAIN_TRACING: z.string().optional(),
    LANGCHAIN_TRACING_V2: z.string().optional(),
  })
  .superRefine((values, context) => {
    // A URL or a key is of no use without the model's name.
    for (const kind of ['CHAT', 'EMBEDDING'] as const) {
      if (values[`${kind}_MODEL`] !== undefined) continue;
      for (const key of [`${kind}_BASE_URL`, `${kind}_API_KEY`] as const) {
        if (values[key] !== undefined) {
          context.addIssue({ code: 'custom', path: [key], message: configText.needsModel(kind) });
        }
      }
    }
  });

/** A chat model and its limits. */
export interface ChatConfig {
  /** `provider:model`. With a base URL: the model's name on that server. */
  readonly model: string;
  /** An OpenAI-compatible server. Unset: the provider's own. */
  readonly baseUrl?: string | undefined;
  readonly apiKey?: string | undefined;
  readonly temperature?: number | undefined;
  /** The most evidence in a prompt, in estimated tokens. */
  readonly evidenceTokens: number;
  /** The most tokens in an answer. */
  readonly answerTokens: number;
  readonly firstTokenTimeoutMs: number;
  /** From the question to the last token. */
  readonly answerTimeoutMs: number;
}

/** An embedding model and how to call it. */
export interface EmbeddingConfig {
  /** Like {@link ChatConfig.model}. */
  readonly model: string;
  readonly baseUrl?: string | undefined;
  readonly apiKey?: string | undefined;
  /** For models that can shorten their vectors. Unset: the model's default. */
  readonly dimensions?: number | undefined;
  /** Texts per request. */
  readonly batchSize: number;
  /** Requests at a time. */
  readonly concurrency: number;
}

/** The models to use. The built-in engine replaces one that is unset. */
export interface ModelsConfig {
  readonly chat?: ChatConfig | undefined;
  readonly embedding?: EmbeddingConfig | undefined;
  /** False: the ranker works without the built-in reader. Default true. */
  readonly reader?: boolean | undefined;
}

/** The connection to Discord. */
interface DiscordConfig {
  /** Unset: the bot runs in the sandbox. */
  readonly token?: string | undefined;
  /** Registers the commands only in this server. Unset: everywhere. */
  readonly guildId?: string | undefined;
  /** Another Discord-compatible REST API. Unset: Discord's. */
  readonly apiUrl?: string | undefined;
}

/** The configuration. `.env.example` documents every variable. */
export interface Config {
  /** Folder of the database and the vector index. */
  readonly dataDir: string;
  /** Folder of the built-in articles. */
  readonly corpusDir: string;
  readonly logLevel: z.infer<typeof variables>['LOG_LEVEL'];
  readonly discord: DiscordConfig;
  /** Port of the sandbox. 0: any free port. Unset: the default port, or the next free one. */
  readonly sandboxPort?: number | undefined;
  readonly models: ModelsConfig;
  /** Hosts that pages may be read from although they aren't public: `host` or `host:port`. */
  readonly allowedHosts: readonly string[];
  /** Whether LangChain sends calls to the models to LangSmith, too. */
  readonly isTraced: boolean;
  readonly limits: Limits;
  /** Of each library. */
  readonly libraryLimits: LibraryLimits;
  /** Set if at least one price is. The other one is then 0. */
  readonly prices?: Prices | undefined;
  readonly retention: Retention;
}

/**
 * Reads `.env` in the current folder, if there is one, and the environment, which takes precedence.
 * @throws AppError `config/invalid`, which lists every problem
 */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  if (environment === process.env && existsSync('.env')) process.loadEnvFile('.env');
  // Values are often pasted with a space or a newline. Empty ones, as in a copied .env.example, count as unset.
  const trimmed = Object.entries(environment).map(([name, value]) => [name, value?.trim()] as const);
  const nonEmpty = Object.fromEntries(trimmed.filter(([, value]) => value !== ''));
  const result = variables.safeParse(nonEmpty);
  if (!result.success) {
    const problems = result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    throw new AppError({
      code: 'config/invalid',
      message: configText.invalid(problems),
      advice: configText.invalidAdvice,
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
    allowedHosts: values.FETCH_ALLOWED_HOSTS,
    isTraced: TRACING.some((name) => values[name] === 'true'),
    ...readCosts(result.data),
    libraryLimits: {
      articles: values.LIBRARY_MAX_ARTICLES,
      characters: values.LIBRARY_MAX_CHARACTERS,
      additionsPerDay: values.LIBRARY_MAX_ADDITIONS_PER_DAY,
      feeds: values.LIBRARY_MAX_FEEDS,
    },
  };
}

/** Used if only an OpenAI key is set. https://platform.openai.com/docs/models */
const OPENAI_DEFAULTS = { chat: 'openai:gpt-5-mini', embedding: 'openai:text-embedding-3-small' } as const;
/** A model name that stands for the built-in engine. */
const BUILT_IN = 'builtin';

/** An OpenAI key alone turns on both models. If either model is named, the other one has no default. */
function readModels(values: z.infer<typeof variables>): ModelsConfig {
  const { OPENAI_API_KEY: key, CHAT_MODEL, EMBEDDING_MODEL } = values;
  const defaults = key !== undefined && !CHAT_MODEL && !EMBEDDING_MODEL ? OPENAI_DEFAULTS : undefined;
  const chat = CHAT_MODEL ?? defaults?.chat ?? BUILT_IN;
  const embedding = EMBEDDING_MODEL ?? defaults?.embedding ?? BUILT_IN;
  // OpenAI's key must not reach another server.
  const keyOf = (model: string, baseUrl: string | undefined) =>
    baseUrl === undefined && /^(?:openai:|gpt-|o\d|text-embedding-)/.test(model) ? key : undefined;
  return {
    ...(values.FOOTNOTE_READER === 'off' ? { reader: false } : {}),
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

function readCosts(values: z.infer<typeof variables>): Pick<Config, 'limits' | 'prices' | 'retention'> {
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
