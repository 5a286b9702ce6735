// Opens the store: SQLite, the graph and full-text search, joined to what the core asks for.
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Analyzer, ArticleStore, Embedder, PassageIndex, SettingStore } from '../core/ports.js';
import { type Connection, openDatabase } from './database.js';
import { createExactSearch } from './exact-search.js';
import { createFullText } from './full-text.js';
import { createPassageSearch } from './passage-search.js';
import { refreshEmbeddings, refreshTerms } from './refresh.js';
import { createScopes } from './scope.js';
import { createSqliteStore, sweepInvisible } from './sqlite.js';
import { createStoredVectors } from './stored-vectors.js';
import { VectorIndex } from './vector-index.js';

/** Numbers compared one by one: a few milliseconds' worth, and nothing missed, as a graph may. */
const EXACT_MAX_NUMBERS = 6_000_000;

export interface OpenStoreOptions {
  readonly dataDir: string;
  readonly embedder: Embedder;
  readonly analyzer: Analyzer;
  /** A scope of at most so many passages is searched exactly, a larger one by the graph. Default: by dimension. */
  readonly exactMaxPassages?: number | undefined;
  /** Told of long work at a start. */
  readonly onProgress?:
    | ((step: 'embedding' | 'terms' | 'graph', done: number, total: number) => void)
    | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface Store extends ArticleStore, PassageIndex, SettingStore {
  /** Saves the graph and closes the file; safe to call twice. */
  close(): Promise<void>;
}

/** @throws AppError as {@link openDatabase}, and whatever the embedder throws while vectors are made anew. */
export async function openStore(options: OpenStoreOptions): Promise<Store> {
  const { dataDir, embedder, analyzer, onProgress, signal } = options;
  const { exactMaxPassages = EXACT_MAX_NUMBERS / embedder.dimensions } = options;
  const database = openDatabase(join(dataDir, 'footnote.db'));
  try {
    await sweepInvisible(database);
    await refreshTerms(database, analyzer, (done, total) => onProgress?.('terms', done, total), signal);
    await refreshEmbeddings(
      database,
      embedder,
      (done, total) => onProgress?.('embedding', done, total),
      signal,
    );
    const vectors = createStoredVectors(database, embedder.fingerprint);
    const graph = await VectorIndex.open(vectors, {
      file: join(dataDir, 'vectors.hnsw'),
      storeId: storeId(database),
      fingerprint: embedder.fingerprint,
      dimensions: embedder.dimensions,
      onProgress: (done, total) => onProgress?.('graph', done, total),
    });
    const exact = createExactSearch(vectors, embedder.dimensions);
    const text = createFullText(database, (term, vocabulary) => analyzer.similarTerms(term, vocabulary));
    const scopes = createScopes(database);
    const articles = createSqliteStore(
      database,
      embedder.fingerprint,
      async ({ library, added, removed }) => {
        exact.follow(`l${library}`);
        text.clear();
        scopes.forget(library);
        await graph.remove(removed);
        await graph.add(added);
        graph.compactLater();
      },
    );
    return {
      ...articles,
      ...createSettings(database),
      ...createPassageSearch(database, { graph, exact, text, scopes, exactMaxPassages }),
      async close() {
        if (!database.open) return;
        try {
          await graph.close();
        } finally {
          database.close();
        }
      },
    };
  } catch (error) {
    database.close();
    throw error;
  }
}

function storeId(database: Connection): string {
  database.prepare("INSERT OR IGNORE INTO meta (key, value) VALUES ('store-id', ?)").run(randomUUID());
  return database.prepare("SELECT value FROM meta WHERE key = 'store-id'").pluck().get() as string;
}

/** Beside what the store keeps of itself, under a prefix of their own. */
function createSettings(database: Connection): SettingStore {
  const select = database.prepare("SELECT value FROM meta WHERE key = 'setting:' || ?").pluck();
  const insert = database.prepare("INSERT OR REPLACE INTO meta (key, value) VALUES ('setting:' || ?, ?)");
  return {
    getSetting: (key) => select.get(key) as string | undefined,
    putSetting: (key, value) => void insert.run(key, value),
  };
}
