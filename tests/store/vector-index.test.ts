import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openDatabase } from '../../src/store/database.js';
import { createStoredVectors } from '../../src/store/stored-vectors.js';
import { VectorIndex } from '../../src/store/vector-index.js';
import { createRandom } from '../measure/statistics.js';
import { temporaryFolder } from '../support/temporary.js';

const DIMENSIONS = 24;
const random = createRandom(3);

function unitVector(): Float32Array {
  const vector = Float32Array.from({ length: DIMENSIONS }, () => random() - 0.5);
  const length = Math.hypot(...vector);
  return vector.map((value) => value / length);
}

async function openIndex() {
  const dataDir = temporaryFolder();
  const database = openDatabase(join(dataDir, 'footnote.db'));
  onTestFinished(() => {
    database.close();
  });
  return VectorIndex.open(createStoredVectors(database, 'f'), {
    ...{ file: join(dataDir, 'vectors.hnsw'), storeId: 's', fingerprint: 'f', dimensions: DIMENSIONS },
  });
}

describe('vector index', () => {
  it('finds nearly what exact search finds, past its first capacity', async () => {
    const index = await openIndex();
    const entries = Array.from({ length: 3_000 }, (_, at) => ({ id: at + 1, vector: unitVector() }));
    await index.add(entries);

    let found = 0;
    for (let round = 0; round < 20; round += 1) {
      const query = unitVector();
      const similarity = (vector: Float32Array) =>
        vector.reduce((sum, value, at) => sum + value * (query[at] ?? 0), 0);
      const exact = new Set(
        [...entries]
          .sort((a, b) => similarity(b.vector) - similarity(a.vector))
          .slice(0, 10)
          .map(({ id }) => id),
      );
      found += index.search(query, 10).filter(({ id }) => exact.has(id)).length;
    }

    expect(index.size).toBe(3_000);
    expect(found / 200).toBeGreaterThan(0.98);
  });

  it('finds only what the filter lets through', async () => {
    const index = await openIndex();
    await index.add(Array.from({ length: 500 }, (_, at) => ({ id: at + 1, vector: unitVector() })));

    const found = index.search(unitVector(), 10, (id) => id % 50 === 0);

    expect(found).toHaveLength(10);
    expect(found.every(({ id }) => id % 50 === 0)).toBe(true);
  });

  it('forgets what is removed, and takes it back', async () => {
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

  it('is empty where there is nothing', async () => {
    const index = await openIndex();

    expect(index.search(unitVector(), 5)).toEqual([]);
  });
});
