// Embeds many texts: in batches, a few at a time, checked; what a model was paid for is kept and not asked for again.
import { setImmediate as yieldToEvents } from 'node:timers/promises';
import { AppError } from '../errors.js';
import type { Embedder, VectorCache } from '../ports.js';
import { digestOf } from '../text/article.js';

/** Texts embedded at once where the embedder does not say: a few milliseconds' worth for the built-in one. */
const BATCH_TEXTS = 8;

export interface EmbedOptions {
  readonly signal?: AbortSignal | undefined;
  /** Asked only where the embedder {@link Embedder.isRemote}. */
  readonly cache?: VectorCache | undefined;
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/**
 * One vector a text, in order. Batches run side by side as far as the embedder allows; the first failure stops the
 * rest, and what was embedded until then stays in the cache.
 * @throws AppError `engine/bad-vectors`, and whatever the embedder throws
 */
export async function embedTexts(
  embedder: Embedder,
  texts: readonly string[],
  { signal, cache, onProgress }: EmbedOptions = {},
): Promise<readonly Float32Array[]> {
  const { fingerprint, batchSize = BATCH_TEXTS, concurrency = 1 } = embedder;
  const keeps = embedder.isRemote ? cache : undefined;
  const digests = keeps ? texts.map(textDigest) : [];
  const kept = keeps?.get(fingerprint, digests);
  const vectors = texts.map((_, index) => kept?.get(digests[index] ?? ''));
  const missing = vectors.flatMap((vector, index) => (vector ? [] : [index]));
  let done = texts.length - missing.length;
  let next = 0;
  let failure: { readonly error: unknown } | undefined;

  async function work(): Promise<void> {
    // Beside a batch that failed the others come to their end: they are paid for.
    while (next < missing.length && !failure) {
      signal?.throwIfAborted();
      const batch = missing.slice(next, next + batchSize);
      next += batchSize;
      const asked = batch.map((index) => texts[index] ?? '');
      const answered = readVectors(embedder, asked, await embedder.embedDocuments(asked, { signal }));
      keeps?.put(
        fingerprint,
        new Map(batch.map((index, at) => [digests[index] ?? '', answered[at] as Float32Array])),
      );
      for (const [at, index] of batch.entries()) vectors[index] = answered[at];
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

/** What a cached vector is found by. */
export function textDigest(text: string): string {
  return digestOf(text);
}

/** Checks what came back. @throws AppError `engine/bad-vectors` */
function readVectors(
  { fingerprint, dimensions }: Embedder,
  texts: readonly string[],
  vectors: readonly (readonly number[])[],
): readonly Float32Array[] {
  const strange = vectors.find((vector) => vector.length !== dimensions || !vector.every(Number.isFinite));
  if (vectors.length === texts.length && !strange) return vectors.map((vector) => Float32Array.from(vector));
  const got = strange
    ? `a vector of ${strange.length} numbers, not the ${dimensions} it promised`
    : `${vectors.length} vectors for ${texts.length} texts`;
  throw new AppError({
    code: 'engine/bad-vectors',
    message: `The embedding model ${fingerprint} returned ${got}.`,
    advice:
      'Check EMBEDDING_MODEL and EMBEDDING_DIMENSIONS; another model behind the same name needs a new name.',
  });
}
