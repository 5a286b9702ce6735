// Where a reader finds a citation or passage: the article's address, a link to the exact place, and the page number.
import type { Article, Span } from '../text/article.js';
import { findPages } from '../text/pages.js';
import { linkToQuote } from './text-fragment.js';

/**
 * The article's `url` and the `link` that opens it at the span, unless the article has no link. The `page` of the span,
 * if the article has pages.
 */
export function linkTo(
  { text, url, structure }: Pick<Article, 'text' | 'url' | 'structure'>,
  { start, end }: Span,
): { readonly url?: string; readonly link?: string; readonly page?: string } {
  const link = linkToQuote(url, text.slice(start, end), { text, start, end });
  const page = findPages({ structure }, { start, end });
  return {
    ...(url === undefined ? {} : { url }),
    ...(link === undefined ? {} : { link }),
    ...(page === undefined ? {} : { page }),
  };
}
