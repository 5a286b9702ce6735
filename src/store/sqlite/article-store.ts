// Stores articles, passages and vectors in SQLite, the source of truth. The indexes built from it do the
// searching.
import { setImmediate as yieldToEvents } from 'node:timers/promises';
import type { ArticleRecord, Provenance } from '../../core/library/ports.js';
import type { Clock, Scope } from '../../core/ports.js';
import type { ArticleStore, IndexedPassage } from '../../core/store-ports.js';
import { type Article, BUILT_IN_LIBRARY, digestOf, type ListedArticle } from '../../core/text/article.js';
import { countBodyWords } from '../../core/text/body-words.js';
import type { Passage } from '../../core/text/passage.js';
import { isOtherLiveProcess, ownProcess, type ProcessIdentity } from '../process-alive.js';
import { type Connection, withDatabaseErrors } from './database.js';
import { createTextMerger } from './full-text.js';
import type { Changes } from './library/changes.js';
import { createRecords, type Records } from './library/records.js';
import { createVersions, type Versions } from './library/versions.js';

/** Rows written before the event loop gets a turn, which takes a few milliseconds. */
const ROWS_PER_STEP = 32;

/** A change in the store, for everything that caches its content. */
export interface StoreChange {
  /** Row key of the library. */
  readonly library: number;
  /** Of the article that was added. */
  readonly language: string;
  /** A passage without a vector still has to be embedded. */
  readonly added: readonly { readonly id: number; readonly vector: Float32Array | undefined }[];
  readonly removed: readonly number[];
}

interface ListedRow {
  key: number;
  id: string;
  library: string;
  title: string;
  language: string;
  digest: string;
  url: string | null;
  author: string | null;
  published: string | null;
}

interface ArticleRow extends ListedRow {
  text: string;
  body_start: number;
  structure: string | null;
}

const LISTED_COLUMNS =
  'a.key, a.id, l.name AS library, a.title, a.language, a.digest, a.url, a.author, a.published';
const ARTICLE_COLUMNS = `${LISTED_COLUMNS}, a.text, a.body_start, a.structure`;
/** Uses the parameters of {@link scopeParameters}. */
const IN_SCOPE = `a.visible = 1 AND l.name IN (SELECT value FROM json_each(@libraries))
  AND (@articleId IS NULL OR a.id = @articleId) AND a.id NOT IN (SELECT value FROM json_each(@hidden))`;

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
export function createSqliteStore(
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
  const versions = createVersions(database);
  const records = createRecords(database, (articleId, library) => {
    const article = getArticle(articleId, { libraries: [library] });
    return article && countBodyWords(article);
  });
  const insertLibrary = database.prepare('INSERT OR IGNORE INTO libraries (name) VALUES (?)');
  const libraryKey = database.prepare('SELECT key FROM libraries WHERE name = ?').pluck();
  const insertArticle = database.prepare(
    `INSERT INTO articles (id, library, visible, writer, writer_started, title, text, body_start, structure, language, digest, url, author, published)
     VALUES (@id, @library, 0, @writer, @writerStarted, @title, @text, @bodyStart, @structure, @language, @digest, @url, @author, @published)`,
  );
  const insertPassage = database.prepare(
    'INSERT INTO passages (article, start, end, sentences) VALUES (?, ?, ?, ?)',
  );
  const insertText = database.prepare('INSERT INTO passages_text (rowid, scope, terms) VALUES (?, ?, ?)');
  const insertVector = database.prepare(
    'INSERT INTO vectors (passage, fingerprint, vector) VALUES (?, ?, ?)',
  );
  const mergeText = createTextMerger(database);
  const passageIds = database.prepare('SELECT id FROM passages WHERE article = ?').pluck();
  const visibleKey = database
    .prepare(
      `SELECT a.key FROM articles a JOIN libraries l ON l.key = a.library
       WHERE a.id = ? AND l.name = ? AND a.visible = 1`,
    )
    .pluck();
  const selectLibraries = database
    .prepare(
      'SELECT name FROM libraries l WHERE EXISTS (SELECT 1 FROM articles a WHERE a.library = l.key AND a.visible = 1)',
    )
    .pluck();
  const show = database.prepare('UPDATE articles SET visible = 1, since = ? WHERE key = ?');
  const hide = database.prepare('UPDATE articles SET visible = 0 WHERE key = ?');

  function getArticle(articleId: string, scope: Scope): Article | undefined {
    const [row] = withDatabaseErrors(
      database,
      () => selectArticles(database, ARTICLE_COLUMNS, { ...scope, articleId }) as ArticleRow[],
    );
    return row && toArticle(row);
  }

  /** Of an article that is stored without one: the earlier article's, or a new one without a person. */
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
        const old = visibleKey.get(article.id, article.library) as number | undefined;
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
    library: string,
    beforeHiding: (key: number) => void,
  ): Promise<boolean> {
    let key: number | undefined;
    database
      .transaction(() => {
        key = visibleKey.get(articleId, library) as number | undefined;
        if (key === undefined) return;
        beforeHiding(key);
        hide.run(key);
        records.remove(articleId, library);
      })
      .immediate();
    if (key === undefined) return false;
    await onChange({
      library: libraryKey.get(library) as number,
      language: '',
      added: [],
      removed: passageIds.all(key) as number[],
    });
    await deleteArticleRows(database, key);
    return true;
  }

  return {
    ...{ records, versions, getArticle },

    async putArticle(article, passages, signal, provenance) {
      const { id: writer, startedAt: writerStarted } = ownProcess();
      let key = 0;
      let library = 0;
      database
        .transaction(() => {
          insertLibrary.run(article.library);
          library = libraryKey.get(article.library) as number;
          key = Number(
            insertArticle.run({ ...optionalColumns(article), library, writer, writerStarted })
              .lastInsertRowid,
          );
        })
        .immediate();
      const added: { id: number; vector: Float32Array | undefined }[] = [];
      const write = database.transaction((batch: readonly IndexedPassage[]) => {
        for (const passage of batch) {
          const id = Number(
            insertPassage.run(key, passage.start, passage.end, encodeSpans(passage)).lastInsertRowid,
          );
          insertText.run(id, `l${library} a${key}`, passage.terms.join(' '));
          if (passage.vector) insertVector.run(id, fingerprint, encodeVector(passage.vector));
          added.push({ id, vector: passage.vector });
        }
      });
      try {
        for (let from = 0; from < passages.length; from += ROWS_PER_STEP) {
          signal?.throwIfAborted();
          write.immediate(passages.slice(from, from + ROWS_PER_STEP));
          await yieldToEvents();
          mergeText();
          await yieldToEvents();
        }
        signal?.throwIfAborted();
      } catch (error) {
        await deleteArticleRows(database, key);
        throw error;
      }
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

    listLibraries: () => selectLibraries.all() as string[],

    listArticles(scope) {
      return withDatabaseErrors(database, () =>
        selectArticles(database, LISTED_COLUMNS, scope).map(toListed),
      );
    },

    digestScope(scope) {
      const rows = database
        .prepare(
          `SELECT a.id, a.digest FROM articles a JOIN libraries l ON l.key = a.library
           WHERE ${IN_SCOPE} ORDER BY a.id`,
        )
        .raw()
        .all(scopeParameters(scope)) as [id: string, digest: string][];
      return digestOf(...rows.flat());
    },
  };
}

/** Deletes what an interrupted write or removal left behind. */
export async function deleteInvisibleArticles(database: Connection): Promise<void> {
  const left = database
    .prepare('SELECT key, writer AS id, writer_started AS startedAt FROM articles WHERE visible = 0')
    .all() as (ProcessIdentity & { key: number })[];
  for (const { key, id, startedAt } of left)
    if (!isOtherLiveProcess(id, startedAt)) await deleteArticleRows(database, key);
}

/** Decodes pairs of 32-bit little-endian offsets. */
export function decodeSpans(blob: Buffer): Passage['sentences'] {
  const spans = [];
  for (let at = 0; at < blob.length; at += 8) {
    spans.push({ start: blob.readUInt32LE(at), end: blob.readUInt32LE(at + 4) });
  }
  return spans;
}

/** Copies the data only if the buffer isn't aligned to four bytes. */
export function decodeVector({ buffer, byteOffset, byteLength }: Buffer): Float32Array {
  if (byteOffset % 4 === 0) return new Float32Array(buffer, byteOffset, byteLength / 4);
  return new Float32Array(buffer.slice(byteOffset, byteOffset + byteLength));
}

export function encodeVector(vector: Float32Array): Buffer {
  return Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength);
}

function toArticle(row: ArticleRow): Article {
  return {
    ...toListed(row),
    ...{ text: row.text, bodyStart: row.body_start },
    ...(row.structure === null ? {} : { structure: JSON.parse(row.structure) as Article['structure'] }),
  };
}

function toListed(row: ListedRow): ListedArticle {
  const { id, library, title, language, digest } = row;
  return {
    ...{ id, library, title, language, digest },
    ...(row.url === null ? {} : { url: row.url }),
    ...(row.author === null ? {} : { author: row.author }),
    ...(row.published === null ? {} : { published: row.published }),
  };
}

/** Returns a function that reads visible articles by row key. */
export function prepareArticleByKey(database: Connection): (key: number) => Article | undefined {
  const select = database.prepare(
    `SELECT ${ARTICLE_COLUMNS} FROM articles a JOIN libraries l ON l.key = a.library
     WHERE a.key = ? AND a.visible = 1`,
  );
  return (key) => {
    const row = select.get(key) as ArticleRow | undefined;
    return row && toArticle(row);
  };
}

function selectArticles(database: Connection, columns: string, scope: Scope): ListedRow[] {
  return database
    .prepare(
      `SELECT ${columns} FROM articles a JOIN libraries l ON l.key = a.library
       WHERE ${IN_SCOPE} ORDER BY a.title COLLATE NOCASE, a.id`,
    )
    .all(scopeParameters(scope)) as ListedRow[];
}

function scopeParameters({
  libraries,
  articleId = null,
  hidden = [],
}: Omit<Scope, 'articleId'> & { readonly articleId?: string | null | undefined }) {
  return { libraries: JSON.stringify(libraries), articleId, hidden: JSON.stringify(hidden) };
}

async function deleteArticleRows(database: Connection, key: number): Promise<void> {
  const ids = database.prepare('SELECT id FROM passages WHERE article = ?').pluck().all(key) as number[];
  const deletions = ['passages_text WHERE rowid', 'vectors WHERE passage', 'passages WHERE id'].map((from) =>
    database.prepare(`DELETE FROM ${from} = ?`),
  );
  const sweep = database.transaction((batch: readonly number[]) => {
    for (const id of batch) for (const deletion of deletions) deletion.run(id);
  });
  const mergeText = createTextMerger(database);
  for (let from = 0; from < ids.length; from += ROWS_PER_STEP) {
    sweep.immediate(ids.slice(from, from + ROWS_PER_STEP));
    await yieldToEvents();
    mergeText();
    await yieldToEvents();
  }
  database.prepare('DELETE FROM articles WHERE key = ? AND visible = 0').run(key);
}

function optionalColumns(article: Article) {
  const { url = null, author = null, published = null } = article;
  const structure = article.structure === undefined ? null : JSON.stringify(article.structure);
  return { ...article, url, author, published, structure };
}

function encodeSpans(passage: Passage): Buffer {
  const blob = Buffer.alloc(passage.sentences.length * 8);
  for (const [index, { start, end }] of passage.sentences.entries()) {
    blob.writeUInt32LE(start, index * 8);
    blob.writeUInt32LE(end, index * 8 + 4);
  }
  return blob;
}
