// Exact nearest neighbours: every vector of a scope is compared, rounded to 8 bits, and the best once more as stored.
import { setImmediate as yieldToEvents } from 'node:timers/promises';
import pLimit from 'p-limit';
import type { StoreChange } from '../sqlite/article-store.js';
import type { StoredVectors } from '../sqlite/stored-vectors.js';
import { NO_ROW, QuantizedVectors } from './quantized-vectors.js';

/** Vectors read and rounded before the event loop gets a turn: two milliseconds' worth. */
const VECTORS_PER_STEP = 256;
/** Compared as stored, beside as many as are asked for: rounding moves a similarity by less than a thousandth. */
const COMPARED_BESIDE = 24;
/** Passages of scopes whose rows are kept: 16 bytes each. */
const MAX_KEPT_PASSAGES = 1_000_000;

/** Passages and the rows of their vectors, side by side. */
interface Rows {
  readonly ids: readonly number[];
  readonly rows: Uint32Array;
}

interface KeptScope extends Rows {
  idSet?: ReadonlySet<number>;
  /** Something in it has changed: it is listed anew before it is used. */
  isStale: boolean;
}

/** A part of the store. */
export interface SearchedScope {
  /** Tags with commas between them: names the scope. */
  readonly key: string;
  listIds(): readonly number[];
}

export interface Nearest {
  readonly id: number;
  /** Cosine. */
  readonly similarity: number;
}

/** Compares all vectors of the store, or of a scope. */
export class FlatIndex {
  readonly #stored: StoredVectors;
  readonly #dimensions: number;
  readonly #vectors: QuantizedVectors;
  /** By passage. */
  readonly #rows = new Map<number, number>();
  #all: Rows | undefined;
  readonly #kept = new Map<string, KeptScope>();
  readonly #mutex = pLimit(1);
  #isFollowing = false;

  private constructor(stored: StoredVectors, dimensions: number) {
    this.#stored = stored;
    this.#dimensions = dimensions;
    this.#vectors = new QuantizedVectors(dimensions);
  }

  /** Reads every visible vector; cut short once `isStopped`. */
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

  /** Passages that have a vector. */
  get size(): number {
    return this.#rows.size;
  }

  /** The nearest `limit` of the scope, by default of the store, nearest first. */
  search(vector: Float32Array, limit: number, scope?: SearchedScope): readonly Nearest[] {
    const { ids, rows } = scope ? this.#keep(scope) : this.#listAll();
    return this.#vectors
      .nearest(vector, rows, limit + COMPARED_BESIDE)
      .map((at): Nearest => {
        const id = ids[at] as number;
        return { id, similarity: this.similarity(vector, id) };
      })
      .sort((a, b) => b.similarity - a.similarity)
      .slice(0, limit);
  }

  /** Cosine similarity to one passage, 0 where it has no vector yet. */
  similarity(vector: Float32Array, id: number): number {
    const other = this.#stored.read(id);
    return other?.length === this.#dimensions ? dot(vector, other) : 0;
  }

  /** The ids of a scope, for use as a filter. */
  idSet(scope: SearchedScope): ReadonlySet<number> {
    const kept = this.#keep(scope);
    kept.idSet ??= new Set(kept.ids);
    return kept.idSet;
  }

  /** Brings all in line with a change of the store. */
  follow({ library, added, removed }: StoreChange): Promise<void> {
    this.#forget(`l${library}`);
    return this.#mutex(async () => {
      for (const id of removed) this.#remove(id);
      for (const [at, { id, vector }] of added.entries()) {
        this.#add(id, vector);
        if (at % VECTORS_PER_STEP === VECTORS_PER_STEP - 1) await yieldToEvents();
      }
    });
  }

  /** Anything may have changed: brings all in line with the store, in the background. */
  followAll(): void {
    this.#forget();
    if (this.#isFollowing) return;
    this.#isFollowing = true;
    // Whatever fails is made good by the next one, at the latest at the next start.
    void this.reconcile().catch(() => undefined);
  }

  /** Adds and removes until there are just the visible passages of the store; cut short once `isStopped`. */
  reconcile(isStopped: () => boolean = () => false): Promise<void> {
    return this.#mutex(async () => {
      this.#isFollowing = false;
      const before = [...this.#rows.keys()];
      const wanted = await this.#stored.listVisible(isStopped);
      // Cut short, the list is no list of what to keep.
      if (isStopped()) return;
      for (const id of before) if (!wanted.has(id)) this.#remove(id);
      // No scope may still name a row that is given to another, or that a passage is without.
      this.#forget();
      let read = 0;
      for (const id of wanted) {
        if (this.#rows.has(id)) continue;
        this.#rowOf(id);
        read += 1;
        if (read % VECTORS_PER_STEP === 0) await yieldToEvents();
        if (isStopped()) return;
      }
      this.#forget();
    });
  }

  #listAll(): Rows {
    this.#all ??= { ids: [...this.#rows.keys()], rows: Uint32Array.from(this.#rows.values()) };
    return this.#all;
  }

  #keep({ key, listIds }: SearchedScope): KeptScope {
    const known = this.#kept.get(key);
    const ids = known && !known.isStale ? undefined : listIds();
    const scope = known && !ids ? known : { ids: ids ?? [], rows: this.#rowsOf(ids ?? []), isStale: false };
    // Least recently used goes first: a Map keeps insertion order.
    this.#kept.delete(key);
    this.#kept.set(key, scope);
    let passages = 0;
    for (const { ids } of this.#kept.values()) passages += ids.length;
    for (const [oldest, { ids }] of this.#kept) {
      if (passages <= MAX_KEPT_PASSAGES || oldest === key) break;
      this.#kept.delete(oldest);
      passages -= ids.length;
    }
    return scope;
  }

  #rowsOf(ids: readonly number[]): Uint32Array {
    return Uint32Array.from(ids, (id) => this.#rowOf(id));
  }

  /** The row of a passage, read from the store where it is not here yet. */
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

  /** The scopes that hold a tag have changed; without one, any may have. */
  #forget(tag?: string): void {
    this.#all = undefined;
    for (const [key, scope] of this.#kept)
      scope.isStale ||= tag === undefined || key.split(',').includes(tag);
  }
}

/** Of `vector` and another as long; four sums at once, as a single one waits for each addition. */
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
