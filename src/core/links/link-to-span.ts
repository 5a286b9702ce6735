// The links of a citation or passage: to the article's page, and to the exact place on it.
import type { Article, Span } from '../text/article.js';
import { linkToQuote } from './text-fragment.js';

/** The article's `url`, and the `link` that opens it at the span. Empty for an article without a link. */
export function linkTo(
  { text, url }: Pick<Article, 'text' | 'url'>,
  { start, end }: Span,
): { readonly url?: string; readonly link?: string } {
  const link = linkToQuote(url, text.slice(start, end), { text, start, end });
  return { ...(url === undefined ? {} : { url }), ...(link === undefined ? {} : { link }) };
}
