// Embeds many texts in concurrent batches, checks the vectors, and caches those of remote embedders.
import { setImmediate as yieldToEvents } from 'node:timers/promises';
import { AppError } from '../errors.js';
import type { Embedder } from '../ports.js';
import type { VectorCache } from '../store-ports.js';
import { digestOf } from '../text/article.js';

/** Takes the built-in embedder a few milliseconds, so the event loop isn't blocked for long. */
const DEFAULT_BATCH_SIZE = 8;

/** Options for {@link embedTexts}. */
export interface EmbedOptions {
  readonly signal?: AbortSignal | undefined;
  /** Of the article. See {@link EmbeddingOptions}. */
  readonly language?: string | undefined;
  /** Used only if the embedder {@link Embedder.isRemote}. */
  readonly cache?: VectorCache | undefined;
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/**
 * Returns one vector per text, in order. The first failure stops new batches; finished batches stay in the cache.
 * @throws AppError `engine/bad-vectors`; whatever the embedder throws
 */
export async function embedTexts(
  embedder: Embedder,
  texts: readonly string[],
  { signal, language, cache, onProgress }: EmbedOptions = {},
): Promise<readonly Float32Array[]> {
  const { fingerprint, batchSize = DEFAULT_BATCH_SIZE, concurrency = 1 } = embedder;
  const vectorCache = embedder.isRemote ? cache : undefined;
  const digests = vectorCache ? texts.map(textDigest) : [];
  const cachedVectors = vectorCache?.get(fingerprint, digests);
  const vectors = texts.map((_, index) => cachedVectors?.get(digests[index] ?? ''));
  const missing = vectors.flatMap((vector, index) => (vector ? [] : [index]));
  let done = texts.length - missing.length;
  let next = 0;
  let failure: { readonly error: unknown } | undefined;

  async function work(): Promise<void> {
    // After a failure, running batches still finish and are cached, because they are already paid for.
    while (next < missing.length && !failure) {
      signal?.throwIfAborted();
      const batch = missing.slice(next, next + batchSize);
      next += batchSize;
      const batchTexts = batch.map((index) => texts[index] ?? '');
      const batchVectors = toVectors(
        embedder,
        batchTexts,
        await embedder.embedDocuments(batchTexts, { signal, language }),
      );
      vectorCache?.put(
        fingerprint,
        new Map(batch.map((index, at) => [digests[index] ?? '', batchVectors[at] as Float32Array])),
      );
      for (const [at, index] of batch.entries()) vectors[index] = batchVectors[at];
      done += batch.length;
      onProgress?.(done, texts.length);
      await yieldToEvents();
    }
  }

  const workers = Array.from({ length: concurrency }, () =>
    work().catch((error: unknown) => {
      failure ??= { error };
    }),
  );
  await Promise.all(workers);
  if (failure) throw (failure as { readonly error: unknown }).error;
  return vectors as Float32Array[];
}

/** The cache key of a text's vector. */
export function textDigest(text: string): string {
  return digestOf(text);
}

/** Checks the embedder's output and converts it. @throws AppError `engine/bad-vectors` */
function toVectors(
  { fingerprint, dimensions }: Embedder,
  texts: readonly string[],
  vectors: readonly (readonly number[])[],
): readonly Float32Array[] {
  const invalid = vectors.find((vector) => vector.length !== dimensions || !vector.every(Number.isFinite));
  if (vectors.length === texts.length && !invalid) return vectors.map((vector) => Float32Array.from(vector));
  const got = invalid
    ? `a vector of ${invalid.length} numbers, not the ${dimensions} expected`
    : `${vectors.length} vectors for ${texts.length} texts`;
  throw new AppError({
    code: 'engine/bad-vectors',
    message: `The embedding model ${fingerprint} returned ${got}.`,
    advice:
      'Check EMBEDDING_MODEL and EMBEDDING_DIMENSIONS. If the server now runs another model under the same name, give it a new name.',
  });
}
