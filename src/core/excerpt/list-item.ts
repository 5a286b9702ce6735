// Items of lists and their markers.
import type { Article, Span } from '../text/article.js';

/** "1. ", "b) ", "(3) ", "• ", as a text without markup has it. */
const MARKER = /^(?:[-*•‣◦–]|\(?\d{1,3}[.)]|\(?\p{L}\))[^\S\n]+/u;
const NUMBER = /^(?:\(?\d{1,3}[.)]|\(?\p{L}\))\s/u;

export interface ListItem {
  /** The bullet or number with the space after it. */
  readonly marker: Span;
  readonly isNumbered: boolean;
}

/** The item that a sentence opens; undefined if it opens none. */
export function readListItem(
  { text, structure }: Pick<Article, 'text' | 'structure'>,
  { start, end }: Span,
): ListItem | undefined {
  const marked = structure?.find((span) => span.kind === 'list-marker' && span.start === start);
  if (structure && !marked) return undefined;
  const length = marked ? marked.end - marked.start : (MARKER.exec(text.slice(start, end))?.[0].length ?? 0);
  if (length === 0) return undefined;
  const marker = { start, end: start + length };
  return { marker, isNumbered: NUMBER.test(text.slice(start, marker.end)) };
}
