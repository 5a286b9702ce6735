// A flat index: exact nearest neighbours by comparing every vector of a scope. Scalar-quantized vectors (8
// bits) select candidates, which are rescored with the stored vectors.
import { setImmediate as yieldToEvents } from 'node:timers/promises';
import pLimit from 'p-limit';
import type { StoreChange } from '../sqlite/article-store.js';
import type { StoredVectors } from '../sqlite/stored-vectors.js';
import { NO_ROW, QuantizedVectors } from './quantized-vectors.js';

/** Vectors read and quantized before the event loop gets a turn, which takes about two milliseconds. */
const VECTORS_PER_STEP = 256;
/**
 * Candidates rescored in addition to the requested number. Quantization changes a similarity by less than
 * 0.001.
 */
const RESCORED_EXTRA = 24;
/** Passages in the cached scopes, 16 bytes each. */
const MAX_CACHED_PASSAGES = 1_000_000;

/** Passage ids and the rows of their vectors, in the same order. */
interface Rows {
  readonly ids: readonly number[];
  readonly rows: Uint32Array;
}

interface CachedScope extends Rows {
  idSet?: ReadonlySet<number>;
  /** True after a change: the scope has to be listed again before it is used. */
  isStale: boolean;
}

/** A part of the store. */
export interface SearchedScope {
  /** Its tags joined by commas, which identify the scope. */
  readonly key: string;
  listIds(): readonly number[];
}

export interface Nearest {
  readonly id: number;
  /** Cosine. */
  readonly similarity: number;
}

/** Searches all vectors of the store or of a scope. */
export class FlatIndex {
  readonly #stored: StoredVectors;
  readonly #dimensions: number;
  readonly #vectors: QuantizedVectors;
  /** Row by passage id. */
  readonly #rows = new Map<number, number>();
  #all: Rows | undefined;
  readonly #scopeCache = new Map<string, CachedScope>();
  readonly #mutex = pLimit(1);
  #isResyncScheduled = false;

  private constructor(stored: StoredVectors, dimensions: number) {
    this.#stored = stored;
    this.#dimensions = dimensions;
    this.#vectors = new QuantizedVectors(dimensions);
  }

  /** Reads every visible vector. Ends early once `isStopped` returns true. */
  static async open(
    stored: StoredVectors,
    dimensions: number,
    isStopped: () => boolean = () => false,
  ): Promise<FlatIndex> {
    const search = new FlatIndex(stored, dimensions);
    for await (const step of stored.readAll()) {
      if (isStopped()) return search;
      for (const [id, vector] of step) search.#add(id, vector);
    }
    await search.reconcile(isStopped);
    return search;
  }

  /** Number of passages with a vector. */
  get size(): number {
    return this.#rows.size;
  }

  /** Returns the `limit` nearest passages of the scope, by default of the whole store, nearest first. */
  search(vector: Float32Array, limit: number, scope?: SearchedScope): readonly Nearest[] {
    const { ids, rows } = scope ? this.#cachedScope(scope) : this.#listAll();
    return this.#vectors
      .nearest(vector, rows, limit + RESCORED_EXTRA)
      .map((at): Nearest => {
        const id = ids[at] as number;
        return { id, similarity: this.similarity(vector, id) };
      })
      .sort((a, b) => b.similarity - a.similarity)
      .slice(0, limit);
  }

  /** Cosine similarity to one passage, or 0 if it has no vector yet. */
  similarity(vector: Float32Array, id: number): number {
    const other = this.#stored.read(id);
    return other?.length === this.#dimensions ? dot(vector, other) : 0;
  }

  /** The passage ids of a scope, for use as a filter. */
  idSet(scope: SearchedScope): ReadonlySet<number> {
    const cached = this.#cachedScope(scope);
    cached.idSet ??= new Set(cached.ids);
    return cached.idSet;
  }

  /** Applies a change of the store. */
  applyChange({ library, added, removed }: StoreChange): Promise<void> {
    this.#markStale(`l${library}`);
    return this.#mutex(async () => {
      for (const id of removed) this.#remove(id);
      for (const [at, { id, vector }] of added.entries()) {
        this.#add(id, vector);
        if (at % VECTORS_PER_STEP === VECTORS_PER_STEP - 1) await yieldToEvents();
      }
    });
  }

  /** Synchronises the index with the store in the background, after an unknown change. */
  resyncLater(): void {
    this.#markStale();
    if (this.#isResyncScheduled) return;
    this.#isResyncScheduled = true;
    // The next synchronisation, at the latest at the next start, makes up for a failure.
    void this.reconcile().catch(() => undefined);
  }

  /**
   * Adds and removes vectors until the index has exactly the visible passages. Ends early once `isStopped`
   * returns true.
   */
  reconcile(isStopped: () => boolean = () => false): Promise<void> {
    return this.#mutex(async () => {
      this.#isResyncScheduled = false;
      const before = [...this.#rows.keys()];
      const visible = await this.#stored.listVisible(isStopped);
      // An incomplete list must not remove anything.
      if (isStopped()) return;
      for (const id of before) if (!visible.has(id)) this.#remove(id);
      // No cached scope may refer to a row that was reassigned or freed.
      this.#markStale();
      let read = 0;
      for (const id of visible) {
        if (this.#rows.has(id)) continue;
        this.#rowOf(id);
        read += 1;
        if (read % VECTORS_PER_STEP === 0) await yieldToEvents();
        if (isStopped()) return;
      }
      this.#markStale();
    });
  }

  #listAll(): Rows {
    this.#all ??= { ids: [...this.#rows.keys()], rows: Uint32Array.from(this.#rows.values()) };
    return this.#all;
  }

  #cachedScope({ key, listIds }: SearchedScope): CachedScope {
    const known = this.#scopeCache.get(key);
    const ids = known && !known.isStale ? undefined : listIds();
    const scope = known && !ids ? known : { ids: ids ?? [], rows: this.#rowsOf(ids ?? []), isStale: false };
    // Moves the scope to the end: a Map keeps insertion order, so the least recently used comes first.
    this.#scopeCache.delete(key);
    this.#scopeCache.set(key, scope);
    let passages = 0;
    for (const { ids } of this.#scopeCache.values()) passages += ids.length;
    for (const [oldest, { ids }] of this.#scopeCache) {
      if (passages <= MAX_CACHED_PASSAGES || oldest === key) break;
      this.#scopeCache.delete(oldest);
      passages -= ids.length;
    }
    return scope;
  }

  #rowsOf(ids: readonly number[]): Uint32Array {
    return Uint32Array.from(ids, (id) => this.#rowOf(id));
  }

  /** The row of a passage, which is read from the store if it isn't in the index yet. */
  #rowOf(id: number): number {
    const known = this.#rows.get(id);
    if (known !== undefined) return known;
    const vector = this.#stored.read(id);
    return vector ? this.#add(id, vector) : NO_ROW;
  }

  #add(id: number, vector: Float32Array): number {
    const known = this.#rows.get(id);
    if (known !== undefined || vector.length !== this.#dimensions) return known ?? NO_ROW;
    const row = this.#vectors.add(vector);
    this.#rows.set(id, row);
    this.#all = undefined;
    return row;
  }

  #remove(id: number): void {
    const row = this.#rows.get(id);
    if (row === undefined) return;
    this.#rows.delete(id);
    this.#vectors.remove(row);
    this.#all = undefined;
  }

  /** Marks the cached scopes with this tag as stale, or all of them. */
  #markStale(tag?: string): void {
    this.#all = undefined;
    for (const [key, scope] of this.#scopeCache)
      scope.isStale ||= tag === undefined || key.split(',').includes(tag);
  }
}

/** Dot product. Four independent sums are faster, because a single one waits for each addition. */
function dot(vector: Float32Array, other: Float32Array): number {
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  let at = 0;
  for (; at + 3 < vector.length; at += 4) {
    a += (vector[at] as number) * (other[at] as number);
    b += (vector[at + 1] as number) * (other[at + 1] as number);
    c += (vector[at + 2] as number) * (other[at + 2] as number);
    d += (vector[at + 3] as number) * (other[at + 3] as number);
  }
  for (; at < vector.length; at += 1) a += (vector[at] as number) * (other[at] as number);
  return a + b + c + d;
}
