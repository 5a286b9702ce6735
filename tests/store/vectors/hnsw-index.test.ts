import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { HnswIndex } from '../../../src/store/vectors/hnsw-index.js';
import { readIndexFile } from '../../../src/store/vectors/index-file.js';
import { bruteForce, createVectors, storeOf } from '../../support/stored-vectors.js';
import { temporaryFolder } from '../../support/temporary.js';

const DIMENSIONS = 24;
const ORIGIN = { storeId: 's', fingerprint: 'f', dimensions: DIMENSIONS };
const { unitVector, fill } = createVectors(DIMENSIONS, 3);

async function openIndex(stored = storeOf([]).stored, file = join(temporaryFolder(), 'vectors.hnsw')) {
  const index = await HnswIndex.open(stored, { file, ...ORIGIN });
  onTestFinished(() => index.close());
  return index;
}

describe('HNSW index', () => {
  it('has high recall, also beyond its initial capacity', async () => {
    const index = await openIndex();
    const entries = fill(3_000);
    await index.add(entries);

    let found = 0;
    for (let round = 0; round < 20; round += 1) {
      const query = unitVector();
      const exact = new Set(bruteForce(entries, query, 10));
      found += index.search(query, 10).filter(({ id }) => exact.has(id)).length;
    }

    expect(index.size).toBe(3_000);
    expect(found / 200).toBeGreaterThan(0.98);
  });

  it('finds only what the filter accepts', async () => {
    const index = await openIndex();
    await index.add(fill(500));

    const found = index.search(unitVector(), 10, (id) => id % 50 === 0);

    expect(found).toHaveLength(10);
    expect(found.every(({ id }) => id % 50 === 0)).toBe(true);
  });

  it('removes passages and adds them again', async () => {
    const index = await openIndex();
    const vector = unitVector();
    await index.add([
      { id: 1, vector },
      { id: 2, vector: unitVector() },
    ]);

    await index.remove([1]);
    const without = index.search(vector, 2);
    await index.add([{ id: 1, vector }]);

    expect(without.map(({ id }) => id)).toEqual([2]);
    expect(index.search(vector, 1)[0]).toMatchObject({ id: 1 });
  });

  it('finds nothing in an empty store', async () => {
    const index = await openIndex();

    expect(index.search(unitVector(), 5)).toEqual([]);
  });

  it('saves its file now and then, so that a crash loses little', async () => {
    const { stored, vectors, reads } = storeOf([]);
    const file = join(temporaryFolder(), 'vectors.hnsw');
    const killed = await openIndex(stored, file);
    for (const entry of fill(2_500)) vectors.set(entry.id, entry.vector);
    await killed.add([...vectors].map(([id, vector]) => ({ id, vector })));

    const next = await openIndex(stored, file);

    expect(next.size).toBe(2_500);
    expect(reads).toEqual([]);
  });

  it('adds and removes what was added to and removed from the store', async () => {
    const entries = fill(20);
    const { stored, vectors } = storeOf(entries.slice(0, 10));
    const index = await openIndex(stored);
    for (const { id, vector } of entries.slice(10)) vectors.set(id, vector);
    vectors.delete(1);

    index.resyncLater();
    await index.reconcile();

    expect(index.size).toBe(19);
    const [nearest] = index.search(entries[14]?.vector ?? unitVector(), 1);
    expect(nearest?.id).toBe(15);
  });

  it('is rebuilt after many removals and keeps changes made meanwhile', async () => {
    const entries = fill(1_500);
    const { stored, vectors } = storeOf(entries);
    const file = join(temporaryFolder(), 'vectors.hnsw');
    const index = await openIndex(stored, file);
    const removedIds = entries.slice(0, 1_000).map(({ id }) => id);
    for (const id of removedIds) vectors.delete(id);
    await index.remove(removedIds);

    const compacting = index.compact();
    const late = { id: 2_000, vector: unitVector() };
    vectors.set(late.id, late.vector);
    vectors.delete(1_500);
    await index.add([late]);
    await index.remove([1_500]);
    await compacting;

    expect(index.size).toBe(500);
    expect(index.search(late.vector, 1)[0]?.id).toBe(2_000);
    const found = index.search(unitVector(), 500).map(({ id }) => id);
    expect(found).toHaveLength(500);
    expect(found.filter((id) => id <= 1_000 || id === 1_500)).toEqual([]);
    await index.close();
    const saved = await readIndexFile(file, ORIGIN);
    expect(saved?.graph.getCurrentCount()).toBeLessThan(600);
  });

  it('can still be searched after releasing its file', async () => {
    const { stored } = storeOf([]);
    const file = join(temporaryFolder(), 'vectors.hnsw');
    const index = await openIndex(stored, file);
    await index.release();
    const entries = fill(2_500);

    await index.add(entries);
    await index.close();

    expect(index.search(entries[7]?.vector ?? unitVector(), 1)[0]?.id).toBe(8);
    expect(await readIndexFile(file, ORIGIN)).toBeUndefined();
  });

  it('can be cancelled and resumes where it stopped', async () => {
    const { stored, reads } = storeOf(fill(200));
    const file = join(temporaryFolder(), 'vectors.hnsw');
    const stop = new AbortController();
    const cut = await HnswIndex.open(stored, {
      ...{ file, ...ORIGIN, signal: stop.signal },
      onProgress: () => stop.abort(),
    });
    await cut.close();
    const before = reads.length;

    const whole = await openIndex(stored, file);

    expect(before).toBeLessThan(200);
    expect(whole.size).toBe(200);
    expect(reads).toHaveLength(200);
  });

  it('can be closed during a rebuild', async () => {
    const entries = fill(1_500);
    const { stored, vectors } = storeOf(entries);
    const file = join(temporaryFolder(), 'vectors.hnsw');
    const index = await openIndex(stored, file);
    const removedIds = entries.slice(0, 1_000).map(({ id }) => id);
    for (const id of removedIds) vectors.delete(id);
    await index.remove(removedIds);

    const compacting = index.compact();
    await index.close();
    await compacting;

    expect((await openIndex(stored, file)).size).toBe(500);
  });
});
