// Which vectors are searched: those of the embedder in use once all are there, until then those of one before it.
import { setTimeout as wait } from 'node:timers/promises';
import { AppError } from '../../core/errors.js';
import type { Embedder } from '../../core/ports.js';
import type { SearchableVectors } from '../hybrid-search.js';
import { dropOtherVectors, hasVectors, listUnembedded, reembedPassages } from '../reindex.js';
import type { StoreChange } from '../sqlite/article-store.js';
import type { Connection } from '../sqlite/database.js';
import { createStoredVectors, type StoredVectors } from '../sqlite/stored-vectors.js';
import { createBackgroundIndex } from './background-index.js';
import { FlatIndex } from './flat-index.js';
import type { HnswIndexOptions } from './hnsw-index.js';
import { removeIndexFile, removeStaleIndexFiles } from './index-file.js';

/**
 * Numbers compared at each search, some 6 ms' worth: as many as a graph takes to find nineteen of twenty, and nothing
 * missed. More than this make a graph.
 */
const MAX_FLAT_NUMBERS = 60_000_000;
/** A model that could not embed what is missing is asked again after so long. */
const RETRY_AFTER_MS = 60_000;

export interface OpenVectorsOptions extends Pick<HnswIndexOptions, 'file' | 'storeId'> {
  readonly embedder: Embedder;
  /** Embedders that can still be asked: the vectors of one may serve until the new ones are complete. */
  readonly formerEmbedders: readonly Embedder[];
  /** True: what is missing is embedded while the store is in use, not before. */
  readonly embedsMeanwhile: boolean;
  /** A scope of at most so many passages is searched exactly. Default: by the dimension of the vectors. */
  readonly exactMaxPassages: number | undefined;
  readonly onProgress: (step: 'embedding' | 'graph', done: number, total: number) => void;
  readonly onWarning: (warning: string) => void;
  /** Ends the work at the store's close. */
  readonly signal: AbortSignal;
}

export interface VectorSearch {
  readonly current: () => SearchableVectors | undefined;
  /** Settles when every passage has its vector, or the store is closed. Never rejects. */
  readonly embedded: Promise<void>;
  /** Settles when a graph serves, where there are passages enough for one, or the work is ended. Never rejects. */
  readonly indexed: () => Promise<void>;
  /** Brings what serves in line with a change of the store. */
  readonly applyChange: (change: StoreChange) => Promise<void>;
  /** Saves the graph, once the signal has ended the work. */
  readonly close: () => Promise<void>;
}

/**
 * Embeds what has no vector of the embedder in use, and serves. Where its model cannot be reached, or the work is to
 * be done meanwhile, the vectors of a former embedder serve if that one can still embed questions (the built-in one
 * always can); else words alone find, until the vectors are there.
 * @throws AppError `engine/bad-vectors`; the signal's reason
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
    // One file for whichever graph serves.
    if (!isSame) await before?.hnsw.release();
    current = isSame ? { ...before, embedder: by } : await openVectors(vectors, by);
    if (!isSame) await before?.hnsw.close();
    // What became visible while the vectors were read went to those before them.
    await current.flat.reconcile(() => signal.aborted);
    current.hnsw.openIfNeeded(current.flat.size);
    await current.hnsw.reconcile();
    signal.throwIfAborted();
  }

  async function openVectors(vectors: StoredVectors, by: Embedder): Promise<SearchableVectors> {
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
    // While a former embedder's vectors serve, what is new is found by its words.
    const own = by.fingerprint === embedder.fingerprint ? change : { ...change, added: [] };
    await flat.applyChange(own);
    hnsw.openIfNeeded(flat.size);
    await hnsw.applyChange(own);
  }

  function warnOrThrow(error: unknown): void {
    signal.throwIfAborted();
    const isPassing = error instanceof AppError && error.code.startsWith('engine/');
    if (!isPassing || error.code === 'engine/bad-vectors') throw error;
    onWarning(`Not every passage is embedded yet: ${error.message} ${error.advice}`);
  }

  /** Until all is embedded or the store is closed; articles may come in meanwhile, with vectors of their own. */
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
