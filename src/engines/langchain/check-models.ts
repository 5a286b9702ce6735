// Asks every configured model once, for `doctor`: does it answer, does it exist, what vectors does it give.
import { HumanMessage } from '@langchain/core/messages';
import type { ChatConfig, EmbeddingConfig, ModelsConfig } from '../../config.js';
import { AppError } from '../../core/errors.js';
import { openModelEmbedder } from './embedder.js';
import { endpointOf, openChatModel, openEmbeddings } from './open-models.js';
import { explainProviderError } from './provider-error.js';

/** What was found of one part. */
export interface EngineCheck {
  /** `chat model` or `embedding model`. */
  readonly name: string;
  readonly ok: boolean;
  /** What it is, or what is wrong. */
  readonly detail: string;
  /** What to do where it is not ok. */
  readonly advice?: string | undefined;
}

/** A model that thinks first needs a few tokens before it says anything. */
const PROBE_TOKENS = 64;
const PROBE_TIMEOUT_MS = 30_000;
/** Names listed where the model asked for is unknown. */
const MAX_LISTED_MODELS = 12;

/** Makes one small call to each configured model, which costs a few tokens. Never rejects but with the signal's reason. */
export async function checkEngine(
  { chat, embedding }: ModelsConfig,
  { signal }: { readonly signal?: AbortSignal | undefined } = {},
): Promise<readonly EngineCheck[]> {
  return [
    chat
      ? await check('chat model', chat, signal, probeChat)
      : { name: 'chat model', ok: true, detail: 'built in' },
    embedding
      ? await check('embedding model', embedding, signal, probeEmbedding)
      : { name: 'embedding model', ok: true, detail: 'built in' },
  ];
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
    return { name, ok: true, detail: `${endpoint.model} at ${endpoint.host} ${detail}` };
  } catch (error) {
    signal?.throwIfAborted();
    const { message, advice, code } = timeout.aborted
      ? {
          message: `${endpoint.host} did not answer within 30 seconds.`,
          advice: 'Check that it runs.',
          code: '',
        }
      : explainProviderError(error, endpoint);
    const names = code === 'engine/no-such-model' ? await listModels(config) : [];
    const known = names.length > 0 ? ` It knows: ${names.slice(0, MAX_LISTED_MODELS).join(', ')}.` : '';
    return { name, ok: false, detail: message, advice: `${advice}${known}` };
  }
}

async function probeChat(config: ChatConfig, signal: AbortSignal): Promise<string> {
  const model = await openChatModel({ ...config, answerTokens: PROBE_TOKENS });
  await model.invoke([new HumanMessage('Say OK.')], { signal });
  return 'answers';
}

async function probeEmbedding(config: EmbeddingConfig, signal: AbortSignal): Promise<string> {
  const open = await openEmbeddings(config);
  const { dimensions } = await openModelEmbedder({ config, endpoint: endpointOf(config), open, signal });
  if (config.dimensions !== undefined && config.dimensions !== dimensions) {
    throw new AppError({
      code: 'engine/bad-vectors',
      message: `${config.model} gives vectors of ${dimensions} numbers, not the ${config.dimensions} of EMBEDDING_DIMENSIONS.`,
      advice: 'Leave EMBEDDING_DIMENSIONS empty: this model cannot shorten its vectors.',
    });
  }
  return `gives vectors of ${dimensions} numbers`;
}

/** Where the server can tell: https://platform.openai.com/docs/api-reference/models/list */
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
