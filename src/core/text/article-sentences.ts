// The sentences of an article: prose is split, a table row is one sentence, and headings and code are no sentences.
import type { Article, Span, StructureSpan } from './article.js';
import { splitIntoSentences } from './split-sentences.js';

/** Kinds that are never part of a sentence. */
const NO_SENTENCE: ReadonlySet<StructureSpan['kind']> = new Set(['heading', 'caption', 'code']);

/**
 * Lists the sentences of an article in order, without overlap. Headings, captions and code are left out, except in an
 * article that has nothing else.
 * @param range only sentences inside this range. Default: the whole text
 */
export function listSentences(
  { text, language, structure = [] }: Pick<Article, 'text' | 'language' | 'structure'>,
  range: Span = { start: 0, end: text.length },
): readonly Span[] {
  const sentences: Span[] = [];
  let from = range.start;
  const split = (to: number) => {
    if (to > from) sentences.push(...splitIntoSentences(text, language, { start: from, end: to }));
  };
  for (const span of structure) {
    const isRow = span.kind === 'row';
    if ((!isRow && !NO_SENTENCE.has(span.kind)) || span.start < from || span.end > range.end) continue;
    split(span.start);
    if (isRow) sentences.push({ start: span.start, end: span.end });
    from = span.end;
  }
  split(range.end);
  return sentences.length > 0 ? sentences : splitIntoSentences(text, language, range);
}
