import { describe, expect, it } from 'vitest';
import { FlatIndex } from '../../../src/store/vectors/flat-index.js';
import { bruteForce, createVectors, type Entry, storeOf } from '../../support/stored-vectors.js';

const DIMENSIONS = 40;
const LIMIT = 40;
const { unitVector, near, fill } = createVectors(DIMENSIONS, 5);

const idsOf = (found: readonly { readonly id: number }[]) => found.map(({ id }) => id);
const change = (added: readonly Entry[], removed: readonly number[] = []) => ({ library: 1, added, removed });
const scopeOf = (key: string, ids: readonly number[]) => ({ key, listIds: () => ids });

describe('flat index', () => {
  it.each([24, 384, 1_000])('finds the exact nearest neighbours in %i dimensions', async (dimensions) => {
    const vectors = createVectors(dimensions, 7);
    const entries = vectors.fill(6_000);
    const search = await FlatIndex.open(storeOf(entries).stored, dimensions);

    for (let round = 0; round < 5; round += 1) {
      const query = vectors.unitVector();

      const found = search.search(query, LIMIT);

      expect(idsOf(found)).toEqual(bruteForce(entries, query, LIMIT));
      const [first] = found;
      const stored = entries.find(({ id }) => id === first?.id)?.vector ?? unitVector();
      expect(first?.similarity).toBeCloseTo(
        stored.reduce((sum, value, at) => sum + value * (query[at] ?? 0), 0),
      );
    }
  });

  it('finds nearly all nearest neighbours in dense clusters', async () => {
    const centres = Array.from({ length: 20 }, unitVector);
    const entries = Array.from({ length: 4_000 }, (_, at) => ({
      id: at + 1,
      vector: near(centres[at % centres.length] as Float32Array, 0.1),
    }));
    const search = await FlatIndex.open(storeOf(entries).stored, DIMENSIONS);
    let found = 0;

    for (const centre of centres) {
      const query = near(centre, 0.2);
      const exact = new Set(bruteForce(entries, query, 10));
      found += search.search(query, 10).filter(({ id }) => exact.has(id)).length;
    }

    expect(found / (centres.length * 10)).toBeGreaterThan(0.99);
  });

  it('handles values of any magnitude', async () => {
    const entries = [3e-9, 1, 4e6].map((size, at) => ({
      id: at + 1,
      vector: new Float32Array(DIMENSIONS).fill(size),
    }));
    const search = await FlatIndex.open(storeOf(entries).stored, DIMENSIONS);

    const found = search.search(new Float32Array(DIMENSIONS).fill(1), 3);
    const backwards = search.search(new Float32Array(DIMENSIONS).fill(-1e-3), 3);

    expect(idsOf(found)).toEqual([3, 2, 1]);
    expect(idsOf(backwards)).toEqual([1, 2, 3]);
    expect(found[0]?.similarity).toBeCloseTo(4e6 * DIMENSIONS);
  });

  it('finds the exact nearest neighbours in a scope', async () => {
    const entries = fill(1_000);
    const search = await FlatIndex.open(storeOf(entries).stored, DIMENSIONS);
    const some = entries.filter(({ id }) => id % 7 === 0);
    const query = unitVector();

    const found = search.search(query, LIMIT, scopeOf('l1', idsOf(some)));

    expect(idsOf(found)).toEqual(bruteForce(some, query, LIMIT));
  });

  it('lists a scope once, until its library changes', async () => {
    const entries = fill(20);
    const search = await FlatIndex.open(storeOf(entries).stored, DIMENSIONS);
    let listed = 0;
    const scope = {
      key: 'l1,l2',
      listIds() {
        listed += 1;
        return idsOf(entries);
      },
    };
    const find = () => search.search(unitVector(), 5, scope);

    find();
    find();
    await search.applyChange({ ...change([]), library: 3 });
    find();
    const before = listed;
    await search.applyChange({ ...change([]), library: 2 });
    find();

    expect([before, listed]).toEqual([1, 2]);
  });

  it('reuses the rows of removed vectors without mixing them up', async () => {
    const entries = fill(600);
    const { stored, vectors } = storeOf(entries);
    const search = await FlatIndex.open(stored, DIMENSIONS);
    const scope = { key: 'l1', listIds: () => [...vectors.keys()] };
    search.search(unitVector(), 1, scope);
    const removedIds = idsOf(entries.filter(({ id }) => id % 2 === 0));
    const fresh = fill(500).map(({ id, vector }) => ({ id: id + 1_000, vector }));

    for (const id of removedIds) vectors.delete(id);
    for (const { id, vector } of fresh) vectors.set(id, vector);
    await search.applyChange(change(fresh, removedIds));

    const left = [...vectors].map(([id, vector]) => ({ id, vector }));
    const query = unitVector();
    expect(search.size).toBe(800);
    expect(idsOf(search.search(query, LIMIT))).toEqual(bruteForce(left, query, LIMIT));
    expect(idsOf(search.search(query, LIMIT, scope))).toEqual(bruteForce(left, query, LIMIT));
  });

  it('picks up writes of another process, in a scope at once and in the whole store in the background', async () => {
    const entries = fill(30);
    const { stored, vectors } = storeOf(entries.slice(0, 20));
    const search = await FlatIndex.open(stored, DIMENSIONS);
    const scope = { key: 'l1', listIds: () => [...vectors.keys()] };
    search.search(unitVector(), 1, scope);
    for (const { id, vector } of entries.slice(20)) vectors.set(id, vector);
    vectors.delete(1);
    const late = entries[24] as Entry;

    search.resyncLater();
    const inScope = search.search(late.vector, 1, scope);
    await search.reconcile();

    expect(idsOf(inScope)).toEqual([late.id]);
    expect(idsOf(search.search(late.vector, 1))).toEqual([late.id]);
    expect(search.size).toBe(29);
    expect(idsOf(search.search(unitVector(), 40))).not.toContain(1);
  });

  it('returns all of a small scope, with or without vectors', async () => {
    const entries = fill(3);
    const search = await FlatIndex.open(storeOf(entries).stored, DIMENSIONS);

    const found = search.search(entries[0]?.vector ?? unitVector(), 5, scopeOf('l1', [1, 2, 3, 99]));

    expect(idsOf(found).sort((a, b) => a - b)).toEqual([1, 2, 3, 99]);
    expect(found.find(({ id }) => id === 99)?.similarity).toBe(0);
  });

  it('stops reading when it is told to', async () => {
    let asked = 0;

    const search = await FlatIndex.open(storeOf(fill(2_000)).stored, DIMENSIONS, () => {
      asked += 1;
      return asked > 100;
    });

    expect(search.size).toBe(100);
  });

  it('finds nothing in an empty store', async () => {
    const search = await FlatIndex.open(storeOf([]).stored, DIMENSIONS);

    expect(search.search(unitVector(), 5)).toEqual([]);
  });
});
