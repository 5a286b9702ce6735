// The pages of a paged document that a span of its text is on.
import type { Article, Span } from './article.js';

/**
 * The label of the page that the span is on, such as `12`, or of its first and last page, such as `12–13`. Undefined if
 * the article has no pages, or the span is on none of them.
 */
export function findPages(
  { structure = [] }: Pick<Article, 'structure'>,
  { start, end }: Span,
): string | undefined {
  const labels = structure.flatMap((span) =>
    span.kind === 'page' && span.start < end && span.end > start ? [span.label] : [],
  );
  const [first, last] = [labels[0], labels.at(-1)];
  return first === last ? first : `${first}–${last}`;
}
