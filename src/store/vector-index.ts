// The graph over all vectors (HNSW: Malkov & Yashunin 2018, by hnswlib-node): a cache of the vectors in the store.
// It is brought up to date by comparing passage ids, and built anew whenever its file is missing, damaged or foreign.
import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { setImmediate as yieldToEvents } from 'node:timers/promises';
import { crc32 } from 'node:zlib';
import hnswlib from 'hnswlib-node';
import type { Connection } from './database.js';
import { decodeVector } from './sqlite.js';

/** Links a node keeps; more costs memory and finds more. */
const LINKS = 32;
/** Candidates weighed while a node is linked: build time against recall. */
const BUILD_CANDIDATES = 200;
/** Candidates weighed in a search: time against recall; hashed vectors lie far apart, so it is generous. */
const SEARCH_CANDIDATES = 1_600;
/** Nodes added before the event loop gets a turn. */
const NODES_PER_STEP = 8;
/** Deleted nodes still cost search time: past this share the graph is built anew. */
const MAX_DELETED_SHARE = 0.3;
const RANDOM_SEED = 7;
const MIN_CAPACITY = 1_024;

/** What the file beside the graph says of it. */
interface Sidecar {
  readonly storeId: string;
  readonly fingerprint: string;
  readonly dimensions: number;
  readonly crc32: number;
  readonly deleted: readonly number[];
}

export interface VectorIndexOptions {
  /** Path of the graph file; `.json` beside it. */
  readonly file: string;
  /** Names the store, so that another store's file is not taken for ours. */
  readonly storeId: string;
  readonly fingerprint: string;
  readonly dimensions: number;
  /** Called while many vectors are added. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/** Nearest passages by vector; the life of a graph: {@link VectorIndex.open}, use, {@link VectorIndex.save}. */
export class VectorIndex {
  #graph: hnswlib.HierarchicalNSW;
  readonly #options: VectorIndexOptions;
  readonly #database: Connection;
  /** Live labels. */
  readonly #ids = new Set<number>();
  readonly #deleted = new Set<number>();
  #isSaved = false;

  private constructor(database: Connection, options: VectorIndexOptions) {
    this.#database = database;
    this.#options = options;
    this.#graph = this.#emptyGraph(MIN_CAPACITY);
  }

  /** Loads the file where it can be trusted, then brings the graph in line with the store. */
  static async open(database: Connection, options: VectorIndexOptions): Promise<VectorIndex> {
    const index = new VectorIndex(database, options);
    index.#load();
    await index.reconcile();
    return index;
  }

  get size(): number {
    return this.#ids.size;
  }

  /** Adds and removes until the graph holds just the visible passages of the store. */
  async reconcile(): Promise<void> {
    const stored = this.#database
      .prepare(
        `SELECT v.passage FROM vectors v JOIN passages p ON p.id = v.passage JOIN articles a ON a.key = p.article
         WHERE v.fingerprint = ? AND a.visible = 1 ORDER BY v.passage`,
      )
      .pluck()
      .all(this.#options.fingerprint) as number[];
    const wanted = new Set(stored);
    this.remove([...this.#ids].filter((id) => !wanted.has(id)));
    await this.#addFromStore(stored.filter((id) => !this.#ids.has(id)));
  }

  /** Replaces nothing: passage ids are never reused. */
  async add(entries: Iterable<{ readonly id: number; readonly vector: Float32Array }>): Promise<void> {
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
      this.#isSaved = false;
      added += 1;
      if (added % NODES_PER_STEP === 0) await yieldToEvents();
    }
  }

  remove(ids: readonly number[]): void {
    for (const id of ids) {
      if (!this.#ids.delete(id)) continue;
      this.#graph.markDelete(id);
      this.#deleted.add(id);
      this.#isSaved = false;
    }
  }

  /** Builds the graph anew where too many of its nodes are deleted; the old one serves until then. */
  async compact(): Promise<void> {
    if (this.#deleted.size <= MIN_CAPACITY * MAX_DELETED_SHARE) return;
    if (this.#deleted.size <= (this.#ids.size + this.#deleted.size) * MAX_DELETED_SHARE) return;
    const fresh = new VectorIndex(this.#database, this.#options);
    await fresh.#addFromStore([...this.#ids]);
    this.#graph = fresh.#graph;
    this.#deleted.clear();
    this.#isSaved = false;
    await this.reconcile();
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

  /** Writes to a temporary name and renames: a crash leaves the old file or the new one. */
  save(): void {
    if (this.#isSaved) return;
    const { file, storeId, fingerprint, dimensions } = this.#options;
    const temporary = `${file}.${process.pid}.tmp`;
    this.#graph.writeIndexSync(temporary);
    const sidecar: Sidecar = {
      ...{ storeId, fingerprint, dimensions, deleted: [...this.#deleted] },
      crc32: crc32(readFileSync(temporary)),
    };
    writeFileSync(`${temporary}.json`, JSON.stringify(sidecar));
    renameSync(temporary, file);
    renameSync(`${temporary}.json`, `${file}.json`);
    this.#isSaved = true;
  }

  /** hnswlib trusts what it reads, so the file is checked in full before it sees it. */
  #load(): void {
    const { file, storeId, fingerprint, dimensions } = this.#options;
    try {
      const sidecar = JSON.parse(readFileSync(`${file}.json`, 'utf8')) as Sidecar;
      const isOurs =
        sidecar.storeId === storeId &&
        sidecar.fingerprint === fingerprint &&
        sidecar.dimensions === dimensions &&
        statSync(file).isFile() &&
        sidecar.crc32 === crc32(readFileSync(file));
      if (!isOurs) return;
      const graph = new hnswlib.HierarchicalNSW('ip', dimensions);
      graph.readIndexSync(file);
      this.#graph = graph;
      for (const id of sidecar.deleted) this.#deleted.add(id);
      for (const id of graph.getIdsList()) if (!this.#deleted.has(id)) this.#ids.add(id);
      this.#isSaved = true;
    } catch {
      // Missing or unreadable: the store holds every vector, so the graph is simply built again.
      rmSync(file, { force: true });
    }
  }

  async #addFromStore(ids: readonly number[]): Promise<void> {
    if (ids.length === 0) return;
    const select = this.#database
      .prepare('SELECT vector FROM vectors WHERE passage = ? AND fingerprint = ?')
      .pluck();
    const { fingerprint, onProgress } = this.#options;
    let done = 0;
    for (let from = 0; from < ids.length; from += NODES_PER_STEP) {
      const batch = ids.slice(from, from + NODES_PER_STEP).flatMap((id) => {
        const blob = select.get(id, fingerprint) as Buffer | undefined;
        return blob ? [{ id, vector: decodeVector(blob) }] : [];
      });
      await this.add(batch);
      done += batch.length;
      onProgress?.(done, ids.length);
    }
  }

  #emptyGraph(capacity: number): hnswlib.HierarchicalNSW {
    const graph = new hnswlib.HierarchicalNSW('ip', this.#options.dimensions);
    graph.initIndex({
      maxElements: capacity,
      m: LINKS,
      efConstruction: BUILD_CANDIDATES,
      randomSeed: RANDOM_SEED,
    });
    return graph;
  }
}
