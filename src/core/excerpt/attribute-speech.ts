// Puts the speaker in front of a sentence of an interview, in brackets, as editors do: "[Ada Brandt:] I learned late."
import { findSpeech, type Speech } from '../interview/speakers.js';
import type { Article, Span } from '../text/article.js';
import type { ExcerptPart } from '../text/excerpt-part.js';
import { findHeadings, findSection } from '../text/headings.js';

/** An answer of this many words or fewer can't be understood without its question: "It does." */
const MAX_SHORT_WORDS = 3;

/**
 * The excerpt with the speaker's name in front, and without a label such as "A:". If the article itself has
 * the full name in front, nothing changes.
 * @param parts of one sentence
 * @param isKnown whether the speaker is named already, so that only the label goes
 */
export function attributeSpeech(
  article: Article,
  parts: readonly ExcerptPart[],
  isKnown: (speech: Speech) => boolean = () => false,
): readonly ExcerptPart[] {
  const start = Math.min(...parts.filter(({ bracket }) => !bracket).map((part) => part.start));
  const speech = findSpeech(article, start);
  if (!speech) return parts;
  const { text } = article;
  const { label, speaker } = speech;
  const name = text.slice(speaker.start, speaker.end);
  const isLabelled = label !== undefined && start < label.end;
  if (isLabelled && text.slice(label.start, label.end) === name) return parts;
  const own = isLabelled ? cutFront(text, parts, label.end + 1) : parts;
  return isKnown(speech) ? own : [{ ...speaker, bracket: 'speaker' }, ...own];
}

/** The parts from an offset on, without white space in front. */
function cutFront(text: string, parts: readonly ExcerptPart[], from: number): readonly ExcerptPart[] {
  const rest = text.slice(from);
  const start = from + (rest.length - rest.trimStart().length);
  const kept = parts.flatMap((part) => {
    const { end } = part.replaces ?? part;
    return end <= start ? [] : [part.bracket ? part : { ...part, start: Math.max(part.start, start) }];
  });
  return kept.length > 0 ? kept : parts;
}

/**
 * The question above a sentence that is too short to be understood without it. Undefined for all other sentences, and
 * if the sentence isn't the first below the question.
 */
export function findShortlyAnswered(article: Article, sentence: Span): Span | undefined {
  const { text } = article;
  const label = findSpeech(article, sentence.start)?.label;
  const from = label && label.start >= sentence.start ? label.end + 1 : sentence.start;
  const words = text.slice(from, sentence.end).trim().split(/\s+/u);
  if (words.length > MAX_SHORT_WORDS) return undefined;
  const section = findSection(article, sentence.start);
  const heading = findHeadings(article, sentence.start).at(-1);
  const isFirst = text.slice(section.start, sentence.start).trim() === '';
  const isAsked = heading !== undefined && /[?？]\s*$/u.test(text.slice(heading.start, heading.end));
  return isFirst && isAsked ? { start: heading.start, end: heading.end } : undefined;
}
