// Embeds with a LangChain embedding model of any provider, with retries and a fingerprint per server and
// model.
import type { EmbeddingConfig } from '../../config/models.js';
import type { Embedder } from '../../core/ports.js';
import {
  ANSWER_RETRIES,
  type CircuitBreakerOptions,
  createCircuitBreaker,
  INDEXING_RETRIES,
} from './circuit-breaker.js';
import { createFittingEmbedder } from './embed-within-limits.js';
import type { EmbeddingsOpener } from './open-models.js';
import { badResponse, type Endpoint, timedOut } from './provider-error.js';
import { BAD_RESPONSE } from './text.js';

/** Someone is waiting for the answer. Without this vector, full-text search still works. */
const QUESTION_TIMEOUT_MS = 10_000;
/** Enough for a full batch on a slow machine. */
const BATCH_TIMEOUT_MS = 120_000;

/** Models return vectors of length 1, or of a few dozens. Anything far from that is an error. */
const MIN_LENGTH = 1e-6;
const MAX_LENGTH = 1e6;

export interface ModelEmbedderOptions {
  readonly config: EmbeddingConfig;
  readonly endpoint: Endpoint;
  readonly open: EmbeddingsOpener;
  /** Fingerprints of stored vectors. If one belongs to this model, it says the dimension without a call. */
  readonly knownFingerprints?: readonly string[] | undefined;
  /** Retry settings for embedding documents. Default: {@link INDEXING_RETRIES}. */
  readonly retries?: CircuitBreakerOptions | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Opens the embedder. The dimension comes from stored vectors of the same model, or from embedding one word.
 * @throws AppError `engine/*` if the model has to be called and fails
 */
export async function openModelEmbedder(options: ModelEmbedderOptions): Promise<Embedder> {
  const { config, endpoint, open, knownFingerprints = [], signal } = options;
  const forQuestions = createCircuitBreaker(endpoint, ANSWER_RETRIES);
  const forDocuments = createCircuitBreaker(endpoint, options.retries ?? INDEXING_RETRIES);
  const name = fingerprintName(config, endpoint);

  const embedFitting = createFittingEmbedder((vector) => readVector(vector, endpoint));

  async function embedQuery(text: string, { signal }: { signal?: AbortSignal | undefined } = {}) {
    const [vector = []] = await embedFitting([text], async ([part = '']) => [
      await forQuestions.call(
        () => within(QUESTION_TIMEOUT_MS, signal, (stop) => open(stop).embedQuery(part)),
        signal,
      ),
    ]);
    return vector;
  }

  const known = knownFingerprints.flatMap((one) => {
    const [, dimensions] = one.startsWith(`${name}/`) ? (/\/(\d+)$/.exec(one) ?? []) : [];
    return dimensions === undefined ? [] : [Number(dimensions)];
  })[0];
  const dimensions = known ?? (await embedQuery('word', { signal })).length;

  function within<T>(
    ms: number,
    outer: AbortSignal | undefined,
    work: (signal: AbortSignal) => Promise<T>,
  ): Promise<T> {
    const timeout = AbortSignal.timeout(ms);
    const stop = outer ? AbortSignal.any([outer, timeout]) : timeout;
    return rejectOnAbort(stop, work(stop)).catch((error: unknown) => {
      throw timeout.aborted && !outer?.aborted ? timedOut(endpoint, 'embed', ms) : error;
    });
  }

  return {
    fingerprint: `${name}/${dimensions}`,
    dimensions,
    ...{ isRemote: true, batchSize: config.batchSize, concurrency: config.concurrency },
    embedQuery,
    async embedDocuments(texts, { signal } = {}) {
      return await embedFitting(texts, async (batch) => {
        const vectors = await forDocuments.call(
          () => within(BATCH_TIMEOUT_MS, signal, (stop) => open(stop).embedDocuments([...batch])),
          signal,
        );
        if (vectors.length === batch.length) return vectors;
        throw badResponse(endpoint, BAD_RESPONSE.wrongVectorCount(vectors.length, batch.length), {
          isTransient: false,
        });
      });
    },
  };
}

/**
 * The fingerprint without the dimension: server or provider, and model. A configured dimension is part of the
 * model.
 */
function fingerprintName({ model, baseUrl, dimensions }: EmbeddingConfig, { host }: Endpoint): string {
  const shortened = dimensions === undefined ? '' : `@${dimensions}`;
  return `${baseUrl === undefined ? host : `openai-protocol/${host}`}/${model}${shortened}`;
}

/**
 * Validates a vector, because some libraries return whatever the server sent, and scales it to unit length, because search
 * compares inner products.
 */
function readVector(vector: unknown, endpoint: Endpoint): readonly number[] {
  const isList = Array.isArray(vector) && vector.length > 0 && vector.every((one) => Number.isFinite(one));
  if (!isList) throw badResponse(endpoint, BAD_RESPONSE.noVector);
  const values: readonly number[] = vector;
  if (values.every((value) => value === values[0])) throw badResponse(endpoint, BAD_RESPONSE.noDirection);
  const length = Math.hypot(...values);
  if (!(length >= MIN_LENGTH && length <= MAX_LENGTH)) throw badResponse(endpoint, BAD_RESPONSE.badLength);
  return values.map((value) => value / length);
}

/**
 * Resolves as `work` does, or rejects as soon as the signal aborts, because some libraries don't cancel their
 * request.
 */
function rejectOnAbort<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const end = () => reject(signal.reason as Error);
    signal.addEventListener('abort', end, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', end));
  });
}
