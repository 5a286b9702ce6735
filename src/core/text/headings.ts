// The headings that apply to a place in an article.
import type { Article, StructureSpan } from './article.js';

/** The headings above an offset, outermost first: each heading applies up to the next of the same or a higher level. */
export function findHeadings(
  { structure = [] }: Pick<Article, 'structure'>,
  offset: number,
): readonly StructureSpan[] {
  const open: StructureSpan[] = [];
  for (const span of structure) {
    if (span.start >= offset) break;
    if (span.kind !== 'heading') continue;
    const level = span.level ?? 1;
    while (open.length > 0 && (open.at(-1)?.level ?? 1) >= level) open.pop();
    open.push(span);
  }
  return open;
}

/** Where the section of an offset starts and ends: from its heading to the next one, whatever its level. */
export function findSection(
  { structure = [], text, bodyStart }: Pick<Article, 'structure' | 'text' | 'bodyStart'>,
  offset: number,
): { readonly start: number; readonly end: number } {
  let start = bodyStart;
  for (const span of structure) {
    if (span.kind !== 'heading') continue;
    if (span.start > offset) return { start, end: span.start };
    start = span.end;
  }
  return { start, end: text.length };
}
