// The vector indexes of a store: one per library, with graphs that a worker thread builds.
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Embedder } from '../../../src/core/ports.js';
import { type OpenStoreOptions, openStore, type Store } from '../../../src/store/open.js';
import { analyzer, makeArticle } from '../../contracts/small-library.js';
import { countTurnsDuring } from '../../support/event-loop.js';
import { inOnlySpace } from '../../support/question-vectors.js';
import { bruteForce, createVectors, type Entry } from '../../support/random-vectors.js';
import { temporaryFolder } from '../../support/temporary.js';

const DIMENSIONS = 24;
const LIMIT = 10;
const { unitVector, fill } = createVectors(DIMENSIONS, 3);
const embedder: Embedder = {
  ...{ fingerprint: 'random', dimensions: DIMENSIONS },
  embedDocuments: async (texts) => texts.map(() => Array.from(unitVector())),
  embedQuery: async () => Array.from(unitVector()),
};

async function open(dataDir: string, options: Partial<OpenStoreOptions> = {}): Promise<Store> {
  const store = await openStore({ dataDir, embedder, analyzer, exactMaxPassages: 100, ...options });
  onTestFinished(() => store.close());
  return store;
}

/** Puts an article with a passage for each entry. The passage's text is the entry's id. */
async function put(store: Store, library: string, id: string, entries: readonly Entry[]): Promise<void> {
  const parts = entries.map((entry) => ({ text: `${id}:${entry.id}`, vector: Array.from(entry.vector) }));
  const { article, passages } = makeArticle(id, library, parts);
  await store.putArticle(article, passages);
}

/** Texts of the nearest passages. */
const find = (store: Store, libraries: readonly string[], query: Float32Array, articleId?: string) =>
  store
    .findPassages({ vectors: inOnlySpace(query), terms: [] }, { libraries, articleId }, LIMIT)
    .toSorted((a, b) => b.similarity - a.similarity)
    .map(({ article, passage }) => article.text.slice(passage.start, passage.end));

const exact = (id: string, entries: readonly Entry[], query: Float32Array) =>
  bruteForce(entries, query, LIMIT).map((entry) => `${id}:${entry}`);

const graphFiles = (dataDir: string) =>
  readdirSync(join(dataDir, 'vectors')).filter((name) => name.endsWith('.hnsw'));

/** A store with a graph for the library “town”, closed again. */
async function filled(dataDir: string, entries: readonly Entry[]): Promise<void> {
  const store = await open(dataDir);
  await put(store, 'town', 'a', entries);
  await store.indexed;
  await store.close();
}

describe('the vector index of a library', () => {
  it('is exact without a file while the library is small', async () => {
    const dataDir = temporaryFolder();
    const entries = fill(90);
    const store = await open(dataDir);
    await put(store, 'town', 'a', entries);
    await store.indexed;
    const query = unitVector();

    expect(find(store, ['town'], query)).toEqual(exact('a', entries, query));
    expect(existsSync(join(dataDir, 'vectors'))).toBe(false);
  });

  it('has a graph with high recall once the library is large, and loads it at the next start', async () => {
    const dataDir = temporaryFolder();
    const entries = fill(600);
    await filled(dataDir, entries);
    const steps: string[] = [];

    const store = await open(dataDir, { onProgress: (step) => steps.push(step) });
    await store.indexed;

    let hits = 0;
    for (let round = 0; round < 20; round += 1) {
      const query = unitVector();
      const wanted = new Set(exact('a', entries, query));
      hits += find(store, ['town'], query).filter((text) => wanted.has(text)).length;
    }
    expect(hits / (20 * LIMIT)).toBeGreaterThan(0.98);
    expect(graphFiles(dataDir)).toHaveLength(1);
    expect(steps).toEqual([]);
  });

  it('finds what was added and not what was removed, before and after the graph is extended', async () => {
    const dataDir = temporaryFolder();
    const store = await open(dataDir);
    const [first, second, third] = [fill(300), fill(80), fill(400)];
    await put(store, 'town', 'a', first);
    await put(store, 'town', 'b', second);
    await store.indexed;
    const query = first[7]?.vector ?? unitVector();

    await store.removeArticle('b', 'town');
    await put(store, 'town', 'c', third);
    const meanwhile = find(store, ['town'], query);
    await store.indexed;
    const after = find(store, ['town'], query);
    const late = find(store, ['town'], third[399]?.vector ?? query);

    for (const found of [meanwhile, after]) {
      expect(found[0]).toBe('a:8');
      expect(found.some((text) => text.startsWith('b:'))).toBe(false);
    }
    expect(late[0]).toBe('c:400');
  });

  it('keeps changes that are made while its graph is being built', async () => {
    const store = await open(temporaryFolder());
    const [first, second] = [fill(400), fill(50)];
    await put(store, 'town', 'a', first);

    await put(store, 'town', 'b', second);
    await store.removeArticle('a', 'town');
    await store.indexed;

    const query = unitVector();
    expect(find(store, ['town'], query)).toEqual(exact('b', second, query));
  });

  it('never sees another library, and several libraries are merged', async () => {
    const store = await open(temporaryFolder());
    const [town, village] = [fill(300), fill(90)];
    await put(store, 'town', 'a', town);
    await put(store, 'village', 'b', village);
    await store.indexed;
    const query = village[5]?.vector ?? unitVector();

    expect(find(store, ['village'], query)).toEqual(exact('b', village, query));
    expect(find(store, ['town'], query).every((text) => text.startsWith('a:'))).toBe(true);
    expect(find(store, ['town', 'village'], query)[0]).toBe('b:6');
  });

  it('searches one article of a large library', async () => {
    const store = await open(temporaryFolder());
    const [long, short] = [fill(1_200), fill(90)];
    await put(store, 'town', 'long', long);
    await put(store, 'town', 'short', short);
    await store.indexed;
    const query = unitVector();

    expect(find(store, ['town'], query, 'short')).toEqual(exact('short', short, query));
    const found = find(store, ['town'], query, 'long');
    const wanted = new Set(exact('long', long, query));
    expect(found.filter((text) => wanted.has(text)).length).toBeGreaterThanOrEqual(9);
  });

  it("answers with full text alone if the question's vector has another length", async () => {
    const store = await open(temporaryFolder());
    await put(store, 'town', 'a', fill(90));

    const found = store.findPassages(
      { vectors: inOnlySpace(new Float32Array(7)), terms: [] },
      { libraries: ['town'] },
      LIMIT,
    );

    expect(found).toEqual([]);
  });

  it('builds the graph without blocking the event loop', async () => {
    const store = await open(temporaryFolder());
    await put(store, 'town', 'a', fill(3_000));

    const turns = await countTurnsDuring(store.indexed);

    expect(turns).toBeGreaterThan(10);
  });

  it('stops building when the store closes, and builds again at the next start', async () => {
    const dataDir = temporaryFolder();
    const entries = fill(2_000);
    const killed = await open(dataDir);
    await put(killed, 'town', 'a', entries);
    await killed.close();

    const store = await open(dataDir);
    await store.indexed;

    expect(graphFiles(dataDir)).toHaveLength(1);
    expect(find(store, ['town'], entries[11]?.vector ?? unitVector())[0]).toBe('a:12');
  });
});

describe('the graph file of a library', () => {
  it.each([
    ['truncated', (file: string) => truncateSync(file, 50)],
    ['garbled', (file: string) => writeFileSync(file, Buffer.alloc(5_000, 7))],
    ['empty', (file: string) => writeFileSync(file, '')],
    ['missing', (file: string) => rmSync(file)],
    ['described wrongly', (file: string) => writeFileSync(`${file}.json`, '{"storeId": 1')],
    [
      "another store's",
      (file: string) => {
        const description = readFileSync(`${file}.json`, 'utf8');
        writeFileSync(`${file}.json`, description.replace(/"storeId":"[^"]*"/, '"storeId":"x"'));
      },
    ],
  ])('is built again if it is %s', async (_name, damage) => {
    const dataDir = temporaryFolder();
    const entries = fill(150);
    await filled(dataDir, entries);
    const [name = ''] = graphFiles(dataDir);
    const file = join(dataDir, 'vectors', name);
    damage(file);

    const store = await open(dataDir);
    const atOnce = find(store, ['town'], entries[3]?.vector ?? unitVector());
    await store.indexed;

    expect(atOnce[0]).toBe('a:4');
    expect(find(store, ['town'], entries[3]?.vector ?? unitVector())[0]).toBe('a:4');
    expect(graphFiles(dataDir)).toEqual([name]);
  });

  it('is no problem if a folder is in its place', async () => {
    const dataDir = temporaryFolder();
    const entries = fill(150);
    await filled(dataDir, entries);
    const [name = ''] = graphFiles(dataDir);
    rmSync(join(dataDir, 'vectors', name));
    mkdirSync(join(dataDir, 'vectors', name, 'inside'), { recursive: true });

    const store = await open(dataDir);
    await store.indexed;
    const found = find(store, ['town'], entries[3]?.vector ?? unitVector());
    await store.close();

    expect(found[0]).toBe('a:4');
    expect(readdirSync(join(dataDir, 'vectors'))).toContain(name);
  });

  it('is no problem if a file is in the place of its folder', async () => {
    const dataDir = temporaryFolder();
    writeFileSync(join(dataDir, 'vectors'), 'not a folder');
    const entries = fill(150);

    await filled(dataDir, entries);

    expect(find(await open(dataDir), ['town'], entries[3]?.vector ?? unitVector())[0]).toBe('a:4');
  });

  it('is deleted when the library is small again', async () => {
    const dataDir = temporaryFolder();
    await filled(dataDir, fill(150));

    await (await open(dataDir, { exactMaxPassages: 1_000 })).close();

    expect(readdirSync(join(dataDir, 'vectors'))).toEqual([]);
  });

  it('replaces the files of earlier versions', async () => {
    const dataDir = temporaryFolder();
    for (const name of ['vectors.hnsw', 'vectors.hnsw.json']) writeFileSync(join(dataDir, name), 'old');

    await open(dataDir);

    expect(readdirSync(dataDir).filter((name) => name.startsWith('vectors'))).toEqual([]);
  });

  it("is no problem for close() if a folder has the name of an earlier version's file", async () => {
    const dataDir = temporaryFolder();
    mkdirSync(join(dataDir, 'vectors.hnsw', 'inside'), { recursive: true });
    const store = await open(dataDir);
    await put(store, 'town', 'a', fill(150));

    await expect(store.close()).resolves.toBeUndefined();
  });

  it('is cleaned of what killed processes left half-written, but not of what others are writing', async () => {
    const dataDir = temporaryFolder();
    await filled(dataDir, fill(150));
    const left = join(dataDir, 'vectors', '1-only.hnsw.999999999.a1.tmp');
    const growing = join(dataDir, 'vectors', `1-only.hnsw.${process.ppid}.a1.tmp`);
    for (const file of [left, growing]) writeFileSync(file, 'half');

    await open(dataDir);

    expect([left, growing].map((file) => existsSync(file))).toEqual([false, true]);
  });
});
