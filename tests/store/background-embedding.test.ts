// Articles are answerable by full text at once, while a slow embedder makes their vectors.

import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ingest } from '../../src/core/library/ingest.js';
import { createBuiltinEngine } from '../../src/engines/builtin/engine.js';
import { openModelFolder } from '../../src/engines/onnx/model-folder.js';
import { type OpenStoreOptions, openStore, type Store } from '../../src/store/open.js';
import { createGate } from '../support/gate.js';
import { TINY_MODEL } from '../support/models.js';
import { vectorsOf } from '../support/question-vectors.js';
import { HARBOUR } from '../support/small-article.js';
import { temporaryFolder } from '../support/temporary.js';

const scope = { libraries: ['town'] };
const fleet = {
  ...{ library: 'town', title: 'The fleet', origin: 'fleet' },
  text: Array.from({ length: 300 }, (_, at) => `Boat number ${at} was painted green in May.`).join('\n\n'),
};

async function openTinyEngine() {
  const embedder = await openModelFolder(`onnx:${TINY_MODEL}`);
  onTestFinished(() => embedder.close());
  return createBuiltinEngine(embedder);
}

type Engine = Awaited<ReturnType<typeof openTinyEngine>>;

async function open(
  engine: Engine,
  dataDir: string,
  options: Partial<OpenStoreOptions> = {},
): Promise<Store> {
  const { embedder, analyzer } = engine;
  const store = await openStore({ dataDir, embedder, analyzer, ...options });
  onTestFinished(() => store.close());
  return store;
}

/** The engine, but embedding waits until the gate is open. */
function withGate(engine: Engine, passed: Promise<void>): Engine {
  const { embedder } = engine;
  return {
    ...engine,
    embedder: {
      ...embedder,
      async embedDocuments(texts, options) {
        await passed;
        return embedder.embedDocuments(texts, options);
      },
    },
  };
}

function countVectors(dataDir: string): number {
  const database = new Database(join(dataDir, 'footnote.db'), { readonly: true });
  const count = database.prepare('SELECT count(*) FROM vectors').pluck().get() as number;
  database.close();
  return count;
}

describe('a new article', () => {
  it('is found by full text before it has vectors, and by vector afterwards', async () => {
    const gate = createGate();
    const engine = withGate(await openTinyEngine(), gate.opened);
    const store = await open(engine, temporaryFolder());
    await ingest({ library: 'town', ...HARBOUR }, { engine, store });
    const find = async (terms: readonly string[]) =>
      store.findPassages({ vectors: await vectorsOf(engine.embedder, 'the harbour'), terms }, scope, 5);

    const atFirst = await find(['harbour']);
    const digestAtFirst = store.digestScope(scope);
    gate.open();
    await store.embedded;
    const later = await find([]);

    expect(atFirst).toMatchObject([{ similarity: 0, space: undefined, textScore: 1 }]);
    expect(later).toMatchObject([{ space: 'only', textScore: 0 }]);
    expect(store.digestScope(scope)).not.toBe(digestAtFirst);
  });

  it('that is added while others are being embedded gets its vectors too', async () => {
    const gate = createGate();
    const engine = withGate(await openTinyEngine(), gate.opened);
    const dataDir = temporaryFolder();
    const store = await open(engine, dataDir);
    await ingest(fleet, { engine, store });
    await ingest({ library: 'village', ...HARBOUR }, { engine, store });

    gate.open();
    await store.embedded;

    expect(countVectors(dataDir)).toBe(store.countPassages({ libraries: ['town', 'village'] }));
  });

  it('that is removed while it is being embedded leaves no vectors', async () => {
    const gate = createGate();
    const engine = withGate(await openTinyEngine(), gate.opened);
    const dataDir = temporaryFolder();
    const store = await open(engine, dataDir);
    const { article } = await ingest(fleet, { engine, store });

    const removing = store.removeArticle(article.id, 'town');
    gate.open();
    await Promise.all([removing, store.embedded]);

    expect(countVectors(dataDir)).toBe(0);
  });

  it('reports progress', async () => {
    const engine = await openTinyEngine();
    const steps: number[] = [];
    const store = await open(engine, temporaryFolder(), { onProgress: (_, done) => steps.push(done) });

    await ingest(fleet, { engine, store });
    await store.embedded;

    expect(steps.length).toBeGreaterThan(1);
    expect(steps.at(-1)).toBe(store.countPassages(scope));
  });

  it('is embedded at the next start if the program stopped before', async () => {
    const gate = createGate();
    const tiny = await openTinyEngine();
    const dataDir = temporaryFolder();
    const stopped = await open(withGate(tiny, gate.opened), dataDir);
    await ingest(fleet, { engine: tiny, store: stopped });
    const closing = stopped.close();
    gate.open();
    await closing;
    const before = countVectors(dataDir);

    const store = await open(tiny, dataDir);

    expect(before).toBe(0);
    expect(countVectors(dataDir)).toBe(store.countPassages(scope));
  });
});
