// A flat index: exact nearest neighbours by comparing every vector, with hnswlib's brute-force search.
import hnswlib from 'hnswlib-node';

/** Vectors in the first segment, 100 KB. */
const MIN_SEGMENT = 64;

/** A passage and how similar its vector is. */
export interface Nearest {
  readonly id: number;
  /** Cosine. */
  readonly similarity: number;
}

/**
 * Vectors of a library, or those that its graph doesn't have yet. hnswlib's brute-force index can't grow, so this is a
 * list of them, and each new one is as large as all before it.
 */
export class FlatIndex {
  readonly #dimensions: number;
  readonly #segments: hnswlib.BruteforceSearch[] = [];
  readonly #segmentOf = new Map<number, hnswlib.BruteforceSearch>();

  constructor(dimensions: number) {
    this.#dimensions = dimensions;
  }

  get size(): number {
    return this.#segmentOf.size;
  }

  has(id: number): boolean {
    return this.#segmentOf.has(id);
  }

  ids(): Iterable<number> {
    return this.#segmentOf.keys();
  }

  /** Takes 50 µs. */
  add(id: number, vector: Float32Array): void {
    if (this.has(id) || vector.length !== this.#dimensions) return;
    const segment = this.#findRoom();
    segment.addPoint(Array.from(vector), id);
    this.#segmentOf.set(id, segment);
  }

  remove(id: number): void {
    this.#segmentOf.get(id)?.removePoint(id);
    this.#segmentOf.delete(id);
  }

  /** Returns the `limit` nearest, in no order. */
  search(vector: readonly number[], limit: number): Nearest[] {
    return this.#segments.flatMap((segment) => {
      const count = Math.min(limit, segment.getCurrentCount());
      if (count === 0) return [];
      const { neighbors, distances } = segment.searchKnn([...vector], count);
      return neighbors.map((id, rank) => ({ id, similarity: 1 - (distances[rank] ?? 1) }));
    });
  }

  /** Frees the memory. The index is empty afterwards. */
  free(): void {
    for (const segment of this.#segments.splice(0)) segment.initIndex(1);
    this.#segmentOf.clear();
  }

  #findRoom(): hnswlib.BruteforceSearch {
    const roomy = this.#segments.find((segment) => segment.getCurrentCount() < segment.getMaxElements());
    if (roomy) return roomy;
    const segment = new hnswlib.BruteforceSearch('ip', this.#dimensions);
    segment.initIndex(Math.max(MIN_SEGMENT, this.size));
    this.#segments.push(segment);
    return segment;
  }
}
