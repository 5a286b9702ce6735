// Which vectors are searched: those of the embedder in use once all are there, until then those of one before it.
import { setTimeout as wait } from 'node:timers/promises';
import { AppError } from '../core/errors.js';
import type { Embedder } from '../core/ports.js';
import type { Connection } from './database.js';
import { createExactSearch } from './exact-search.js';
import { sweepGraphFiles } from './graph-file.js';
import type { Serving } from './passage-search.js';
import { dropOtherVectors, hasVectors, listUnembedded, refreshEmbeddings } from './refresh.js';
import type { StoreChange } from './sqlite.js';
import { createStoredVectors } from './stored-vectors.js';
import { VectorIndex, type VectorIndexOptions } from './vector-index.js';

/** A model that could not embed what is missing is asked again after so long. */
const RETRY_AFTER_MS = 60_000;

export interface OpenServingOptions extends Pick<VectorIndexOptions, 'file' | 'storeId'> {
  readonly embedder: Embedder;
  /** Embedders that can still be asked: the vectors of one may serve until the new ones are complete. */
  readonly formerEmbedders: readonly Embedder[];
  /** True: what is missing is embedded while the store is in use, not before. */
  readonly embedsMeanwhile: boolean;
  readonly onProgress: (step: 'embedding' | 'graph', done: number, total: number) => void;
  readonly onWarning: (warning: string) => void;
  /** Ends the work at the store's close. */
  readonly signal: AbortSignal;
}

export interface ServingVectors {
  readonly current: () => Serving | undefined;
  /** Settles when every passage has its vector, or the store is closed. Never rejects. */
  readonly completed: Promise<void>;
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
  await sweepGraphFiles(options.file);

  const refresh = () =>
    refreshEmbeddings(database, embedder, (done, total) => onProgress('embedding', done, total), signal);

  async function serve(by: Embedder): Promise<void> {
    const vectors = createStoredVectors(database, by.fingerprint);
    const before = current;
    const isSame = before?.embedder.fingerprint === by.fingerprint;
    // One file for whichever graph serves.
    if (!isSame) await before?.graph.release();
    const graph = isSame
      ? before.graph
      : await VectorIndex.open(vectors, {
          ...{ file: options.file, storeId: options.storeId, signal },
          ...{ fingerprint: by.fingerprint, dimensions: by.dimensions },
          onProgress: (done, total) => onProgress('graph', done, total),
        });
    current = { embedder: by, graph, exact: createExactSearch(vectors, by.dimensions) };
    if (!isSame) await before?.graph.close();
    // What became visible while the graph was read went to the one before it.
    await graph.reconcile();
    signal.throwIfAborted();
  }

  async function serveOwn(): Promise<void> {
    await serve(embedder);
    await dropOtherVectors(database, embedder.fingerprint, signal);
  }

  async function follow({ library, added, removed }: StoreChange): Promise<void> {
    if (!current) return;
    const { graph, exact, embedder: by } = current;
    exact.follow(`l${library}`);
    await graph.remove(removed);
    // While a former embedder's vectors serve, what is new is found by its words.
    if (by.fingerprint === embedder.fingerprint) await graph.add(added);
    graph.compactLater();
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
    async close() {
      await completed;
      await current?.graph.close();
    },
  };
}
