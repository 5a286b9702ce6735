import { closeSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ingest } from '../../src/core/library/ingest.js';
import type { Embedder } from '../../src/core/ports.js';
import { createBuiltinEngine } from '../../src/engines/builtin/engine.js';
import { type OpenStoreOptions, openStore } from '../../src/store/open.js';
import { listed } from '../support/listed.js';
import { inOnlySpace, vectorsOf } from '../support/question-vectors.js';
import { HARBOUR } from '../support/small-article.js';
import { temporaryFolder } from '../support/temporary.js';

const engine = createBuiltinEngine();
const scope = { libraries: ['town'] };

async function open(dataDir: string, options: Partial<OpenStoreOptions> = {}) {
  const store = await openStore({
    dataDir,
    embedder: engine.embedder,
    analyzer: engine.analyzer,
    ...options,
  });
  onTestFinished(() => store.close());
  return store;
}

async function filled(dataDir: string, options: Partial<OpenStoreOptions> = {}) {
  const store = await open(dataDir, options);
  const { article } = await ingest({ library: 'town', ...HARBOUR, origin: 'harbour' }, { engine, store });
  return { store, article };
}

async function find(store: Awaited<ReturnType<typeof open>>, words: string, within = scope) {
  const vectors = await vectorsOf(store.embedder ?? engine.embedder, words);
  return store.findPassages({ vectors, terms: engine.analyzer.terms(words, 'en') }, within, 10);
}

describe('store', () => {
  it('keeps articles across a restart', async () => {
    const dataDir = temporaryFolder();
    const { store, article } = await filled(dataDir);
    await store.close();

    const reopened = await open(dataDir);

    expect(reopened.listArticles(scope)).toEqual([listed(article)]);
    expect(reopened.getArticle(article.id, scope)).toEqual(article);
    expect((await find(reopened, 'harbour'))[0]?.article).toEqual(article);
  });

  it('keeps the vectors of an interrupted addition for a day', async () => {
    const dataDir = temporaryFolder();
    const store = await open(dataDir);
    for (const digest of ['old', 'new'])
      store.vectorCache?.put('model', new Map([[digest, Float32Array.of(1)]]));
    const database = new Database(join(dataDir, 'footnote.db'));
    onTestFinished(() => void database.close());
    const dayAgo = new Date(Date.now() - 25 * 60 * 60 * 1_000).toISOString();
    database.prepare("UPDATE kept_vectors SET kept_at = ? WHERE digest = 'old'").run(dayAgo);

    await store.purgeVersions({ removed: dayAgo, replaced: dayAgo, changes: dayAgo });

    expect([...(store.vectorCache?.get('model', ['old', 'new']).keys() ?? [])]).toEqual(['new']);
  });

  it('accepts its first article after it was closed empty', async () => {
    const dataDir = temporaryFolder();
    await (await open(dataDir)).close();

    const { store, article } = await filled(dataDir);

    expect((await find(store, 'harbour'))[0]?.article).toEqual(article);
  });

  it('replaces an article of the same origin only if it changed', async () => {
    const { store, article } = await filled(temporaryFolder());
    const draft = { library: 'town', title: HARBOUR.title, origin: 'harbour' };

    const same = await ingest({ ...draft, text: HARBOUR.text }, { engine, store });
    const changed = await ingest({ ...draft, text: 'The lighthouse is blue.' }, { engine, store });

    expect([same.change, changed.change]).toEqual(['unchanged', 'changed']);
    expect(changed.article.id).toBe(article.id);
    expect(store.listArticles(scope)).toEqual([listed(changed.article)]);
    expect(store.getArticle(changed.article.id, scope)).toEqual(changed.article);
    expect((await find(store, 'harbour closure cost')).map((match) => match.article.text)).toEqual([
      'The lighthouse is blue.',
    ]);
  });

  it('changes nothing when a write is aborted', async () => {
    const { store, article } = await filled(temporaryFolder());
    const stop = new AbortController();
    const long = { ...article, digest: 'other', text: 'A. '.repeat(500) };
    const passages = Array.from({ length: 500 }, (_, index) => ({
      ...{ start: index * 3, end: index * 3 + 2, sentences: [{ start: index * 3, end: index * 3 + 2 }] },
      ...{ vector: new Float32Array(engine.embedder.dimensions), terms: ['a'] },
    }));

    const writing = store.putArticle(long, passages, stop.signal);
    stop.abort(new Error('stopped'));

    await expect(writing).rejects.toThrow('stopped');
    expect(store.listArticles(scope)).toEqual([listed(article)]);
    expect(store.getArticle(article.id, scope)).toEqual(article);
    expect(store.countPassages(scope)).toBe(1);
  });

  it('sees what another connection wrote', async () => {
    const dataDir = temporaryFolder();
    const { store } = await filled(dataDir);
    const other = await open(dataDir);
    await ingest(
      { library: 'town', title: 'New', text: 'The lighthouse is blue.' },
      { engine, store: other },
    );

    const matches = await find(store, 'blue lighthouse');

    expect(matches.map((match) => match.article.title)).toContain('New');
  });

  it('re-embeds for another embedder with progress', async () => {
    const dataDir = temporaryFolder();
    await (await filled(dataDir)).store.close();
    const steps: string[] = [];
    const embedder: Embedder = {
      ...{ fingerprint: 'other', dimensions: 3 },
      embedDocuments: async (texts) => texts.map(() => [1, 0, 0]),
      embedQuery: async () => [1, 0, 0],
    };

    const store = await open(dataDir, { embedder, onProgress: (step) => steps.push(step) });

    const [match] = store.findPassages(
      { vectors: inOnlySpace(Float32Array.of(1, 0, 0)), terms: [] },
      scope,
      5,
    );
    expect(steps).toContain('embedding');
    expect(match?.similarity).toBeCloseTo(1);
  });

  it('rejects an embedder with bad vectors and keeps the data', async () => {
    const dataDir = temporaryFolder();
    await (await filled(dataDir)).store.close();
    const broken: Embedder = {
      ...{ fingerprint: 'broken', dimensions: 3 },
      embedDocuments: async (texts) => texts.map(() => [1]),
      embedQuery: async () => [1],
    };

    await expect(open(dataDir, { embedder: broken })).rejects.toMatchObject({ code: 'engine/bad-vectors' });

    expect((await open(dataDir)).listArticles(scope)).toHaveLength(1);
  });

  it('recomputes terms for another analyzer', async () => {
    const dataDir = temporaryFolder();
    await (await filled(dataDir)).store.close();
    const analyzer = { ...engine.analyzer, fingerprint: 'other', terms: () => ['everything'] };

    const store = await open(dataDir, { analyzer });

    expect(store.frequencies().count('everything')).toBe(1);
    expect(store.frequencies().count('harbour')).toBe(0);
  });
});

describe('a damaged store', () => {
  it('is reported with advice and left unchanged', async () => {
    const dataDir = temporaryFolder();
    const file = join(dataDir, 'footnote.db');
    writeFileSync(file, "this is no database, but it may be somebody's only copy".repeat(100));
    const before = readFileSync(file);

    await expect(open(dataDir)).rejects.toMatchObject({
      code: 'store/corrupt',
      advice: expect.stringContaining('backup'),
    });

    expect(readFileSync(file)).toEqual(before);
  });

  it('is reported if its pages are overwritten', async () => {
    const dataDir = temporaryFolder();
    await (await filled(dataDir)).store.close();
    const file = join(dataDir, 'footnote.db');
    const descriptor = openSync(file, 'r+');
    writeSync(descriptor, Buffer.alloc(4_000, 0xab), 0, 4_000, 100);
    closeSync(descriptor);

    await expect(open(dataDir)).rejects.toMatchObject({ code: 'store/corrupt' });
  });

  it('is reported if the pages of its vectors are overwritten', async () => {
    const dataDir = temporaryFolder();
    await (await filled(dataDir)).store.close();
    const file = join(dataDir, 'footnote.db');
    const database = new Database(file);
    const size = database.pragma('page_size', { simple: true }) as number;
    const page = database
      .prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'vectors'")
      .pluck()
      .get() as number;
    database.close();
    const descriptor = openSync(file, 'r+');
    writeSync(descriptor, Buffer.alloc(size, 0xab), 0, size, (page - 1) * size);
    closeSync(descriptor);

    await expect(open(dataDir)).rejects.toMatchObject({ code: 'store/corrupt' });
  });

  it('is refused if it belongs to another program', async () => {
    const dataDir = temporaryFolder();
    const database = new Database(join(dataDir, 'footnote.db'));
    database.exec('CREATE TABLE theirs (x)');
    database.close();

    await expect(open(dataDir)).rejects.toMatchObject({ code: 'store/foreign' });
  });

  it('is migrated from the first version with its answers', async () => {
    const dataDir = temporaryFolder();
    await (await filled(dataDir)).store.close();
    const database = new Database(join(dataDir, 'footnote.db'));
    database.exec(`
      ALTER TABLE articles DROP COLUMN structure;
      ALTER TABLE articles DROP COLUMN writer_started;
      ALTER TABLE articles DROP COLUMN since;
      DROP TABLE answer_cache; DROP TABLE usage; DROP TABLE answers; DROP TABLE kept_vectors;
      DROP TABLE article_records; DROP TABLE article_versions; DROP TABLE answer_articles; DROP TABLE library_settings;
      DROP TABLE channel_defaults; DROP TABLE hidden_articles; DROP TABLE library_changes; DROP TABLE feeds;
      DROP TABLE feed_items; DROP TABLE planned_deletions; DROP TABLE digests; DROP TABLE digest_slots;
      DROP TABLE library_bots; DROP TABLE answer_libraries;
      CREATE TABLE answers (
        id TEXT PRIMARY KEY, library TEXT NOT NULL, question TEXT NOT NULL, answer TEXT NOT NULL, created_at TEXT NOT NULL
      ) WITHOUT ROWID;
      INSERT INTO answers VALUES ('old', 'town', 'Why?', '{"kind":"not-in-article"}', '2031-03-03T10:00:00.000Z');
    `);
    database.pragma('user_version = 1');
    database.close();

    const store = await open(dataDir);

    expect(store.listArticles(scope)).toHaveLength(1);
    expect(store.listRecords(scope)).toMatchObject([{ record: { origin: 'text' } }]);
    expect(store.listRecords(scope)[0]?.record.words).toBeGreaterThan(0);
    expect(store.getAnswer('old')).toEqual({
      ...{ id: 'old', library: 'town', question: 'Why?', answer: { kind: 'not-in-article' } },
      createdAt: '2031-03-03T10:00:00.000Z',
    });
    expect(store.countTokens({ library: 'town' }, '2031-03-03')).toBe(0);
  });

  it('is migrated from a version that knew only the bot of the last start', async () => {
    const dataDir = temporaryFolder();
    const { store: before } = await filled(dataDir);
    before.putSetting('discord/bot', '1');
    await before.close();
    const database = new Database(join(dataDir, 'footnote.db'));
    database.exec(
      'DROP TABLE library_bots; DROP TABLE answer_libraries; DROP TRIGGER answers_deleted_named;',
    );
    database.pragma('user_version = 9');
    database.close();

    const store = await open(dataDir);

    expect(store.getSetting('discord/bot')).toBeUndefined();
    expect(store.listLibrariesOf('1')).toEqual([]);
    expect(store.listArticles(scope)).toHaveLength(1);
  });

  it('is migrated from a version that kept lists of articles when they were deleted', async () => {
    const dataDir = temporaryFolder();
    const { store: before, article } = await filled(dataDir);
    const reply = { kind: 'reply', intent: 'articles', text: '', language: 'en', suggestions: [] } as const;
    const articles = [{ articleId: article.id, title: article.title }];
    for (const [id, listed] of [
      ['with', articles],
      ['without', []],
    ] as const)
      before.putAnswer({
        ...{ id, library: 'user:1', question: 'Which articles?', createdAt: '2031-03-03T10:00:00.000Z' },
        answer: { ...reply, articles: listed, confidence: 1, engine: 'builtin' },
      });
    await before.close();
    const database = new Database(join(dataDir, 'footnote.db'));
    database.exec('DROP TABLE answer_libraries; DROP TRIGGER answers_deleted_named;');
    database.pragma('user_version = 10');
    database.close();

    const store = await open(dataDir);
    await store.deleteLibrary('town');

    expect(store.getAnswer('with')).toBeUndefined();
    expect(store.getAnswer('without')).toBeDefined();
  });

  it('is refused if it was written by a newer version', async () => {
    const dataDir = temporaryFolder();
    await (await filled(dataDir)).store.close();
    const database = new Database(join(dataDir, 'footnote.db'));
    database.pragma('user_version = 999');
    database.close();

    await expect(open(dataDir)).rejects.toMatchObject({ code: 'store/too-new' });
  });
});
