// Reads the configuration from the environment; nothing else does. One schema, and every problem is reported at once.
import { existsSync } from 'node:fs';
import { z } from 'zod';
import { type CostsConfig, costVariables, readCosts } from './config/costs.js';
import { type ModelsConfig, modelVariables, readModels, requireModelNames } from './config/models.js';
import { key, positive, serverUrl } from './config/values.js';
import { AppError } from './core/errors.js';
import { LIBRARY_LIMITS } from './core/library/manage/articles/limits.js';
import type { LibraryLimits } from './core/library/manager.js';
import { packagePath } from './package-path.js';

/** Messages for the operator. Problems are listed as `VARIABLE: message`. */
const configText = {
  serverId: 'must be the id of a server, 17 to 20 digits',
  host: 'must be hosts such as wiki.intranet or 10.0.0.5:8080, separated by commas',
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

/** `host` or `host:port`, separated by commas. An IPv6 address stands in brackets. */
const hosts = z
  .string()
  .transform((list) => list.split(',').flatMap((host) => host.trim() || []))
  .pipe(z.array(z.string().regex(/^(?:\[[\da-f:.]+\]|[^\s:/?#@*[\]]+)(?::\d{1,5})?$/iu, configText.host)));

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
    CORPUS_DIR: z
      .string()
      .min(1)
      .default(() => packagePath('corpus')),
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

    ...modelVariables,

    FETCH_ALLOWED_HOSTS: hosts.default([]),

    ...costVariables,
    ...libraryVariables,

    LANGSMITH_TRACING: z.string().optional(),
    LANGSMITH_TRACING_V2: z.string().optional(),
    LANGCHAIN_TRACING: z.string().optional(),
    LANGCHAIN_TRACING_V2: z.string().optional(),
  })
  .superRefine(requireModelNames);

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
export interface Config extends CostsConfig {
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
  /** Of each library. */
  readonly libraryLimits: LibraryLimits;
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
