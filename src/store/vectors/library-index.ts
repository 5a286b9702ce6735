// The vector index of one library: an HNSW graph of most of its vectors, if there are many, and a flat index of the rest.
import { FlatIndex, type Nearest } from './flat-index.js';
import type { LoadedGraph } from './graph-file.js';

/**
 * Candidates considered in a search of the graph. More of them cost time and improve recall. Measured in docs/speed.md.
 */
const SEARCH_CANDIDATES = 300;
/** Once the flat index holds this share of what the graph holds, the graph is extended. */
const MAX_FLAT_SHARE = 0.1;
/** A graph with more deleted nodes than this share is built anew. */
const MAX_DELETED_SHARE = 0.3;

/** Finds the nearest passages of one library in one vector space. Every function blocks only for a moment. */
export class LibraryIndex {
  readonly #dimensions: number;
  /** A library of more passages than this gets a graph. */
  readonly maxFlat: number;
  #flat: FlatIndex;
  #graph: LoadedGraph | undefined;
  /** Nodes of the graph that aren't deleted. */
  #nodes = new Set<number>();

  constructor(dimensions: number, maxFlat: number) {
    this.#dimensions = dimensions;
    this.maxFlat = maxFlat;
    this.#flat = new FlatIndex(dimensions);
  }

  get size(): number {
    return this.#flat.size + this.#nodes.size;
  }

  get graph(): LoadedGraph | undefined {
    return this.#graph;
  }

  /** Whether the graph should be built, extended or built anew. */
  get needsBuild(): boolean {
    if (this.size <= this.maxFlat) return false;
    const deleted = (this.#graph?.graph.getCurrentCount() ?? 0) - this.#nodes.size;
    return (
      this.#flat.size > Math.max(this.maxFlat, MAX_FLAT_SHARE * this.#nodes.size) ||
      deleted > Math.max(this.maxFlat, MAX_DELETED_SHARE * this.#nodes.size)
    );
  }

  has(id: number): boolean {
    return this.#nodes.has(id) || this.#flat.has(id);
  }

  ids(): number[] {
    return [...this.#nodes, ...this.#flat.ids()];
  }

  add(id: number, vector: Float32Array): void {
    if (!this.has(id)) this.#flat.add(id, vector);
  }

  remove(id: number): void {
    if (this.#nodes.delete(id)) this.#graph?.graph.markDelete(id);
    else this.#flat.remove(id);
  }

  /** Returns the `limit` nearest passages, nearest first. */
  search(vector: Float32Array, limit: number): readonly Nearest[] {
    if (vector.length !== this.#dimensions) return [];
    const query = Array.from(vector);
    return [...this.#searchGraph(query, limit), ...this.#flat.search(query, limit)]
      .sort((a, b) => b.similarity - a.similarity || a.id - b.id)
      .slice(0, limit);
  }

  /** Starts with a saved graph, before anything was added. */
  start(loaded: LoadedGraph): void {
    const gone = new Set(loaded.deleted);
    this.#graph = loaded;
    this.#nodes = new Set(loaded.graph.getIdsList().filter((id) => !gone.has(id)));
  }

  /**
   * Lets another graph serve, with the passages that it doesn't have in a flat index. No passage may be added or removed
   * until this resolves.
   * @param read reads a vector from the store
   * @param pause gives the event loop a turn now and then
   */
  async adopt(
    loaded: LoadedGraph,
    read: (id: number) => Float32Array | undefined,
    pause: () => Promise<void> | undefined,
  ): Promise<void> {
    const { graph, deleted } = loaded;
    const gone = new Set(deleted);
    const nodes = new Set(graph.getIdsList().filter((id) => !gone.has(id)));
    const outside = [...this.#flat.ids()].filter((id) => !nodes.has(id)).length;
    // Usually most passages are in the graph now, and a new flat index takes less memory.
    const flat = outside > this.#flat.size / 2 ? this.#flat : await this.#copyOutside(nodes, read, pause);
    for (const id of [...nodes]) {
      if (this.has(id)) continue;
      nodes.delete(id);
      graph.markDelete(id);
    }
    for (const id of nodes) flat.remove(id);
    // Garbage collection doesn't know how much memory hnswlib uses, so it's freed at once.
    if (flat !== this.#flat) this.#flat.free();
    this.#graph?.graph.initIndex(1);
    this.#graph = loaded;
    this.#nodes = nodes;
    this.#flat = flat;
  }

  /** A flat index of the passages that aren't in `nodes`. */
  async #copyOutside(
    nodes: ReadonlySet<number>,
    read: (id: number) => Float32Array | undefined,
    pause: () => Promise<void> | undefined,
  ): Promise<FlatIndex> {
    const flat = new FlatIndex(this.#dimensions);
    for (const id of this.ids()) {
      const vector = nodes.has(id) ? undefined : read(id);
      if (!vector) continue;
      flat.add(id, vector);
      await pause();
    }
    return flat;
  }

  #searchGraph(query: number[], limit: number): readonly Nearest[] {
    const count = Math.min(limit, this.#nodes.size);
    if (!this.#graph || count === 0) return [];
    const { graph } = this.#graph;
    graph.setEf(Math.max(SEARCH_CANDIDATES, count));
    const { neighbors, distances } = graph.searchKnn(query, count);
    return neighbors.map((id, rank) => ({ id, similarity: 1 - (distances[rank] ?? 1) }));
  }
}
