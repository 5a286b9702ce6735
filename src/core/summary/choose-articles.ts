// Which articles a summary of a library covers, and in what order.
import { type Article, BUILT_IN_LIBRARY, type ListedArticle } from '../text/article.js';
import { readPublished } from './styles/dates.js';

/** Options for {@link chooseArticles}. */
export interface ArticleChoice {
  /** Only these articles, in this order. */
  readonly articleIds?: readonly string[] | undefined;
  /** Only articles that were published on this day or later: a date, or ISO 8601. Those without a date are left out. */
  readonly since?: Date | string | undefined;
  /** Only articles for which this is true, such as those that are new to the library. */
  readonly isIncluded?: ((article: ListedArticle) => boolean) | undefined;
}

/** A summary reads at most this many articles, the most important ones. */
export const MAX_READ_ARTICLES = 40;

/** The ids of the articles: as given, or newest first. The built-in articles only count if the library has no others. */
export function chooseArticles(
  listed: readonly ListedArticle[],
  { articleIds, since, isIncluded = () => true }: ArticleChoice,
): readonly string[] {
  const from =
    since === undefined ? undefined : readPublished(since instanceof Date ? since.toISOString() : since);
  const own = listed.filter(({ library }) => library !== BUILT_IN_LIBRARY);
  const pool = articleIds === undefined && own.length > 0 ? own : listed;
  const timeOf = ({ published }: Pick<Article, 'published'>) => readPublished(published)?.getTime() ?? 0;
  const kept = pool.filter(
    (article) =>
      (articleIds?.includes(article.id) ?? true) &&
      (from === undefined || timeOf(article) >= from.getTime()) &&
      isIncluded(article),
  );
  const sorted = articleIds
    ? kept.toSorted((a, b) => articleIds.indexOf(a.id) - articleIds.indexOf(b.id))
    : kept.toSorted((a, b) => timeOf(b) - timeOf(a));
  return sorted.map(({ id }) => id);
}
