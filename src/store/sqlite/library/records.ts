// What is stored about articles besides their text.
import type { LibrarySize } from '../../../core/library/library-store.js';
import type { ArticleRecord, Detail, Origin, RefreshInterval } from '../../../core/library/ports.js';
import type { Connection } from '../database.js';

interface RecordRow {
  library: string;
  article: string;
  origin: string;
  origin_key: string | null;
  source_url: string | null;
  feed: string | null;
  added_by: string | null;
  added_at: string;
  refreshed_at: string | null;
  changed_at: string | null;
  refresh_every: string | null;
  problem: string | null;
  edited: string | null;
  words: number | null;
  characters: number;
}

export type Records = ReturnType<typeof createRecords>;

/** @param countWords counts those of a visible article; undefined if there is none */
export function createRecords(
  database: Connection,
  countWords: (articleId: string, library: string) => number | undefined,
) {
  const select = database.prepare('SELECT * FROM article_records WHERE library = ? AND article = ?');
  const selectAll = database.prepare(
    'SELECT * FROM article_records WHERE library IN (SELECT value FROM json_each(?))',
  );
  const upsert = database.prepare(
    `INSERT INTO article_records (library, article, origin, origin_key, source_url, feed, added_by, added_at,
       refreshed_at, changed_at, refresh_every, problem, edited, words, characters)
     VALUES (@library, @article, @origin, @origin_key, @source_url, @feed, @added_by, @added_at,
       @refreshed_at, @changed_at, @refresh_every, @problem, @edited, @words, @characters)
     ON CONFLICT (library, article) DO UPDATE SET origin = @origin, origin_key = @origin_key,
       source_url = @source_url, feed = @feed, added_by = @added_by, added_at = @added_at,
       refreshed_at = @refreshed_at, changed_at = @changed_at, refresh_every = @refresh_every, problem = @problem, edited = @edited,
       words = @words, characters = @characters`,
  );
  const setWords = database.prepare('UPDATE article_records SET words = ? WHERE library = ? AND article = ?');
  const remove = database.prepare('DELETE FROM article_records WHERE library = ? AND article = ?');
  const measure = database.prepare(
    `SELECT count(*) AS articles, coalesce(sum(characters), 0) AS characters
     FROM article_records WHERE library = ?`,
  );

  /** Counts the words of an article that an earlier version stored. */
  function complete(row: RecordRow): ArticleRecord {
    if (row.words !== null) return toRecord(row);
    const words = countWords(row.article, row.library) ?? 0;
    setWords.run(words, row.library, row.article);
    return toRecord({ ...row, words });
  }

  return {
    get(articleId: string, library: string): ArticleRecord | undefined {
      const row = select.get(library, articleId) as RecordRow | undefined;
      return row && complete(row);
    },
    /** By library and id. */
    list(libraries: readonly string[]): ReadonlyMap<string, ArticleRecord> {
      const rows = selectAll.all(JSON.stringify(libraries)) as RecordRow[];
      return new Map(rows.map((row) => [`${row.library} ${row.article}`, complete(row)]));
    },
    /** Must run in a transaction that is sure that the article exists. */
    put(record: ArticleRecord): void {
      upsert.run(toRow(record));
    },
    remove(articleId: string, library: string): void {
      remove.run(library, articleId);
    },
    measure: (library: string) => measure.get(library) as LibrarySize,
  };
}

export function toRecord(row: RecordRow): ArticleRecord {
  return {
    ...{ articleId: row.article, library: row.library, origin: row.origin as Origin },
    ...(row.origin_key === null ? {} : { originKey: row.origin_key }),
    ...(row.source_url === null ? {} : { sourceUrl: row.source_url }),
    ...(row.feed === null ? {} : { feedId: row.feed }),
    ...(row.added_by === null ? {} : { addedBy: row.added_by }),
    addedAt: row.added_at,
    ...(row.refreshed_at === null ? {} : { refreshedAt: row.refreshed_at }),
    ...(row.changed_at === null ? {} : { changedAt: row.changed_at }),
    ...(row.refresh_every === null ? {} : { refreshEvery: row.refresh_every as RefreshInterval }),
    ...(row.problem === null ? {} : { problem: row.problem }),
    ...(row.edited === null ? {} : { edited: JSON.parse(row.edited) as Detail[] }),
    ...{ words: row.words ?? 0, characters: row.characters },
  };
}

function toRow(record: ArticleRecord): RecordRow {
  return {
    ...{ library: record.library, article: record.articleId, origin: record.origin },
    ...{ origin_key: record.originKey ?? null, source_url: record.sourceUrl ?? null },
    ...{ feed: record.feedId ?? null, added_by: record.addedBy ?? null, added_at: record.addedAt },
    changed_at: record.changedAt ?? null,
    ...{ refreshed_at: record.refreshedAt ?? null, refresh_every: record.refreshEvery ?? null },
    problem: record.problem ?? null,
    edited: record.edited?.length ? JSON.stringify(record.edited) : null,
    ...{ words: record.words, characters: record.characters },
  };
}
