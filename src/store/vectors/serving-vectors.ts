// Which vectors are searched: those of the embedder in use once all are there, until then those of one before it.
import { setTimeout as wait } from 'node:timers/promises';
import { AppError } from '../../core/errors.js';
import type { Embedder } from '../../core/ports.js';
import type { Serving } from '../hybrid-search.js';
import { dropOtherVectors, hasVectors, listUnembedded, reembedPassages } from '../reindex.js';
import type { StoreChange } from '../sqlite/article-store.js';
import type { Connection } from '../sqlite/database.js';
import { createStoredVectors, type StoredVectors } from '../sqlite/stored-vectors.js';
import { createBackgroundIndex } from './background-index.js';
import { FlatIndex } from './flat-index.js';
import type { HnswIndexOptions } from './hnsw-index.js';
import { removeIndexFile, sweepIndexFiles } from './index-file.js';

/**
 * Numbers compared at each search, some 6 ms' worth: as many as a graph takes to find nineteen of twenty, and nothing
 * missed. More than this make a graph.
 */
const EXACT_MAX_NUMBERS = 60_000_000;
/** A model that could not embed what is missing is asked again after so long. */
const RETRY_AFTER_MS = 60_000;

export interface OpenServingOptions extends Pick<HnswIndexOptions, 'file' | 'storeId'> {
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

export interface ServingVectors {
  readonly current: () => Serving | undefined;
  /** Settles when every passage has its vector, or the store is closed. Never rejects. */
  readonly completed: Promise<void>;
  /** Settles when a graph serves, where there are passages enough for one, or the work is ended. Never rejects. */
  readonly indexed: () => Promise<void>;
  /** Brings what serves in line with a change of the store. */
  readonly follow: (change: StoreChange) => Promise<void>;
  /** Saves the graph, once the signal has ended the work. */
  readonly close: () => Promise<void>;
}

/**
 * Embeds what has no vector of the embedder in use, and serves. Where its model cannot be reached, or the work is to
 * be done meanwhile, the vectors of a former embedder serve if that one can still embed questions (the built-in one
 * always can); else words alone find, until the vectors are there.
 * @throws AppError `engine/bad-vectors`; the signal's reason
 */
export async function openServing(
  database: Connection,
  options: OpenServingOptions,
): Promise<ServingVectors> {
  const { embedder, formerEmbedders, embedsMeanwhile, onProgress, onWarning, signal } = options;
  let current: Serving | undefined;
  await sweepIndexFiles(options.file);

  const refresh = () =>
    reembedPassages(database, embedder, (done, total) => onProgress('embedding', done, total), signal);

  async function serve(by: Embedder): Promise<void> {
    const vectors = createStoredVectors(database, by.fingerprint);
    const before = current;
    const isSame = before?.embedder.fingerprint === by.fingerprint;
    // One file for whichever graph serves.
    if (!isSame) await before?.graph.release();
    current = isSame ? { ...before, embedder: by } : await openVectors(vectors, by);
    if (!isSame) await before?.graph.close();
    // What became visible while the vectors were read went to those before them.
    await current.exact.reconcile(() => signal.aborted);
    current.graph.growTo(current.exact.size);
    await current.graph.reconcile();
    signal.throwIfAborted();
  }

  async function openVectors(vectors: StoredVectors, by: Embedder): Promise<Serving> {
    const { dimensions, fingerprint } = by;
    const exactMaxPassages = options.exactMaxPassages ?? EXACT_MAX_NUMBERS / dimensions;
    const exact = await FlatIndex.open(vectors, dimensions, () => signal.aborted);
    signal.throwIfAborted();
    if (exact.size < exactMaxPassages) await removeIndexFile(options.file);
    const graph = createBackgroundIndex(vectors, exactMaxPassages, {
      ...{ file: options.file, storeId: options.storeId, signal, fingerprint, dimensions },
      onProgress: (done, total) => onProgress('graph', done, total),
    });
    return { embedder: by, exact, graph, exactMaxPassages };
  }

  async function serveOwn(): Promise<void> {
    await serve(embedder);
    await dropOtherVectors(database, embedder.fingerprint, signal);
  }

  async function follow(change: StoreChange): Promise<void> {
    if (!current) return;
    const { graph, exact, embedder: by } = current;
    // While a former embedder's vectors serve, what is new is found by its words.
    const own = by.fingerprint === embedder.fingerprint ? change : { ...change, added: [] };
    await exact.follow(own);
    graph.growTo(exact.size);
    await graph.follow(own);
  }

  function explain(error: unknown): void {
    signal.throwIfAborted();
    const isPassing = error instanceof AppError && error.code.startsWith('engine/');
    if (!isPassing || error.code === 'engine/bad-vectors') throw error;
    onWarning(`Not every passage is embedded yet: ${error.message} ${error.advice}`);
  }

  /** Until all is embedded or the store is closed; articles may come in meanwhile, with vectors of their own. */
  async function completeMeanwhile(): Promise<void> {
    for (;;) {
      try {
        await refresh();
        break;
      } catch (error) {
        explain(error);
        await wait(RETRY_AFTER_MS, undefined, { signal });
      }
    }
    await serveOwn();
  }

  const isComplete = () => listUnembedded(database, embedder.fingerprint).length === 0;
  if (!isComplete() && !embedsMeanwhile) await refresh().catch(explain);
  let completed = Promise.resolve();
  if (isComplete()) await serveOwn();
  else {
    const stopgap = [...formerEmbedders, embedder].find(({ fingerprint }) =>
      hasVectors(database, fingerprint),
    );
    if (stopgap) await serve(stopgap);
    completed = completeMeanwhile().catch((error: unknown) => {
      if (!signal.aborted)
        onWarning(error instanceof AppError ? `${error.message} ${error.advice}` : String(error));
    });
  }
  return {
    ...{ current: () => current, completed, follow },
    indexed: async () => current?.graph.opened(),
    async close() {
      await completed;
      await current?.graph.close();
    },
  };
}
