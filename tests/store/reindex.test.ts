// What happens to vectors when models change, fail or are interrupted.
import { describe, expect, it, onTestFinished } from 'vitest';
import { retrieve } from '../../src/core/ask/retrieval/retrieve.js';
import { type ArticleDraft, ingest } from '../../src/core/library/ingest.js';
import { createBuiltinEngine } from '../../src/engines/builtin/engine.js';
import { openEngine } from '../../src/engines/open.js';
import { inspectStore } from '../../src/store/inspect.js';
import { type OpenStoreOptions, openStore, type Store } from '../../src/store/open.js';
import { embeddingConfig, openTestServer } from '../support/models.js';
import type { OpenAiServer } from '../support/openai-server.js';
import { vectorsOf } from '../support/question-vectors.js';
import { HARBOUR } from '../support/small-article.js';
import { temporaryFolder } from '../support/temporary.js';

const builtin = createBuiltinEngine();
const scope = { libraries: ['town'] };
const LONG: ArticleDraft = {
  ...{ library: 'town', title: 'The fleet', origin: 'fleet' },
  text: Array.from(
    { length: 400 },
    (_, at) => `Boat number ${at} of the large fleet was painted green in May.`,
  ).join('\n\n'),
};

async function open(dataDir: string, options: Partial<OpenStoreOptions> = {}): Promise<Store> {
  const store = await openStore({
    dataDir,
    embedder: builtin.embedder,
    analyzer: builtin.analyzer,
    ...options,
  });
  onTestFinished(() => store.close());
  return store;
}

async function filled(dataDir: string, drafts: readonly ArticleDraft[] = [{ library: 'town', ...HARBOUR }]) {
  const store = await open(dataDir);
  for (const draft of drafts) await ingest(draft, { engine: builtin, store });
  await store.close();
}

const VECTORS = { kind: 'vectors', dimensions: 64 } as const;
const openModel = (server: OpenAiServer) => openEngine({ embedding: embeddingConfig(server) });
/** Texts that the model embedded, except for the word that determines its dimension. */
const embeddedTexts = (server: OpenAiServer) =>
  server.received
    .flatMap(({ body, status }) => (status === 200 ? [body['input']].flat() : []))
    .filter((text) => text !== 'word');

describe('another embedding model', () => {
  it('takes over once all vectors are there, and the old ones are deleted', async () => {
    const dataDir = temporaryFolder();
    await filled(dataDir);
    const server = await openTestServer();
    const { embedder } = await openModel(server);

    const store = await open(dataDir, { embedder, formerEmbedders: [builtin.embedder] });
    await store.close();

    expect(store.embedder).toBe(embedder);
    expect(inspectStore(dataDir)?.fingerprints).toEqual([embedder.fingerprint]);
  });

  it('lets the built-in vectors serve until its own are complete', async () => {
    const dataDir = temporaryFolder();
    await filled(dataDir);
    const server = await openTestServer();
    const { embedder } = await openModel(server);

    const store = await open(dataDir, {
      embedder,
      formerEmbedders: [builtin.embedder],
      embedsMeanwhile: true,
    });
    const [servedAtFirst] = [store.embedder];
    await store.embedded;

    expect(servedAtFirst).toBe(builtin.embedder);
    expect(store.embedder).toBe(embedder);
    const vectors = await vectorsOf(embedder, HARBOUR.text.slice(0, 200));
    expect(store.findPassages({ vectors, terms: [] }, scope, 5)[0]?.similarity).toBeGreaterThan(0.3);
  });

  it('leaves only full-text search meanwhile if the former model is gone', async () => {
    const dataDir = temporaryFolder();
    const server = await openTestServer();
    const gone = (await openModel(server)).embedder;
    const first = await open(dataDir, { embedder: gone });
    await ingest({ library: 'town', ...HARBOUR }, { engine: { ...builtin, embedder: gone }, store: first });
    await first.close();

    const store = await open(dataDir, { embedsMeanwhile: true });
    const atFirst = {
      embedder: store.embedder,
      matches: store.findPassages({ terms: ['harbour'] }, scope, 5),
    };
    await store.embedded;

    expect(atFirst.embedder).toBeUndefined();
    expect(atFirst.matches).toMatchObject([{ similarity: 0, textScore: 1 }]);
    expect(store.embedder).toBe(builtin.embedder);
  });

  it('lets the built-in vectors serve when it fails, warns, and resumes later', async () => {
    const dataDir = temporaryFolder();
    await filled(dataDir, [LONG]);
    const server = await openTestServer();
    const { embedder } = await openModel(server);
    server.embeddings(VECTORS, VECTORS, { kind: 'error', status: 401 });
    const warnings: string[] = [];
    const options = { embedder, formerEmbedders: [builtin.embedder] };

    const store = await open(dataDir, { ...options, onWarning: (warning) => warnings.push(warning) });
    const served = store.embedder;
    await store.close();
    server.embeddings(VECTORS);
    const finished = await open(dataDir, options);

    expect(served).toBe(builtin.embedder);
    expect(warnings[0]).toContain('rejected the API key');
    expect(embeddedTexts(server)).toHaveLength(finished.countPassages(scope));
  });

  it('finds articles added meanwhile', async () => {
    const dataDir = temporaryFolder();
    await filled(dataDir);
    const server = await openTestServer();
    const { embedder } = await openModel(server);

    const store = await open(dataDir, {
      embedder,
      formerEmbedders: [builtin.embedder],
      embedsMeanwhile: true,
    });
    await ingest(LONG, { engine: { ...builtin, embedder }, store });
    await store.embedded;

    const vectors = await vectorsOf(embedder, 'boat number 77 painted green');
    const found = store.findPassages({ vectors, terms: [] }, scope, 3);
    expect(found.map(({ article }) => article.title)).toEqual(['The fleet', 'The fleet', 'The fleet']);
  });
});

describe('while the vectors of a former embedder serve', () => {
  const village = { libraries: ['village'] };

  it('a new library is found by full text, and only in its own scope', async () => {
    const dataDir = temporaryFolder();
    await filled(dataDir);
    const server = await openTestServer();
    const { embedder } = await openModel(server);
    // Fails at the start and once more in the background, before the wait of a minute.
    const refusal = { kind: 'error', status: 401 } as const;
    server.embeddings(refusal, refusal, VECTORS);
    const store = await open(dataDir, {
      ...{ embedder, formerEmbedders: [builtin.embedder] },
      ...{ exactMaxPassages: 0 },
    });
    await store.indexed;

    // The same number of passages as in the HNSW index.
    await ingest({ ...HARBOUR, library: 'village' }, { engine: { ...builtin, embedder }, store });
    const vectors = await vectorsOf(builtin.embedder, HARBOUR.text);
    const found = store.findPassages({ vectors, terms: ['harbour'] }, village, 1);

    expect(store.embedder).toBe(builtin.embedder);
    expect(store.countPassages(village)).toBe(store.countPassages(scope));
    expect(found.map(({ article }) => article.library)).toEqual(['village']);
  });

  it('a question embedded before the switch is answered by full text', async () => {
    const dataDir = temporaryFolder();
    await filled(dataDir);
    const server = await openTestServer();
    const { embedder } = await openModel(server);
    const slow = {
      ...builtin.embedder,
      async embedQuery(text: string) {
        await store.embedded;
        return builtin.embedder.embedQuery(text);
      },
    };
    const store = await open(dataDir, {
      ...{ embedder, formerEmbedders: [slow], embedsMeanwhile: true },
      ...{ exactMaxPassages: 0 },
    });

    const question = { text: 'When will the harbour close?', language: 'en' };
    const { sentences } = await retrieve(question, scope, { engine: builtin, index: store });

    expect(store.embedder).toBe(embedder);
    expect(sentences[0]?.match).toMatchObject({ similarity: 0, textScore: 1 });
  });
});

describe('an article that is being added', () => {
  it('is embedded only once despite failures', async () => {
    const dataDir = temporaryFolder();
    const server = await openTestServer();
    const { embedder } = await openModel(server);
    const engine = { ...builtin, embedder };
    const store = await open(dataDir, { embedder });
    server.embeddings(VECTORS, VECTORS, { kind: 'error', status: 401 }, VECTORS);
    await expect(ingest(LONG, { engine, store })).rejects.toMatchObject({ code: 'engine/unauthorized' });
    await store.close();
    const reopened = await open(dataDir, { embedder });

    const { passages } = await ingest(LONG, { engine, store: reopened });

    expect(passages).toBeGreaterThan(24);
    expect(embeddedTexts(server)).toHaveLength(passages);
  });

  it('stops with its caller and keeps the finished vectors', async () => {
    const server = await openTestServer();
    const { embedder } = await openModel(server);
    const engine = { ...builtin, embedder };
    const store = await open(temporaryFolder(), { embedder });
    const stop = new AbortController();

    const stopping = ingest(
      LONG,
      { engine, store },
      { signal: stop.signal, onProgress: () => stop.abort(new Error('stopped')) },
    );
    await expect(stopping).rejects.toThrow('stopped');
    const articles = store.listArticles(scope).length;
    const before = server.received.length;
    const { passages } = await ingest(LONG, { engine, store });

    expect(articles).toBe(0);
    expect(server.received.length - before).toBeLessThan(Math.ceil(passages / 8));
  });

  it('reports progress', async () => {
    const server = await openTestServer();
    const { embedder } = await openModel(server);
    const store = await open(temporaryFolder(), { embedder });
    const steps: number[] = [];

    await ingest(
      LONG,
      { engine: { ...builtin, embedder }, store },
      { onProgress: (done) => steps.push(done) },
    );

    expect(steps).toEqual([...steps].sort((a, b) => a - b));
    expect(steps.at(-1)).toBe(store.countPassages(scope));
  });
});
