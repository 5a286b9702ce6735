// Opens LangChain chat models and embeddings by provider and name, or by the base URL of an OpenAI-compatible
// server.
import type { EmbeddingsInterface } from '@langchain/core/embeddings';
import type { BaseChatModel } from '@langchain/core/language_models/chat_models';
import { ChatOpenAI, OpenAIEmbeddings } from '@langchain/openai';
import { initChatModel } from 'langchain/chat_models/universal';
import type { ChatConfig, EmbeddingConfig } from '../../config/models.js';
import { AppError } from '../../core/errors.js';
import { createChatFetch } from './protocol/chat-fetch.js';
import { createEmbeddingFetch } from './protocol/embedding-fetch.js';
import type { Endpoint } from './provider-error.js';
import { ERROR_TEXT } from './text.js';

/** OpenAI's own server. It's explicit so that the library's environment variables can't change it. */
const OPENAI_URL = 'https://api.openai.com/v1';
/** Servers without keys accept any key. With an empty one, the library would look for OPENAI_API_KEY. */
const NO_KEY = 'none';

/** Otherwise the library prints responses it can't parse, and these can contain answers. */
const NO_LIBRARY_LOG = { logLevel: 'off' } as const;

/** Extracting an answer from a text takes little reasoning. Models that don't reason aren't sent this. */
const LOW_REASONING_EFFORT = { reasoning: { effort: 'low' } } as const;

/**
 * LangChain packages with embedding models, by provider.
 * https://docs.langchain.com/oss/javascript/integrations
 */
const EMBEDDING_PACKAGES: Readonly<Record<string, readonly [packageName: string, className: string]>> = {
  ollama: ['@langchain/ollama', 'OllamaEmbeddings'],
  mistralai: ['@langchain/mistralai', 'MistralAIEmbeddings'],
  cohere: ['@langchain/cohere', 'CohereEmbeddings'],
  'google-genai': ['@langchain/google-genai', 'GoogleGenerativeAIEmbeddings'],
  bedrock: ['@langchain/aws', 'BedrockEmbeddings'],
};

/** The host of the model's server, or the provider's name, for messages. */
export function endpointOf({ model, baseUrl, apiKey }: ChatConfig | EmbeddingConfig): Endpoint {
  const host = baseUrl === undefined ? splitModelName(model).provider : new URL(baseUrl).host;
  return { model, host, apiKey };
}

/**
 * Creates a chat model without calling it.
 * @throws AppError `engine/missing-package`, `engine/unknown-provider`, `engine/no-key`
 */
export async function openChatModel(config: ChatConfig): Promise<BaseChatModel> {
  const { model, baseUrl, apiKey, temperature, answerTokens } = config;
  const { provider, name } = splitModelName(model);
  const chatFetch = { fetch: createChatFetch(endpointOf(config)), ...NO_LIBRARY_LOG };
  // The circuit breaker does the retries. The library's own would multiply them.
  const common = {
    maxRetries: 0,
    maxTokens: answerTokens,
    ...(temperature === undefined ? {} : { temperature }),
  };
  if (baseUrl !== undefined) {
    return new ChatOpenAI({
      ...{ ...common, model: provider === 'openai' ? name : model, apiKey: apiKey ?? NO_KEY },
      ...{
        useResponsesApi: false,
        streamUsage: true,
        configuration: { baseURL: baseUrl, ...chatFetch },
      },
    });
  }
  if (provider === 'openai') requireKey(apiKey, model, 'OPENAI_API_KEY or CHAT_API_KEY');
  try {
    const opened = await initChatModel(model, {
      ...{ ...common, ...(apiKey === undefined ? {} : { apiKey }) },
      ...(provider === 'openai'
        ? { ...LOW_REASONING_EFFORT, configuration: { baseURL: OPENAI_URL, ...chatFetch } }
        : {}),
    });
    return opened as BaseChatModel;
  } catch (error) {
    throw explainOpenError(error, model, 'CHAT_MODEL');
  }
}

/** Creates embeddings whose requests the signal cancels. It's cheap, because it makes no call. */
export type EmbeddingsOpener = (signal?: AbortSignal) => EmbeddingsInterface;

/**
 * Loads the provider's package, but makes no call.
 * @throws AppError as {@link openChatModel}
 */
export async function openEmbeddings(config: EmbeddingConfig): Promise<EmbeddingsOpener> {
  const { model, baseUrl, apiKey, dimensions, batchSize } = config;
  const { provider, name } = splitModelName(model);
  if (baseUrl !== undefined || provider === 'openai') {
    if (baseUrl === undefined) requireKey(apiKey, model, 'OPENAI_API_KEY or EMBEDDING_API_KEY');
    return (signal) =>
      new OpenAIEmbeddings({
        ...{
          model: provider === 'openai' ? name : model,
          apiKey: apiKey ?? NO_KEY,
          maxRetries: 0,
          batchSize,
        },
        ...(dimensions === undefined ? {} : { dimensions }),
        // The library asks for base64 by default, but some servers return plain numbers anyway.
        encodingFormat: 'float',
        configuration: {
          baseURL: baseUrl ?? OPENAI_URL,
          ...NO_LIBRARY_LOG,
          fetch: createEmbeddingFetch(endpointOf(config), signal),
        },
      });
  }
  const [packageName, className] = EMBEDDING_PACKAGES[provider] ?? [];
  if (packageName === undefined || className === undefined) throw unknownProvider(model, 'EMBEDDING_MODEL');
  try {
    const { [className]: Embeddings } = (await import(packageName)) as Record<
      string,
      new (
        options: object,
      ) => EmbeddingsInterface
    >;
    if (!Embeddings) throw unknownProvider(model, 'EMBEDDING_MODEL');
    const opened = new Embeddings({
      model: name,
      maxRetries: 0,
      ...(apiKey === undefined ? {} : { apiKey }),
    });
    return () => opened;
  } catch (error) {
    throw explainOpenError(error, model, 'EMBEDDING_MODEL');
  }
}

/**
 * Splits `openai:gpt-5-mini` into provider and name. LangChain knows the provider of some names without a
 * prefix.
 */
function splitModelName(model: string): { readonly provider: string; readonly name: string } {
  const colon = model.indexOf(':');
  if (colon > 0) return { provider: model.slice(0, colon), name: model.slice(colon + 1) };
  return { provider: /^(?:gpt-|o\d|text-embedding-)/.test(model) ? 'openai' : model, name: model };
}

function requireKey(apiKey: string | undefined, model: string, variables: string): void {
  if (apiKey !== undefined) return;
  throw new AppError({ code: 'engine/no-key', ...ERROR_TEXT.noKey(model, variables) });
}

function explainOpenError(error: unknown, model: string, variable: string): AppError {
  if (error instanceof AppError) return error;
  const message = error instanceof Error ? error.message : String(error);
  const [, missing] =
    /(?:Cannot find package '|Unable to import )(@?[\w./-]+?)(?:'|[. ]|$)/.exec(message) ?? [];
  if (missing !== undefined) {
    const text = ERROR_TEXT.missingPackage(model, missing);
    return new AppError({ code: 'engine/missing-package', ...text, cause: error });
  }
  if (/infer model provider|Unsupported/i.test(message)) return unknownProvider(model, variable);
  const [reason = ''] = message.split('\n', 1);
  return new AppError({
    ...{ code: 'engine/cannot-open', ...ERROR_TEXT.cannotOpen(model, variable, reason), cause: error },
  });
}

function unknownProvider(model: string, variable: string): AppError {
  return new AppError({ code: 'engine/unknown-provider', ...ERROR_TEXT.unknownProvider(model, variable) });
}
