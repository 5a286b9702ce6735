// Opens the store: SQLite, full-text search and the vector indexes behind the core's ports.
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { DigestStore } from '../core/digest/ports.js';
import { explainError } from '../core/errors.js';
import type {
  DataDeletion,
  FeedStore,
  LibraryBots,
  LibrarySchedule,
  LibraryStore,
} from '../core/library/library-store.js';
import type { Analyzer, Clock, Embedder } from '../core/ports.js';
import type {
  AnswerStore,
  ArticleStore,
  PassageIndex,
  Pruner,
  SettingStore,
  UsageLedger,
} from '../core/store-ports.js';
import { digestOf } from '../core/text/article.js';
import { createHybridSearch } from './hybrid-search.js';
import { reanalyzePassages } from './reindex.js';
import { createSettings } from './settings.js';
import { createAnswerStore } from './sqlite/answer-store.js';
import { createArticleStore } from './sqlite/articles/article-store.js';
import { deleteInvisibleArticles } from './sqlite/articles/delete-article.js';
import { type Connection, explainDatabaseError, explainErrorsOf, openDatabase } from './sqlite/database.js';
import { createDigestStore } from './sqlite/digests/digest-store.js';
import { createFullText } from './sqlite/full-text.js';
import { createChanges } from './sqlite/library/changes.js';
import { createLibraryData } from './sqlite/library/library-data.js';
import { createVectorCache, dropPendingVectors } from './sqlite/pending-vectors.js';
import { createPruner } from './sqlite/pruner.js';
import { isTextIndexBroken, markTextIndexBroken, recreateTextIndex } from './sqlite/rebuild-full-text.js';
import { createScopes } from './sqlite/scope.js';
import { createUsageLedger } from './sqlite/usage-ledger.js';
import { STORE_TEXT } from './text.js';
import { openVectors } from './vectors/serving-vectors.js';

export interface OpenStoreOptions {
  readonly dataDir: string;
  readonly embedder: Embedder;
  /** Embedders whose stored vectors may serve until the new ones are complete. Default: none. */
  readonly formerEmbedders?: readonly Embedder[] | undefined;
  /** True: passages without a vector are embedded while the store is in use. Default: before it opens. */
  readonly embedsMeanwhile?: boolean | undefined;
  readonly analyzer: Analyzer;
  /** Default: the system's. */
  readonly clock?: Clock | undefined;
  /** Libraries of at most this many passages are searched exactly, larger ones with an HNSW graph. Default 5,000. */
  readonly exactMaxPassages?: number | undefined;
  /** Reports long work at the start. */
  readonly onProgress?:
    | ((step: 'embedding' | 'terms' | 'graph', done: number, total: number) => void)
    | undefined;
  /** Receives a message for people if passages couldn't be embedded. */
  readonly onWarning?: ((warning: string) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface Store
  extends ArticleStore,
    PassageIndex,
    AnswerStore,
    UsageLedger,
    Pruner,
    SettingStore,
    LibraryStore,
    FeedStore,
    LibrarySchedule,
    LibraryBots,
    DataDeletion,
    DigestStore {
  /** Settles when every passage has a vector, or the store is closed. Never rejects. */
  readonly embedded: Promise<void>;
  /** Settles when every library that needs an HNSW graph has one, or the store is closed. Never rejects. */
  readonly indexed: Promise<void>;
  /** Ends background work and closes the database. Safe to call twice. */
  close(): Promise<void>;
}

/**
 * Opens the store and brings it up to date.
 * @throws AppError as {@link openDatabase}, `engine/bad-vectors`, or the signal's reason
 */
export async function openStore(options: OpenStoreOptions): Promise<Store> {
  const { dataDir, embedder, analyzer, onProgress, signal } = options;
  const database = openDatabase(join(dataDir, 'footnote.db'));
  const closing = new AbortController();
  try {
    await deleteInvisibleArticles(database);
    if (isTextIndexBroken(database)) recreateTextIndex(database);
    await reanalyzePassages(database, analyzer, (done, total) => onProgress?.('terms', done, total), signal);
    const vectors = await openVectors(database, {
      ...{ embedder, formerEmbedders: options.formerEmbedders ?? [] },
      embedsMeanwhile: options.embedsMeanwhile ?? false,
      exactMaxPassages: options.exactMaxPassages,
      storeId: storeId(database),
      onProgress: (step, done, total) => onProgress?.(step, done, total),
      onWarning: (warning) => options.onWarning?.(warning),
      signal: signal ? AbortSignal.any([signal, closing.signal]) : closing.signal,
    });
    const text = createFullText(
      database,
      (term, vocabulary) => analyzer.similarTerms(term, vocabulary),
      () => {
        rebuilding ??= rebuildFullText().finally(() => {
          rebuilding = undefined;
        });
      },
    );
    let rebuilding: Promise<void> | undefined;
    /** Never rejects. */
    async function rebuildFullText(): Promise<void> {
      try {
        markTextIndexBroken(database);
        recreateTextIndex(database);
        await reanalyzePassages(database, analyzer, () => {}, closing.signal);
        text.clear();
      } catch (error) {
        if (closing.signal.aborted) return;
        options.onWarning?.(STORE_TEXT.notRebuilt(explainError(explainDatabaseError(error, database.name))));
      }
    }
    const scopes = createScopes(database);
    const clock = options.clock ?? { now: () => new Date() };
    const changes = createChanges(database);
    const { records, versions, deleteArticle, ...articles } = createArticleStore(
      database,
      embedder.fingerprint,
      {
        ...{ clock, changes },
        async onChange(change) {
          text.clear();
          scopes.invalidate(change.library);
          await vectors.applyChange(change);
        },
      },
    );
    const libraries = createLibraryData(database, { articles, records, versions, changes, deleteArticle });
    const search = createHybridSearch(database, { serving: vectors.current, text, scopes });
    const methods: Store = {
      ...articles,
      ...libraries,
      ...createAnswerStore(database),
      ...createDigestStore(database, changes),
      ...createUsageLedger(database),
      prune: createPruner(database),
      ...createSettings(database),
      vectorCache: explainErrorsOf(createVectorCache(database), database.name),
      async putArticle(article, passages, stop, provenance) {
        await articles.putArticle(article, passages, stop, provenance);
        dropPendingVectors(
          database,
          passages.map(({ start, end }) => article.text.slice(start, end)),
        );
      },
      digestScope(scope) {
        const digest = articles.digestScope(scope);
        return vectors.isEmbedding() ? digestOf(digest, 'embedding') : digest;
      },
      get embedder() {
        return vectors.current()?.embedder;
      },
      get embedded() {
        return vectors.embedded();
      },
      get indexed() {
        return vectors.indexed();
      },
      countPassages: search.countPassages,
      listLanguages: search.listLanguages,
      frequencies: search.frequencies,
      findPassages: search.findPassages,
      async close() {
        if (!database.open) return;
        closing.abort(new Error('the store is closed'));
        await rebuilding;
        try {
          await vectors.close();
        } finally {
          database.close();
        }
      },
    };
    return explainErrorsOf(methods, database.name);
  } catch (error) {
    closing.abort(error);
    database.close();
    // Damage can surface when the data is first read.
    throw explainDatabaseError(error, database.name);
  }
}

function storeId(database: Connection): string {
  database.prepare("INSERT OR IGNORE INTO meta (key, value) VALUES ('store-id', ?)").run(randomUUID());
  return database.prepare("SELECT value FROM meta WHERE key = 'store-id'").pluck().get() as string;
}
