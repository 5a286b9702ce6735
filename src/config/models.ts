// The chat model and the embedding model. docs/models.md explains the variables.
import { z } from 'zod';
import { key, serverUrl } from './values.js';

const modelText = {
  keyAsModel: 'looks like a key. It must be the name of a model',
  needsModel: (kind: string) => `needs ${kind}_MODEL as well`,
} as const;

/** Used if only an OpenAI key is set. https://platform.openai.com/docs/models */
const OPENAI_DEFAULTS = { chat: 'openai:gpt-5-mini', embedding: 'openai:text-embedding-3-small' } as const;
/** A model name that stands for the built-in engine. */
const BUILT_IN = 'builtin';

/** How the keys of providers begin. Such a value must not become a name, which is shown to people. */
const modelName = z
  .string()
  .regex(/^(?!(?:sk|pk|rk|gsk|xai|hf|ghp|AIza|Bearer)[-_ ]?[\w-]{16,}$)/u, modelText.keyAsModel);

export const modelVariables = {
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
};

type ModelValues = z.infer<z.ZodObject<typeof modelVariables>>;

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

/** A URL or a key is useless without the model's name. */
export function requireModelNames(values: ModelValues, context: z.RefinementCtx): void {
  for (const kind of ['CHAT', 'EMBEDDING'] as const) {
    if (values[`${kind}_MODEL`] !== undefined) continue;
    for (const key of [`${kind}_BASE_URL`, `${kind}_API_KEY`] as const) {
      if (values[key] !== undefined) {
        context.addIssue({ code: 'custom', path: [key], message: modelText.needsModel(kind) });
      }
    }
  }
}

/** An OpenAI key alone turns on both models. If either model is named, the other one has no default. */
export function readModels(values: ModelValues): ModelsConfig {
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
