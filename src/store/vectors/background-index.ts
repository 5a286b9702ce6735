// Opens or builds the HNSW index in the background once there are enough passages. Until it is complete, the
// flat index does the searching.
import type { StoreChange } from '../sqlite/article-store.js';
import type { StoredVectors } from '../sqlite/stored-vectors.js';
import { HnswIndex, type HnswIndexOptions } from './hnsw-index.js';

export type BackgroundIndex = ReturnType<typeof createBackgroundIndex>;

/** @param minPassages an HNSW index is built from this many passages on */
export function createBackgroundIndex(
  stored: StoredVectors,
  minPassages: number,
  options: HnswIndexOptions & { readonly signal: AbortSignal },
) {
  const releasing = new AbortController();
  const signal = AbortSignal.any([options.signal, releasing.signal]);
  let serving: HnswIndex | undefined;
  let opening: Promise<void> | undefined;

  async function open(): Promise<void> {
    const graph = await HnswIndex.open(stored, { ...options, signal });
    // Adds what became visible during the build.
    await graph.reconcile();
    serving = graph;
    // Adds what became visible during the previous step. From now on `applyChange` reports each change.
    await graph.reconcile();
  }

  return {
    /** The index, once it is ready. */
    current: () => serving,
    /** Settles when the index is ready, if one is needed, or the work is cancelled. Never rejects. */
    whenReady: () => opening ?? Promise.resolve(),
    /** Opens the index if there are enough passages. */
    openIfNeeded(passages: number): void {
      if (passages < minPassages) return;
      // A failure is retried after the next change of the store. Until then the flat index does the
      // searching.
      opening ??= open().catch(() => {
        opening = undefined;
      });
    },
    async applyChange({ added, removed }: StoreChange): Promise<void> {
      await serving?.remove(removed);
      await serving?.add(added);
      serving?.compactLater();
    },
    /** Synchronises the index with the store in the background, after an unknown change. */
    resyncLater(): void {
      serving?.resyncLater();
    },
    reconcile: async (): Promise<void> => serving?.reconcile(),
    /**
     * Hands the file over to another index. A ready index keeps serving; an unfinished build is cancelled.
     */
    async release(): Promise<void> {
      releasing.abort();
      await opening;
      await serving?.release();
    },
    /** Saves the index. The signal must have ended background work first. */
    async close(): Promise<void> {
      await opening;
      await serving?.close();
    },
  };
}
