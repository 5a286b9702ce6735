// How a quoted sentence is shown without the one before it: with names in brackets for its pronouns, if they are certain.
import type { Article, Span } from '../text/article.js';
import type { ExcerptPart } from '../text/excerpt-part.js';
import { makeStandalone } from './make-excerpt.js';

/**
 * The sentence in exact spans, without a connective in front and with bracketed names: "[Reyle] hears the river." Nothing
 * else is left out.
 * @returns undefined if it leans on another sentence and only that one says how, or if it is part of a longer quotation
 */
export function quoteAlone(article: Article, sentence: Span): readonly ExcerptPart[] | undefined {
  if (isEntry(article, sentence) || isInQuotation(article, sentence)) return undefined;
  const made = makeStandalone(article, sentence, { isTrimmed: false, keepsLabel: true });
  return made && made.needs.length === 0 ? made.parts : undefined;
}

/** Rows of tables and items of lists stay as they are. */
function isEntry({ structure = [] }: Article, { start }: Span): boolean {
  return structure.some(
    (span) => span.start === start && (span.kind === 'row' || span.kind === 'list-marker'),
  );
}

/** Whether a quotation of the paragraph starts before the sentence or goes on after it: nobody says who "he" is there. */
function isInQuotation({ text }: Article, { start, end }: Span): boolean {
  const paragraph = text.lastIndexOf('\n\n', start) + 1;
  return isOpen(text.slice(paragraph, start)) || isOpen(text.slice(paragraph, end));
}

function isOpen(text: string): boolean {
  const count = (mark: RegExp) => text.match(mark)?.length ?? 0;
  return count(/"/gu) % 2 === 1 || count(/[“„«]/gu) > count(/[”»]|“(?=[\s.,!?]|$)/gu);
}
