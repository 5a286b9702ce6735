// Random vectors, and their exact nearest neighbours.
import { createRandom } from '../measure/report/statistics.js';

export interface Entry {
  readonly id: number;
  readonly vector: Float32Array;
}

/** Random vectors of unit length. The same seed gives the same vectors. */
export function createVectors(dimensions: number, seed: number) {
  const random = createRandom(seed);
  const unitVector = (): Float32Array =>
    toUnit(Float32Array.from({ length: dimensions }, () => random() - 0.5));
  return {
    unitVector,
    /** A vector close to the given one. */
    near: (vector: Float32Array, spread: number): Float32Array =>
      toUnit(vector.map((value) => value + spread * (random() - 0.5))),
    /** Entries with ids from 1 to `count`. */
    fill: (count: number): readonly Entry[] =>
      Array.from({ length: count }, (_, at) => ({ id: at + 1, vector: unitVector() })),
  };
}

/** Ids of the `limit` nearest vectors, by exhaustive search. */
export function bruteForce(entries: readonly Entry[], query: Float32Array, limit: number): readonly number[] {
  const similarity = ({ vector }: Entry) =>
    vector.reduce((sum, value, at) => sum + value * (query[at] ?? 0), 0);
  return entries
    .map((entry) => ({ id: entry.id, similarity: similarity(entry) }))
    .sort((a, b) => b.similarity - a.similarity)
    .slice(0, limit)
    .map(({ id }) => id);
}

function toUnit(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector);
  return vector.map((value) => value / length);
}
