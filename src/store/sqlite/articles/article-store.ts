// Stores articles, passages and vectors in SQLite, the source of truth. The indexes built from it do the
// searching.
import type { ArticleRecord, Provenance } from '../../../core/library/ports.js';
import type { Clock } from '../../../core/ports.js';
import type { ArticleStore } from '../../../core/store-ports.js';
import { type Article, BUILT_IN_LIBRARY } from '../../../core/text/article.js';
import { countBodyWords } from '../../../core/text/body-words.js';
import { type Connection, withDatabaseErrors } from '../database.js';
import type { Changes } from '../library/changes.js';
import { createRecords, type Records } from '../library/records.js';
import { createVersions, type Versions } from '../library/versions.js';
import { deleteArticleRows } from './delete-article.js';
import { type InsertedArticle, prepareArticleInsertion } from './insert-article.js';
import { createArticleReader } from './read-articles.js';

/** A change in the store, for everything that caches its content. */
export interface StoreChange {
  /** Row key of the library. */
  readonly library: number;
  /** Of the article that was added. */
  readonly language: string;
  /** A passage without a vector still has to be embedded. */
  readonly added: InsertedArticle['passages'];
  readonly removed: readonly number[];
}

/** The article store, and the parts of it that other ports share. */
export interface SqliteArticles extends Omit<ArticleStore, 'vectorCache'> {
  readonly records: Records;
  readonly versions: Versions;
  /** Removes an article without keeping it for old answers. */
  deleteArticle(articleId: string, library: string): Promise<boolean>;
}

/**
 * @param onChange awaited after each visible change, so that caches are up to date before the writer
 * continues
 */
export function createArticleStore(
  database: Connection,
  fingerprint: string,
  {
    clock,
    changes,
    onChange,
  }: {
    readonly clock: Clock;
    readonly changes: Changes;
    readonly onChange: (change: StoreChange) => Promise<void>;
  },
): SqliteArticles {
  const reader = createArticleReader(database);
  const insert = prepareArticleInsertion(database, fingerprint);
  const versions = createVersions(database);
  const records = createRecords(database, (articleId, library) => {
    const article = reader.getArticle(articleId, { libraries: [library] });
    return article && countBodyWords(article);
  });
  const passageIds = database.prepare('SELECT id FROM passages WHERE article = ?').pluck();
  const visibleKeys = database.prepare(
    `SELECT a.key, a.library FROM articles a JOIN libraries l ON l.key = a.library
     WHERE a.id = ? AND l.name = ? AND a.visible = 1`,
  );
  const show = database.prepare('UPDATE articles SET visible = 1, since = ? WHERE key = ?');
  const hide = database.prepare('UPDATE articles SET visible = 0 WHERE key = ?');

  /** Row keys of a visible article and its library. */
  function findVisible(articleId: string, library: string) {
    return visibleKeys.get(articleId, library) as { key: number; library: number } | undefined;
  }

  /** For an article that is stored without one: the earlier article's, or a new one without a person. */
  function defaultRecord({ id, library, ...article }: Article, now: string): ArticleRecord {
    const known = records.get(id, library) ?? {
      ...{ articleId: id, library, addedAt: now },
      origin: library === BUILT_IN_LIBRARY ? ('folder' as const) : ('text' as const),
    };
    const words = countBodyWords({ id, library, ...article });
    const changed = known.addedAt === now ? {} : { changedAt: now };
    return { ...known, ...changed, words, characters: article.text.length };
  }

  /** Makes a written article visible. @returns the row key of the one that it replaces */
  function replaceVisible(
    key: number,
    article: Article,
    provenance: Provenance | undefined,
  ): number | undefined {
    const now = clock.now().toISOString();
    return database
      .transaction(() => {
        const old = findVisible(article.id, article.library)?.key;
        if (old !== undefined) {
          versions.keep(old, now);
          hide.run(old);
        }
        show.run(now, key);
        versions.forgetRemoved(article.id, article.library);
        const record = provenance?.record ?? defaultRecord(article, now);
        records.put(typeof record === 'function' ? record(records.get(article.id, article.library)) : record);
        if (provenance?.change) changes.add(provenance.change);
        return old;
      })
      .immediate();
  }

  async function hideArticle(
    articleId: string,
    libraryName: string,
    beforeHiding: (key: number) => void,
  ): Promise<boolean> {
    const hidden = database
      .transaction(() => {
        const visible = findVisible(articleId, libraryName);
        if (!visible) return undefined;
        beforeHiding(visible.key);
        hide.run(visible.key);
        records.remove(articleId, libraryName);
        return visible;
      })
      .immediate();
    if (!hidden) return false;
    const { key, library } = hidden;
    await onChange({ library, language: '', added: [], removed: passageIds.all(key) as number[] });
    await deleteArticleRows(database, key);
    return true;
  }

  return {
    ...{ ...reader, records, versions },

    async putArticle(article, passages, signal, provenance) {
      const { key, library, passages: added } = await insert(article, passages, signal);
      let old: number | undefined;
      try {
        old = replaceVisible(key, article, provenance);
      } catch (error) {
        await deleteArticleRows(database, key);
        throw error;
      }
      const removed = old === undefined ? [] : (passageIds.all(old) as number[]);
      await onChange({ library, language: article.language, added, removed });
      if (old !== undefined) await deleteArticleRows(database, old);
    },

    removeArticle: (articleId, library, change) =>
      hideArticle(articleId, library, (key) => {
        const record = records.get(articleId, library);
        if (record) versions.keep(key, clock.now().toISOString(), record);
        if (change) changes.add(change);
      }),

    deleteArticle: (articleId, library) => hideArticle(articleId, library, () => {}),

    findVersion: (cited, scope, at) => withDatabaseErrors(database, () => versions.find(cited, scope, at)),
  };
}
