// The graph of a store that may grow large: opened, or built, in the background once there are enough passages. Until
// it holds them all it serves nobody, and exact search takes its place.
import type { StoreChange } from '../sqlite/article-store.js';
import type { StoredVectors } from '../sqlite/stored-vectors.js';
import { HnswIndex, type HnswIndexOptions } from './hnsw-index.js';

export type BackgroundIndex = ReturnType<typeof createBackgroundIndex>;

/** @param minPassages from so many on there is a graph */
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
    // What became visible while it was built.
    await graph.reconcile();
    serving = graph;
    // What became visible in that last moment; from here on it is told of each change.
    await graph.reconcile();
  }

  return {
    /** The graph, once it serves. */
    current: () => serving,
    /** Settles when a graph that is needed serves, or the work is ended. Never rejects. */
    whenReady: () => opening ?? Promise.resolve(),
    /** Opens it, where there are passages enough. */
    openIfNeeded(passages: number): void {
      if (passages < minPassages) return;
      // Whatever fails is tried again after the next change of the store; until then search is exact.
      opening ??= open().catch(() => {
        opening = undefined;
      });
    },
    async applyChange({ added, removed }: StoreChange): Promise<void> {
      await serving?.remove(removed);
      await serving?.add(added);
      serving?.compactLater();
    },
    /** Anything may have changed: brings it in line with the store, in the background. */
    resyncLater(): void {
      serving?.resyncLater();
    },
    reconcile: async (): Promise<void> => serving?.reconcile(),
    /** Leaves the file to another graph: one that serves goes on, one that is being built is given up. */
    async release(): Promise<void> {
      releasing.abort();
      await opening;
      await serving?.release();
    },
    /** Saves it, once the signal has ended the work. */
    async close(): Promise<void> {
      await opening;
      await serving?.close();
    },
  };
}
