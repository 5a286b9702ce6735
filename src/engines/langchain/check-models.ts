// Checks the configured models for `doctor`: does the server answer, does it know the model, how long are its
// vectors?
import { HumanMessage } from '@langchain/core/messages';
import type { ChatConfig, EmbeddingConfig, ModelsConfig } from '../../config/models.js';
import { AppError } from '../../core/errors.js';
import { shareBuiltinEmbedder } from '../builtin/model-embedder.js';
import { isModelFolder, openModelFolder } from '../onnx/model-folder.js';
import { openModelEmbedder } from './embedder.js';
import { endpointOf, openChatModel, openEmbeddings } from './open-models.js';
import { explainProviderError, timedOut } from './provider-error.js';
import { CHECK_TEXT, ERROR_TEXT } from './text.js';

/** The result for one part of the engine. */
export interface EngineCheck {
  /** `chat model` or `embedding model`. */
  readonly name: string;
  readonly ok: boolean;
  /** The model in use, or what is wrong with it. */
  readonly detail: string;
  /** What to do if it isn't ok. */
  readonly advice?: string | undefined;
}

/** Reasoning models need some tokens before they say anything. */
const PROBE_TOKENS = 64;
const PROBE_TIMEOUT_MS = 30_000;
/** If the model is unknown, this many of the server's models are listed. */
const MAX_LISTED_MODELS = 12;

/**
 * Makes one small call to each configured model, which costs a few tokens.
 * @throws only the signal's reason
 */
export async function checkEngine(
  { chat, embedding }: ModelsConfig,
  { signal }: { readonly signal?: AbortSignal | undefined } = {},
): Promise<readonly EngineCheck[]> {
  return [
    chat
      ? await check(CHECK_TEXT.chatModel, chat, signal, probeChat)
      : { name: CHECK_TEXT.chatModel, ok: true, detail: CHECK_TEXT.builtIn },
    embedding && !isModelFolder(embedding.model)
      ? await check(CHECK_TEXT.embeddingModel, embedding, signal, probeEmbedding)
      : await checkLocalEmbedder(embedding?.model),
  ];
}

/** Opens the local model, without a network. The lexical embedder replaces the built-in one where it can't run. */
async function checkLocalEmbedder(model: string | undefined): Promise<EngineCheck> {
  const name = CHECK_TEXT.embeddingModel;
  try {
    if (model === undefined) {
      await shareBuiltinEmbedder();
      return { name, ok: true, detail: CHECK_TEXT.builtIn };
    }
    const { dimensions, close } = await openModelFolder(model);
    await close();
    return { name, ok: true, detail: CHECK_TEXT.local(model, dimensions) };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const isOptional = model === undefined && error.code === 'engine/no-runtime';
    if (isOptional) return { name, ok: true, detail: CHECK_TEXT.lexical(error.message) };
    return { name, ok: false, detail: error.message, advice: error.advice };
  }
}

async function check<C extends ChatConfig | EmbeddingConfig>(
  name: string,
  config: C,
  signal: AbortSignal | undefined,
  probe: (config: C, signal: AbortSignal) => Promise<string>,
): Promise<EngineCheck> {
  const endpoint = endpointOf(config);
  const timeout = AbortSignal.timeout(PROBE_TIMEOUT_MS);
  try {
    const detail = await probe(config, signal ? AbortSignal.any([signal, timeout]) : timeout);
    return { name, ok: true, detail: CHECK_TEXT.works(endpoint, detail) };
  } catch (error) {
    signal?.throwIfAborted();
    const { message, advice, code } = timeout.aborted
      ? timedOut(endpoint, 'answer', PROBE_TIMEOUT_MS)
      : explainProviderError(error, endpoint);
    const names = code === 'engine/no-such-model' ? await listModels(config) : [];
    const known = names.length > 0 ? ` ${CHECK_TEXT.available(names.slice(0, MAX_LISTED_MODELS))}` : '';
    return { name, ok: false, detail: message, advice: `${advice}${known}` };
  }
}

async function probeChat(config: ChatConfig, signal: AbortSignal): Promise<string> {
  const model = await openChatModel({ ...config, answerTokens: PROBE_TOKENS });
  await model.invoke([new HumanMessage('Say OK.')], { signal });
  return CHECK_TEXT.answers;
}

async function probeEmbedding(config: EmbeddingConfig, signal: AbortSignal): Promise<string> {
  const open = await openEmbeddings(config);
  const { dimensions } = await openModelEmbedder({ config, endpoint: endpointOf(config), open, signal });
  if (config.dimensions !== undefined && config.dimensions !== dimensions) {
    const text = ERROR_TEXT.wrongDimensions(config.model, dimensions, config.dimensions);
    throw new AppError({ code: 'engine/bad-vectors', ...text });
  }
  return CHECK_TEXT.vectors(dimensions);
}

/**
 * Lists the server's models if it supports that: https://platform.openai.com/docs/api-reference/models/list
 */
async function listModels({ baseUrl, apiKey }: ChatConfig | EmbeddingConfig): Promise<readonly string[]> {
  if (baseUrl === undefined) return [];
  try {
    const response = await fetch(`${baseUrl.replace(/\/$/, '')}/models`, {
      headers: apiKey === undefined ? {} : { authorization: `Bearer ${apiKey}` },
      signal: AbortSignal.timeout(PROBE_TIMEOUT_MS),
    });
    const list = (await response.json()) as { data?: readonly { id?: unknown }[] };
    return (list.data ?? []).flatMap(({ id }) => (typeof id === 'string' ? [id] : []));
  } catch {
    return [];
  }
}
