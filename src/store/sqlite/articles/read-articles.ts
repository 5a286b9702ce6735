// Reads the visible articles of a scope.
import type { Scope } from '../../../core/ports.js';
import type { ArticleStore } from '../../../core/store-ports.js';
import { type Article, digestOf } from '../../../core/text/article.js';
import { type Connection, withDatabaseErrors } from '../database.js';
import { type ArticleRow, type ListedRow, toArticle, toListed } from './article-rows.js';

const LISTED_COLUMNS = 'a.id, l.name AS library, a.title, a.language, a.digest, a.url, a.author, a.published';
const ARTICLE_COLUMNS = `${LISTED_COLUMNS}, a.text, a.body_start, a.structure`;
/** Uses the parameters of {@link scopeParameters}. */
const IN_SCOPE = `a.visible = 1 AND l.name IN (SELECT value FROM json_each(@libraries))
  AND (@articleId IS NULL OR a.id = @articleId) AND a.id NOT IN (SELECT value FROM json_each(@hidden))`;

export function createArticleReader(
  database: Connection,
): Pick<ArticleStore, 'getArticle' | 'listArticles' | 'listLibraries' | 'digestScope'> {
  const selectLibraries = database
    .prepare(
      'SELECT name FROM libraries l WHERE EXISTS (SELECT 1 FROM articles a WHERE a.library = l.key AND a.visible = 1)',
    )
    .pluck();

  return {
    getArticle(articleId, scope) {
      const [row] = withDatabaseErrors(
        database,
        () => selectArticles(database, ARTICLE_COLUMNS, { ...scope, articleId }) as ArticleRow[],
      );
      return row && toArticle(row);
    },

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
