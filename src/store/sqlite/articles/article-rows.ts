// Articles as rows of a table.
import type { Article, ListedArticle } from '../../../core/text/article.js';

/** A row without the text. */
export interface ListedRow {
  id: string;
  library: string;
  title: string;
  language: string;
  digest: string;
  url: string | null;
  author: string | null;
  published: string | null;
}

export interface ArticleRow extends ListedRow {
  text: string;
  body_start: number;
  structure: string | null;
}

export function toArticle(row: ArticleRow): Article {
  return {
    ...toListed(row),
    ...{ text: row.text, bodyStart: row.body_start },
    ...(row.structure === null ? {} : { structure: JSON.parse(row.structure) as Article['structure'] }),
  };
}

export function toListed(row: ListedRow): ListedArticle {
  const { id, library, title, language, digest } = row;
  return {
    ...{ id, library, title, language, digest },
    ...(row.url === null ? {} : { url: row.url }),
    ...(row.author === null ? {} : { author: row.author }),
    ...(row.published === null ? {} : { published: row.published }),
  };
}

/** The article's values as parameters of an `INSERT`. What the article doesn't have is null. */
export function toParameters(article: Article) {
  const { url = null, author = null, published = null } = article;
  const structure = article.structure === undefined ? null : JSON.stringify(article.structure);
  return { ...article, url, author, published, structure };
}
