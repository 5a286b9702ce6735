// Chooses the vectors to search: those of the current embedder once they are complete, and until then a
// former embedder's.
import { setTimeout as wait } from 'node:timers/promises';
import { AppError } from '../../core/errors.js';
import type { Embedder } from '../../core/ports.js';
import type { SearchableVectors } from '../hybrid-search.js';
import { dropOtherVectors, hasVectors, listUnembedded, reembedPassages } from '../reindex.js';
import type { StoreChange } from '../sqlite/article-store.js';
import type { Connection } from '../sqlite/database.js';
import { createStoredVectors, type StoredVectors } from '../sqlite/stored-vectors.js';
import { STORE_TEXT } from '../text.js';
import { createBackgroundIndex } from './background-index.js';
import { FlatIndex } from './flat-index.js';
import type { HnswIndexOptions } from './hnsw-index.js';
import { removeIndexFile, removeStaleIndexFiles } from './index-file.js';

/**
 * The flat index compares at most this many numbers per search, which takes about 6 ms and misses nothing.
 * HNSW takes as long for a recall of 95 %. Larger stores use HNSW.
 */
const MAX_FLAT_NUMBERS = 60_000_000;
/** If the model couldn't embed what is missing, it is tried again after this time. */
const RETRY_AFTER_MS = 60_000;

export interface OpenVectorsOptions extends Pick<HnswIndexOptions, 'file' | 'storeId'> {
  readonly embedder: Embedder;
  /** Embedders that are still available. Their vectors may serve until the new ones are complete. */
  readonly formerEmbedders: readonly Embedder[];
  /** True: missing vectors are computed while the store is in use. False: before it opens. */
  readonly embedsMeanwhile: boolean;
  /** Scopes of at most this many passages use the flat index. Default: depends on the dimension. */
  readonly exactMaxPassages: number | undefined;
  readonly onProgress: (step: 'embedding' | 'graph', done: number, total: number) => void;
  readonly onWarning: (warning: string) => void;
  /** Ends the work when the store closes. */
  readonly signal: AbortSignal;
}

export interface VectorSearch {
  readonly current: () => SearchableVectors | undefined;
  /** Settles when every passage has a vector, or the store is closed. Never rejects. */
  readonly embedded: Promise<void>;
  /**
   * Settles when the HNSW index is ready, if there are enough passages for one, or the work is cancelled.
   * Never rejects.
   */
  readonly indexed: () => Promise<void>;
  /** Applies a change of the store to the indexes. */
  readonly applyChange: (change: StoreChange) => Promise<void>;
  /** Saves the HNSW index. The signal must have ended the work first. */
  readonly close: () => Promise<void>;
}

/**
 * Embeds the passages that the current embedder hasn't embedded, and opens the indexes. If its model is
 * unreachable, or embedding happens in the background, a former embedder's vectors serve, as long as that
 * embedder can still embed questions. The built-in one always can. Otherwise only full-text search works
 * until the vectors are complete.
 * @throws AppError `engine/bad-vectors`, or the signal's reason
 */
export async function openVectors(database: Connection, options: OpenVectorsOptions): Promise<VectorSearch> {
  const { embedder, formerEmbedders, embedsMeanwhile, onProgress, onWarning, signal } = options;
  let current: SearchableVectors | undefined;
  await removeStaleIndexFiles(options.file);

  const embedMissing = () =>
    reembedPassages(database, embedder, (done, total) => onProgress('embedding', done, total), signal);

  async function serve(by: Embedder): Promise<void> {
    const vectors = createStoredVectors(database, by.fingerprint);
    const before = current;
    const isSame = before?.embedder.fingerprint === by.fingerprint;
    // Both indexes use the same file.
    if (!isSame) await before?.hnsw.release();
    current = isSame ? { ...before, embedder: by } : await openIndexes(vectors, by);
    if (!isSame) await before?.hnsw.close();
    // Passages that became visible while the vectors were read went to the previous indexes.
    await current.flat.reconcile(() => signal.aborted);
    current.hnsw.openIfNeeded(current.flat.size);
    await current.hnsw.reconcile();
    signal.throwIfAborted();
  }

  async function openIndexes(vectors: StoredVectors, by: Embedder): Promise<SearchableVectors> {
    const { dimensions, fingerprint } = by;
    const exactMaxPassages = options.exactMaxPassages ?? MAX_FLAT_NUMBERS / dimensions;
    const flat = await FlatIndex.open(vectors, dimensions, () => signal.aborted);
    signal.throwIfAborted();
    if (flat.size < exactMaxPassages) await removeIndexFile(options.file);
    const hnsw = createBackgroundIndex(vectors, exactMaxPassages, {
      ...{ file: options.file, storeId: options.storeId, signal, fingerprint, dimensions },
      onProgress: (done, total) => onProgress('graph', done, total),
    });
    return { embedder: by, flat, hnsw, exactMaxPassages };
  }

  async function serveOwn(): Promise<void> {
    await serve(embedder);
    await dropOtherVectors(database, embedder.fingerprint, signal);
  }

  async function applyChange(change: StoreChange): Promise<void> {
    if (!current) return;
    const { hnsw, flat, embedder: by } = current;
    // While a former embedder's vectors serve, new passages are found by full text only.
    const own = by.fingerprint === embedder.fingerprint ? change : { ...change, added: [] };
    await flat.applyChange(own);
    hnsw.openIfNeeded(flat.size);
    await hnsw.applyChange(own);
  }

  function warnOrThrow(error: unknown): void {
    signal.throwIfAborted();
    const isEngineError = error instanceof AppError && error.code.startsWith('engine/');
    if (!isEngineError || error.code === 'engine/bad-vectors') throw error;
    onWarning(STORE_TEXT.embeddingIncomplete(`${error.message} ${error.advice}`));
  }

  /** Runs until everything is embedded or the store is closed. New articles bring their own vectors. */
  async function embedInBackground(): Promise<void> {
    for (;;) {
      try {
        await embedMissing();
        break;
      } catch (error) {
        warnOrThrow(error);
        await wait(RETRY_AFTER_MS, undefined, { signal });
      }
    }
    await serveOwn();
  }

  const isComplete = () => listUnembedded(database, embedder.fingerprint).length === 0;
  if (!isComplete() && !embedsMeanwhile) await embedMissing().catch(warnOrThrow);
  let embedded = Promise.resolve();
  if (isComplete()) await serveOwn();
  else {
    const formerEmbedder = [...formerEmbedders, embedder].find(({ fingerprint }) =>
      hasVectors(database, fingerprint),
    );
    if (formerEmbedder) await serve(formerEmbedder);
    embedded = embedInBackground().catch((error: unknown) => {
      if (!signal.aborted)
        onWarning(error instanceof AppError ? `${error.message} ${error.advice}` : String(error));
    });
  }
  return {
    ...{ current: () => current, embedded, applyChange },
    indexed: async () => current?.hnsw.whenReady(),
    async close() {
      await embedded;
      await current?.hnsw.close();
    },
  };
}
