// Items of lists: their markers, and the list that an item is from.
import type { Article, Span } from '../text/article.js';

/** "1. ", "b) ", "(3) ", "• ", as a text without markup has it. */
const MARKER = /^(?:[-*•‣◦–]|\(?\d{1,3}[.)]|\(?\p{L}\))[^\S\n]+/u;
const NUMBER = /^(?:\(?\d{1,3}[.)]|\(?\p{L}\))\s/u;
const BULLET = /^[-*•‣◦–]\s/u;
/** How many lines of a list are read, in either direction. */
const MAX_LINES = 60;

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

/**
 * Where the items of a numbered list start, in order: the lines around one item that open with a number. Bullets between
 * them are lists inside an item.
 */
export function listNumberedItems({ text }: Pick<Article, 'text'>, at: number): readonly number[] {
  const walk = (step: (from: number) => number): readonly number[] => {
    const found: number[] = [];
    for (let count = 0, line = step(at); count < MAX_LINES && line >= 0; count += 1, line = step(line)) {
      const opening = text.slice(line, line + 8);
      if (NUMBER.test(opening)) found.push(line);
      else if (!BULLET.test(opening)) break;
    }
    return found;
  };
  const above = walk((from) => previousLine(text, from));
  const below = walk((from) => nextLine(text, from));
  return [...[...above].reverse(), at, ...below];
}

/** The start of the next line with words; -1 if there is none. */
function nextLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  const offset = end < 0 ? -1 : text.slice(end).search(/\S/u);
  return offset < 0 ? -1 : end + offset;
}

function previousLine(text: string, from: number): number {
  const before = text.slice(0, from).trimEnd();
  if (before === '') return -1;
  const start = before.lastIndexOf('\n') + 1;
  return start + before.slice(start).search(/\S/u);
}
