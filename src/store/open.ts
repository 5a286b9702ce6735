// Opens the store: SQLite, the graph and full-text search, joined to what the core asks for.
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Article } from '../core/article.js';
import type { Analyzer, ArticleStore, Embedder, Match, PassageIndex, Scope } from '../core/ports.js';
import { type Connection, guarded, openDatabase } from './database.js';
import { createExactSearch } from './exact-search.js';
import { createFullText } from './full-text.js';
import { refreshEmbeddings, refreshTerms } from './refresh.js';
import { createSqliteStore, decodeSpans, selectArticle, sweepInvisible, toArticle } from './sqlite.js';
import { VectorIndex } from './vector-index.js';

/** A scope of at most so many passages is searched exactly, which takes a few milliseconds at most. */
const EXACT_MAX_PASSAGES = 2_000;

/** Long work at a start: what, and how far. */
export type OnProgress = (step: 'embedding' | 'terms' | 'graph', done: number, total: number) => void;

export interface OpenStoreOptions {
  readonly dataDir: string;
  readonly embedder: Embedder;
  readonly analyzer: Analyzer;
  readonly onProgress?: OnProgress | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface Store extends ArticleStore, PassageIndex {
  /** Saves the graph and closes the file; safe to call twice. */
  close(): Promise<void>;
}

interface PassageRow {
  id: number;
  article: number;
  start: number;
  end: number;
  sentences: Buffer;
}

/** @throws AppError as {@link openDatabase}, and whatever the embedder throws while vectors are made anew. */
export async function openStore(options: OpenStoreOptions): Promise<Store> {
  const { dataDir, embedder, analyzer, onProgress, signal } = options;
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
    const graph = await VectorIndex.open(database, {
      file: join(dataDir, 'vectors.hnsw'),
      storeId: storeId(database),
      fingerprint: embedder.fingerprint,
      dimensions: embedder.dimensions,
      onProgress: (done, total) => onProgress?.('graph', done, total),
    });
    return joinParts(database, graph, options);
  } catch (error) {
    database.close();
    throw error;
  }
}

function joinParts(
  database: Connection,
  graph: VectorIndex,
  { embedder, analyzer }: OpenStoreOptions,
): Store {
  const exact = createExactSearch(database, embedder.fingerprint);
  const text = createFullText(database, (term, vocabulary) => analyzer.similarTerms(term, vocabulary));
  const articles = createSqliteStore(database, embedder.fingerprint, async ({ added, removed }) => {
    exact.clear();
    graph.remove(removed);
    await graph.add(added);
    await graph.compact();
  });
  const libraryKey = database.prepare('SELECT key FROM libraries WHERE name = ?').pluck();
  const articleKey = database
    .prepare(
      `SELECT a.key FROM articles a JOIN libraries l ON l.key = a.library
       WHERE a.visible = 1 AND a.id = ? AND l.name = ?`,
    )
    .pluck();
  const countInLibrary = database
    .prepare(
      'SELECT count(*) FROM passages p JOIN articles a ON a.key = p.article WHERE a.library = ? AND a.visible = 1',
    )
    .pluck();
  const countInArticle = database.prepare('SELECT count(*) FROM passages WHERE article = ?').pluck();
  const languagesInLibrary = database
    .prepare('SELECT DISTINCT language FROM articles WHERE library = ? AND visible = 1')
    .pluck();
  const languageOfArticle = database.prepare('SELECT language FROM articles WHERE key = ?').pluck();
  const passageRow = database.prepare('SELECT id, article, start, end, sentences FROM passages WHERE id = ?');
  const idsOf = {
    l: database
      .prepare(
        'SELECT p.id FROM passages p JOIN articles a ON a.key = p.article WHERE a.library = ? AND a.visible = 1 ORDER BY p.id',
      )
      .pluck(),
    a: database.prepare('SELECT id FROM passages WHERE article = ? ORDER BY id').pluck(),
  };
  let seenVersion = dataVersion(database);
  let isClosed = false;

  /** Keys of what the scope names: one article, or libraries. */
  function keysOf(scope: Scope): { tag: 'l' | 'a'; keys: number[] } {
    const { articleId, libraries } = scope;
    if (articleId === undefined) {
      return {
        tag: 'l',
        keys: libraries.flatMap((name) => (libraryKey.get(name) as number | undefined) ?? []),
      };
    }
    return {
      tag: 'a',
      keys: libraries.flatMap((name) => (articleKey.get(articleId, name) as number | undefined) ?? []),
    };
  }

  function count({ tag, keys }: ReturnType<typeof keysOf>): number {
    const counting = tag === 'l' ? countInLibrary : countInArticle;
    return keys.reduce((sum, key) => sum + (counting.get(key) as number), 0);
  }

  function languagesOf({ tag, keys }: ReturnType<typeof keysOf>): string[] {
    const listing = tag === 'l' ? languagesInLibrary : languageOfArticle;
    return [...new Set(keys.flatMap((key) => listing.all(key) as string[]))];
  }

  /** Another process may have written: its changes are in the store, but not in our caches. */
  function followOtherWriters(): void {
    const version = dataVersion(database);
    if (version === seenVersion) return;
    seenVersion = version;
    exact.clear();
    void graph.reconcile();
  }

  return {
    ...articles,
    countPassages: (scope) => guarded(database, () => count(keysOf(scope))),
    listLanguages: (scope) => guarded(database, () => languagesOf(keysOf(scope))),
    frequencies: () => text.frequencies,

    findPassages({ vector, terms }, scope, limit) {
      return guarded(database, () => {
        followOtherWriters();
        const within = keysOf(scope);
        if (within.keys.length === 0) return [];
        const ids = () => within.keys.flatMap((key) => idsOf[within.tag].all(key) as number[]);
        const nearest =
          count(within) <= EXACT_MAX_PASSAGES
            ? exact.search(vector, limit, within.keys.map((key) => `${within.tag}${key}`).join(), ids)
            : searchGraph(within);
        const hits = text.search(
          terms,
          within.keys.map((key) => `${within.tag}${key}`),
          limit,
        );
        const bestScore = hits[0]?.score || 1;
        const similarities = new Map(nearest.map(({ id, similarity }) => [id, similarity]));
        const scores = new Map(hits.map(({ id, score }) => [id, score / bestScore]));
        const articlesByKey = new Map<number, Article | undefined>();
        return [...new Set([...similarities.keys(), ...scores.keys()])].flatMap((id): Match[] => {
          const row = passageRow.get(id) as PassageRow | undefined;
          if (!row) return [];
          if (!articlesByKey.has(row.article)) {
            const found = selectArticle(database, row.article);
            articlesByKey.set(row.article, found && toArticle(found));
          }
          const article = articlesByKey.get(row.article);
          if (!article || !isInScope(article, scope)) return [];
          return [
            {
              article,
              passage: { start: row.start, end: row.end, sentences: decodeSpans(row.sentences) },
              similarity: clamp(similarities.get(id) ?? exact.similarity(vector, id)),
              textScore: clamp(scores.get(id) ?? 0),
            },
          ];
        });

        function searchGraph({ tag, keys }: ReturnType<typeof keysOf>) {
          const everything = database.prepare('SELECT count(*) FROM passages').pluck().get() as number;
          if (count({ tag, keys }) === everything) return graph.search(vector, limit);
          const allowed = exact.idSet(keys.map((key) => `${tag}${key}`).join(), ids);
          return graph.search(vector, limit, (id) => allowed.has(id));
        }
      });
    },

    async close() {
      if (isClosed) return;
      isClosed = true;
      try {
        graph.save();
      } finally {
        database.close();
      }
    },
  };
}

/** The last word on isolation: whatever an index returned, only what the scope names leaves the store. */
function isInScope(article: Article, { libraries, articleId }: Scope): boolean {
  return libraries.includes(article.library) && (articleId === undefined || article.id === articleId);
}

function storeId(database: Connection): string {
  database.prepare("INSERT OR IGNORE INTO meta (key, value) VALUES ('store-id', ?)").run(randomUUID());
  return database.prepare("SELECT value FROM meta WHERE key = 'store-id'").pluck().get() as string;
}

/** Changes when another connection has committed: https://www.sqlite.org/pragma.html#pragma_data_version */
function dataVersion(database: Connection): number {
  return database.pragma('data_version', { simple: true }) as number;
}

const clamp = (value: number): number => Math.min(1, Math.max(0, value));
