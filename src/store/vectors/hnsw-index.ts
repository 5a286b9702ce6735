// The graph over all vectors (HNSW: Malkov & Yashunin 2018, by hnswlib-node): a cache of the vectors in the store.
// It is brought up to date by comparing passage ids, and built anew whenever its file is missing, damaged or foreign.
import { setImmediate as yieldToEvents } from 'node:timers/promises';
import pLimit from 'p-limit';
import type { StoredVectors } from '../sqlite/stored-vectors.js';
import { createHnswGraph, type HnswGraph } from './hnsw-graph.js';
import { type IndexOrigin, readIndexFile, writeIndexFile } from './index-file.js';

/** Candidates weighed in a search: time against recall; hashed vectors lie far apart, so it is generous. */
const SEARCH_CANDIDATES = 1_600;
/** Nodes added before the event loop gets a turn. */
const NODES_PER_STEP = 4;
/** Deleted nodes still cost search time: past this share the graph is built anew. */
const MAX_DELETED_SHARE = 0.3;
/** The file is written once so many nodes, as a share of all, are not in it: a kill costs no more than that. */
const MAX_UNSAVED_SHARE = 0.25;
const MIN_UNSAVED = 2_000;
const MIN_CAPACITY = 1_024;

export interface HnswIndexOptions extends IndexOrigin {
  /** Path of the graph file; `.json` beside it. */
  readonly file: string;
  /** Called while many vectors are added. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
  /** Ends long work: what is missing then is added at the next start. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Nearest passages by vector; the life of a graph: {@link HnswIndex.open}, use, {@link HnswIndex.close}. Changes
 * wait for one another; searches wait for nothing.
 */
export class HnswIndex {
  #graph: HnswGraph;
  readonly #options: HnswIndexOptions;
  readonly #vectors: StoredVectors;
  /** Live labels. */
  readonly #ids = new Set<number>();
  readonly #deleted = new Set<number>();
  /** Changes that the file does not hold. */
  #unsaved = 0;
  readonly #mutex = pLimit(1);
  #isFollowing = false;
  #isCompacting = false;
  #isReleased = false;
  #isClosed = false;

  private constructor(vectors: StoredVectors, options: HnswIndexOptions) {
    this.#vectors = vectors;
    this.#options = options;
    this.#graph = createHnswGraph(options.dimensions, MIN_CAPACITY);
  }

  /** Loads the file where it can be trusted, then brings the graph in line with the store. */
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

  /** Adds and removes until the graph holds just the visible passages of the store. */
  reconcile(): Promise<void> {
    return this.#mutex(() => this.#reconcile());
  }

  /** Reconciles in the background; called again before it began, it changes nothing. */
  follow(): void {
    if (this.#isFollowing) return;
    this.#isFollowing = true;
    this.#inBackground(
      this.#mutex(() => {
        this.#isFollowing = false;
        return this.#reconcile();
      }),
    );
  }

  /** Replaces nothing: passage ids are never reused. */
  add(entries: Iterable<{ readonly id: number; readonly vector: Float32Array }>): Promise<void> {
    return this.#mutex(async () => {
      await this.#add(entries);
      await this.#saveIfMany();
    });
  }

  remove(ids: readonly number[]): Promise<void> {
    return this.#mutex(async () => this.#remove(ids));
  }

  /** Builds the graph anew where too many of its nodes are deleted; the old one serves and grows until then. */
  async compact(): Promise<void> {
    if (this.#isCompacting || this.#deleted.size <= MIN_CAPACITY * MAX_DELETED_SHARE) return;
    if (this.#deleted.size <= (this.#ids.size + this.#deleted.size) * MAX_DELETED_SHARE) return;
    this.#isCompacting = true;
    try {
      const fresh = new HnswIndex(this.#vectors, this.#options);
      for (const step of inSteps([...this.#ids], NODES_PER_STEP)) {
        if (this.#isEnding) return;
        await fresh.#addStored(step);
      }
      await this.#mutex(() => this.#replaceWith(fresh));
    } finally {
      this.#isCompacting = false;
    }
  }

  /** As {@link HnswIndex.compact}, in the background. */
  compactLater(): void {
    this.#inBackground(this.compact());
  }

  /** The nearest `limit` passages that `accepts` lets through, nearest first, with cosine similarity. */
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

  /** Leaves the file to another graph: this one serves on, and writes no more. */
  async release(): Promise<void> {
    this.#isReleased = true;
    await this.#mutex(() => undefined);
  }

  /** Ends background work and writes the file, unless that is another's by now; safe to call twice. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#mutex(() => this.#save());
  }

  get #isEnding(): boolean {
    return this.#isClosed || this.#options.signal?.aborted === true;
  }

  /** Whatever fails is made good by the next reconciliation, at the latest at the next start. */
  #inBackground(work: Promise<unknown>): void {
    void work.catch(() => undefined);
  }

  async #reconcile(): Promise<void> {
    const before = [...this.#ids];
    const wanted = await this.#vectors.listVisible(() => this.#isEnding);
    // Cut short, the list is no list of what to keep.
    if (this.#isEnding) return;
    this.#remove(before.filter((id) => !wanted.has(id)));
    const missing = [...wanted].filter((id) => !this.#ids.has(id));
    let done = 0;
    for (const step of inSteps(missing, NODES_PER_STEP)) {
      if (this.#isEnding) return;
      await this.#addStored(step);
      await this.#saveIfMany();
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
          // A graph that was saved empty has no room at all.
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

  /** Writes the file where much is not in it. Failing, on a full disk for one, it leaves that to a later time. */
  async #saveIfMany(): Promise<void> {
    if (this.#unsaved < Math.max(MIN_UNSAVED, MAX_UNSAVED_SHARE * this.#ids.size)) return;
    await this.#save().catch(() => {
      this.#unsaved = 1;
    });
  }
}

function* inSteps<T>(items: readonly T[], size: number): Generator<readonly T[]> {
  for (let from = 0; from < items.length; from += size) yield items.slice(from, from + size);
}
