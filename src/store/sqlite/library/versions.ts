// Articles that were replaced or removed. Old answers cite them, and a removed one can be restored for a while.
import type { ArticleRecord, RemovedArticle } from '../../../core/library/ports.js';
import type { Scope } from '../../../core/ports.js';
import type { CitedSpan } from '../../../core/store-ports.js';
import type { Article } from '../../../core/text/article.js';
import { type ArticleRow, toArticle } from '../articles/article-rows.js';
import type { Connection } from '../database.js';

interface VersionRow extends Omit<ArticleRow, 'id'> {
  article: string;
  until: string;
  record: string | null;
}

export type Versions = ReturnType<typeof createVersions>;

export function createVersions(database: Connection) {
  const keep = database.prepare(
    `INSERT INTO article_versions (library, article, title, text, body_start, structure, language, digest, url,
       author, published, since, until, removed, record)
     SELECT l.name, a.id, a.title, a.text, a.body_start, a.structure, a.language, a.digest, a.url, a.author,
       a.published, a.since, @until, @removed, @record
     FROM articles a JOIN libraries l ON l.key = a.library WHERE a.key = @key`,
  );
  // The version that was current at the time comes first. An answer is stored a moment after its article was read.
  const select = database.prepare(
    `SELECT * FROM article_versions
     WHERE article = @articleId AND library IN (SELECT value FROM json_each(@libraries))
     ORDER BY until < @at, CASE WHEN until < @at THEN NULL ELSE until END, until DESC`,
  );
  const selectAt = database.prepare(
    `SELECT * FROM article_versions WHERE article = ? AND library = ? AND since <= ? AND until > ? LIMIT 1`,
  );
  const selectRemoved = database.prepare(
    `SELECT * FROM article_versions
     WHERE article = ? AND library = ? AND removed = 1 AND until > ? AND record IS NOT NULL
     ORDER BY until DESC LIMIT 1`,
  );
  const listRemoved = database.prepare(
    `SELECT article, title, until, record FROM article_versions v
     WHERE library = ? AND removed = 1 AND until > ? AND record IS NOT NULL
       AND NOT EXISTS (SELECT 1 FROM article_records r WHERE r.library = v.library AND r.article = v.article)
     ORDER BY until DESC`,
  );
  const forgetRemoved = database.prepare(
    'UPDATE article_versions SET record = NULL WHERE article = ? AND library = ? AND record IS NOT NULL',
  );

  return {
    /** Keeps the article of this row key. Must run in the transaction that replaces or removes it. */
    keep(key: number, until: string, removed?: ArticleRecord): void {
      const record = removed ? JSON.stringify(removed) : null;
      keep.run({ key, until, removed: removed ? 1 : 0, record });
    },
    find({ articleId, start, end, quote }: CitedSpan, scope: Scope, at: string): Article | undefined {
      if (scope.hidden?.includes(articleId)) return undefined;
      const parameters = { articleId, libraries: JSON.stringify(scope.libraries), at };
      for (const row of select.iterate(parameters) as IterableIterator<VersionRow>)
        if (row.text.slice(start, end) === quote) return readArticle(row);
      return undefined;
    },
    /** The version that was current at a time and was replaced or removed since. */
    getAt(articleId: string, library: string, at: string): Article | undefined {
      const row = selectAt.get(articleId, library, at, at) as VersionRow | undefined;
      return row && readArticle(row);
    },
    findRemoved(articleId: string, library: string, since: string): RemovedArticle | undefined {
      const row = selectRemoved.get(articleId, library, since) as VersionRow | undefined;
      return row && { article: readArticle(row), ...readRemoved(row) };
    },
    /** Articles that weren't added again since. */
    listRemoved(library: string, since: string) {
      const rows = listRemoved.all(library, since) as Pick<VersionRow, 'title' | 'until' | 'record'>[];
      return rows.map((row) => ({ ...readRemoved(row), title: row.title }));
    },
    /** An article that is there again can't be restored. */
    forgetRemoved(articleId: string, library: string): void {
      forgetRemoved.run(articleId, library);
    },
  };
}

function readRemoved({ until, record }: Pick<VersionRow, 'until' | 'record'>) {
  return { record: JSON.parse(record ?? '{}') as ArticleRecord, removedAt: until };
}

function readArticle({ article: id, ...row }: VersionRow): Article {
  return toArticle({ ...row, id });
}
