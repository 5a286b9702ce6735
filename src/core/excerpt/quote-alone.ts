// How a quoted sentence is shown without the one before it: with names in brackets for its pronouns, if they are certain.
import { findSpeech } from '../interview/speakers.js';
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
  return made && made.needs.length === 0 && !namesSpeaker(article, made.parts) ? made.parts : undefined;
}

/** "she" in an answer isn't the one who answers. */
function namesSpeaker(article: Article, parts: readonly ExcerptPart[]): boolean {
  const lastNameOf = ({ start, end }: Span) => article.text.slice(start, end).split(' ').at(-1);
  return parts.some((part) => {
    const speech = part.replaces && findSpeech(article, part.replaces.start);
    return speech !== undefined && lastNameOf(part) === lastNameOf(speech.speaker);
  });
}

/** Whether it is a row of a table or an item of a list. They stay as they are. */
export function isEntry({ structure = [] }: Article, { start }: Span): boolean {
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
