// The HNSW index over all vectors (Malkov & Yashunin 2018, implemented by hnswlib-node). It is a cache of the
// stored vectors: synchronised by comparing passage ids, and rebuilt if its file is missing, damaged or
// foreign.
import { setImmediate as yieldToEvents } from 'node:timers/promises';
import pLimit from 'p-limit';
import type { StoredVectors } from '../sqlite/stored-vectors.js';
import { createHnswGraph, type HnswGraph } from './hnsw-graph.js';
import { type IndexOrigin, readIndexFile, writeIndexFile } from './index-file.js';

/** Candidates considered in a search. Hashed vectors need many for good recall. */
const SEARCH_CANDIDATES = 1_600;
/** Nodes added before the event loop gets a turn. */
const NODES_PER_STEP = 4;
/** Deleted nodes still cost search time, so past this share the graph is rebuilt. */
const MAX_DELETED_SHARE = 0.3;
/** The file is saved once this share of the nodes isn't in it, which limits what a crash can cost. */
const MAX_UNSAVED_SHARE = 0.25;
const MIN_UNSAVED = 2_000;
const MIN_CAPACITY = 1_024;

export interface HnswIndexOptions extends IndexOrigin {
  /** Path of the graph file. Its metadata is in the same path plus `.json`. */
  readonly file: string;
  /** Called while many vectors are added. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
  /** Cancels long work. The next start adds what is missing. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Finds the nearest passages by vector. Use {@link HnswIndex.open}, then search, then {@link
 * HnswIndex.close}. Changes are serialised; searches never wait.
 */
export class HnswIndex {
  #graph: HnswGraph;
  readonly #options: HnswIndexOptions;
  readonly #vectors: StoredVectors;
  /** Labels that aren't deleted. */
  readonly #ids = new Set<number>();
  readonly #deleted = new Set<number>();
  /** Changes that aren't saved to the file. */
  #unsaved = 0;
  readonly #mutex = pLimit(1);
  #isResyncScheduled = false;
  #isCompacting = false;
  #isReleased = false;
  #isClosed = false;

  private constructor(vectors: StoredVectors, options: HnswIndexOptions) {
    this.#vectors = vectors;
    this.#options = options;
    this.#graph = createHnswGraph(options.dimensions, MIN_CAPACITY);
  }

  /** Loads the file if it can be trusted, then synchronises the graph with the store. */
  static async open(vectors: StoredVectors, options: HnswIndexOptions): Promise<HnswIndex> {
    const index = new HnswIndex(vectors, options);
    const saved = await readIndexFile(options.file, options);
    if (saved) {
      index.#graph = saved.graph;
      for (const id of saved.deleted) index.#deleted.add(id);
      for (const id of saved.graph.getIdsList()) if (!index.#deleted.has(id)) index.#ids.add(id);
    }
    await index.reconcile();
    return index;
  }

  get size(): number {
    return this.#ids.size;
  }

  /** Adds and removes nodes until the graph has exactly the visible passages of the store. */
  reconcile(): Promise<void> {
    return this.#mutex(() => this.#reconcile());
  }

  /** Synchronises in the background. Does nothing if a synchronisation is already scheduled. */
  resyncLater(): void {
    if (this.#isResyncScheduled) return;
    this.#isResyncScheduled = true;
    this.#runInBackground(
      this.#mutex(() => {
        this.#isResyncScheduled = false;
        return this.#reconcile();
      }),
    );
  }

  /** Never replaces a vector, because passage ids are never reused. */
  add(entries: Iterable<{ readonly id: number; readonly vector: Float32Array }>): Promise<void> {
    return this.#mutex(async () => {
      await this.#add(entries);
      await this.#saveIfNeeded();
    });
  }

  remove(ids: readonly number[]): Promise<void> {
    return this.#mutex(async () => this.#remove(ids));
  }

  /** Rebuilds the graph if too many of its nodes are deleted. Meanwhile the old one stays in use. */
  async compact(): Promise<void> {
    if (this.#isCompacting || this.#deleted.size <= MIN_CAPACITY * MAX_DELETED_SHARE) return;
    if (this.#deleted.size <= (this.#ids.size + this.#deleted.size) * MAX_DELETED_SHARE) return;
    this.#isCompacting = true;
    try {
      const fresh = new HnswIndex(this.#vectors, this.#options);
      for (const step of inSteps([...this.#ids], NODES_PER_STEP)) {
        if (this.#isStopping) return;
        await fresh.#addStored(step);
      }
      await this.#mutex(() => this.#replaceWith(fresh));
    } finally {
      this.#isCompacting = false;
    }
  }

  /** Runs {@link HnswIndex.compact} in the background. */
  compactLater(): void {
    this.#runInBackground(this.compact());
  }

  /** Returns the `limit` nearest passages that `accepts` allows, nearest first, with cosine similarity. */
  search(
    vector: Float32Array,
    limit: number,
    accepts?: (id: number) => boolean,
  ): { readonly id: number; readonly similarity: number }[] {
    const count = Math.min(limit, this.#ids.size);
    if (count === 0) return [];
    this.#graph.setEf(Math.max(SEARCH_CANDIDATES, count));
    const { neighbors, distances } = this.#graph.searchKnn(Array.from(vector), count, accepts);
    return neighbors.map((id, rank) => ({ id, similarity: 1 - (distances[rank] ?? 1) }));
  }

  /** Hands the file over to another index. This one can still be searched, but no longer saves. */
  async release(): Promise<void> {
    this.#isReleased = true;
    await this.#mutex(() => undefined);
  }

  /** Ends background work and saves the file, unless it was released. Safe to call twice. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#mutex(() => this.#save());
  }

  get #isStopping(): boolean {
    return this.#isClosed || this.#options.signal?.aborted === true;
  }

  /** The next synchronisation, at the latest at the next start, makes up for a failure. */
  #runInBackground(work: Promise<unknown>): void {
    void work.catch(() => undefined);
  }

  async #reconcile(): Promise<void> {
    const before = [...this.#ids];
    const visible = await this.#vectors.listVisible(() => this.#isStopping);
    // An incomplete list must not remove anything.
    if (this.#isStopping) return;
    this.#remove(before.filter((id) => !visible.has(id)));
    const missing = [...visible].filter((id) => !this.#ids.has(id));
    let done = 0;
    for (const step of inSteps(missing, NODES_PER_STEP)) {
      if (this.#isStopping) return;
      await this.#addStored(step);
      await this.#saveIfNeeded();
      done += step.length;
      this.#options.onProgress?.(done, missing.length);
    }
  }

  async #addStored(ids: readonly number[]): Promise<void> {
    await this.#add(
      ids.flatMap((id) => {
        const vector = this.#vectors.read(id);
        return vector ? [{ id, vector }] : [];
      }),
    );
  }

  async #add(entries: Iterable<{ readonly id: number; readonly vector: Float32Array }>): Promise<void> {
    let added = 0;
    for (const { id, vector } of entries) {
      if (this.#ids.has(id)) continue;
      if (this.#deleted.delete(id)) this.#graph.unmarkDelete(id);
      else {
        if (this.#graph.getCurrentCount() >= this.#graph.getMaxElements()) {
          // A graph that was saved empty has no capacity at all.
          this.#graph.resizeIndex(Math.max(MIN_CAPACITY, this.#graph.getMaxElements() * 2));
        }
        this.#graph.addPoint(Array.from(vector), id);
      }
      this.#ids.add(id);
      this.#unsaved += 1;
      added += 1;
      if (added % NODES_PER_STEP === 0) await yieldToEvents();
    }
  }

  #remove(ids: readonly number[]): void {
    for (const id of ids) {
      if (!this.#ids.delete(id)) continue;
      this.#graph.markDelete(id);
      this.#deleted.add(id);
      this.#unsaved += 1;
    }
  }

  async #replaceWith(fresh: HnswIndex): Promise<void> {
    this.#graph = fresh.#graph;
    this.#deleted.clear();
    this.#ids.clear();
    for (const id of fresh.#ids) this.#ids.add(id);
    this.#unsaved += fresh.#ids.size;
    await this.#reconcile();
  }

  async #save(): Promise<void> {
    if (this.#unsaved === 0 || this.#isReleased) return;
    await writeIndexFile(this.#graph, this.#deleted, this.#options.file, this.#options);
    this.#unsaved = 0;
  }

  /**
   * Saves the file if much has changed. After a failure, for example a full disk, a later call tries again.
   */
  async #saveIfNeeded(): Promise<void> {
    if (this.#unsaved < Math.max(MIN_UNSAVED, MAX_UNSAVED_SHARE * this.#ids.size)) return;
    await this.#save().catch(() => {
      this.#unsaved = 1;
    });
  }
}

function* inSteps<T>(items: readonly T[], size: number): Generator<readonly T[]> {
  for (let from = 0; from < items.length; from += size) yield items.slice(from, from + size);
}
