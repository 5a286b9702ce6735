import { describe, expect, it } from 'vitest';
import { FlatIndex } from '../../../src/store/vectors/flat-index.js';
import { bruteForce, createVectors, type Entry } from '../../support/random-vectors.js';

const DIMENSIONS = 40;
const LIMIT = 40;
const { unitVector, fill } = createVectors(DIMENSIONS, 5);

function indexOf(entries: readonly Entry[], dimensions = DIMENSIONS): FlatIndex {
  const index = new FlatIndex(dimensions);
  for (const { id, vector } of entries) index.add(id, vector);
  return index;
}

/** Ids, nearest first. */
const find = (index: FlatIndex, query: Float32Array, limit = LIMIT) =>
  index
    .search(Array.from(query), limit)
    .sort((a, b) => b.similarity - a.similarity)
    .slice(0, limit)
    .map(({ id }) => id);

describe('flat index', () => {
  it.each([24, 384])('finds the exact nearest neighbours in %i dimensions', (dimensions) => {
    const vectors = createVectors(dimensions, 7);
    const entries = vectors.fill(1_000);
    const index = indexOf(entries, dimensions);

    for (let round = 0; round < 5; round += 1) {
      const query = vectors.unitVector();

      expect(find(index, query)).toEqual(bruteForce(entries, query, LIMIT));
    }
  });

  it('gives the cosine similarity', () => {
    const [entry] = fill(1);
    const index = indexOf(entry ? [entry] : []);

    const [nearest] = index.search(Array.from(entry?.vector ?? []), 5);

    expect(nearest?.similarity).toBeCloseTo(1);
  });

  it('finds only what is left after removals, and what is added later', () => {
    const entries = fill(600);
    const index = indexOf(entries);
    const late = fill(300).map(({ id, vector }) => ({ id: id + 1_000, vector }));

    for (const { id } of entries) if (id % 2 === 0) index.remove(id);
    for (const { id, vector } of late) index.add(id, vector);

    const left = [...entries.filter(({ id }) => id % 2 === 1), ...late];
    const query = unitVector();
    expect(index.size).toBe(600);
    expect([...index.ids()].sort((a, b) => a - b)).toEqual(left.map(({ id }) => id));
    expect(find(index, query)).toEqual(bruteForce(left, query, LIMIT));
  });

  it('ignores a vector of another length, and one that it has', () => {
    const [entry, other] = fill(2) as [Entry, Entry];
    const index = indexOf([entry]);

    index.add(9, new Float32Array(3));
    index.add(entry.id, other.vector);

    expect(index.size).toBe(1);
    expect(index.search(Array.from(entry.vector), 2)).toMatchObject([{ id: entry.id }]);
  });

  it('returns all it has if fewer are left than asked for', () => {
    const index = indexOf(fill(100));

    for (let id = 4; id <= 100; id += 1) index.remove(id);

    expect(find(index, unitVector()).sort((a, b) => a - b)).toEqual([1, 2, 3]);
  });

  it('finds nothing if it is empty', () => {
    const index = indexOf(fill(1));
    index.remove(1);

    expect(find(index, unitVector())).toEqual([]);
    expect(find(new FlatIndex(DIMENSIONS), unitVector())).toEqual([]);
  });
});
