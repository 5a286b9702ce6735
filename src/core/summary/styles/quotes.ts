// Who said what: quotations of an article, word for word, with their speakers.
import { findDanglingOpening } from '../../excerpt/dangling/dangling-openings.js';
import { findDanglingReferences } from '../../excerpt/dangling/dangling-references.js';
import { parseInPlace } from '../../excerpt/editor-brackets.js';
import { contextOf } from '../../grounding/verifier/references/article-context.js';
import { findSpeech } from '../../interview/speakers.js';
import type { Article, Span } from '../../text/article.js';
import { countWords } from '../../text/count-words.js';
import type { ExcerptPart } from '../../text/excerpt-part.js';
import type { Candidate, ReadArticle } from '../candidates.js';
import { type DraftLine, makeLine } from '../line.js';
import { cosine } from '../selection/term-vectors.js';
import { findNamedEntities, type NamedEntity } from './names.js';
import { findSpeaker } from './speakers.js';

/** Shorter quotations are single words or titles. */
const MIN_WORDS = 3;
/** Of a turn in an interview, which answers a question that isn't shown. */
const MIN_TURN_WORDS = 8;
/** A sentence with a fragment, "called it “a painful step”", is shown whole, if it isn't longer. */
const MAX_REPORT_WORDS = 50;
/** A fragment says less than a sentence. */
const FRAGMENT_PENALTY = 0.03;
const MAX_SIMILARITY = 0.7;
const QUOTATION = /["“„«][^"“”„«»]{8,}["”“»]/gu;
const SPEAKER_LABEL = /(?:^|\n)(\p{Lu}[^\n:]{1,40}):\s+$/u;

interface Quotation {
  readonly candidate: Candidate;
  readonly speaker: string;
  readonly parts: readonly ExcerptPart[];
  /** Higher is better. */
  readonly score: number;
}

/** In document order. The label is the speaker. */
export function quoteLines(read: ReadArticle, maxLines: number): readonly DraftLine[] {
  const { article, candidates } = read;
  const entities = findNamedEntities(
    article,
    candidates.map(({ sentence }) => sentence),
  );
  const found = candidates
    .flatMap((candidate) => [...readQuotation(article, candidate, entities), ...readTurn(article, candidate)])
    .sort((a, b) => b.score - a.score);
  const chosen: Quotation[] = [];
  for (const one of found) {
    if (chosen.length === maxLines) break;
    const repeats = chosen.some(
      ({ candidate, parts }) =>
        parts[0]?.start === one.parts[0]?.start ||
        cosine(candidate.vector, one.candidate.vector) > MAX_SIMILARITY,
    );
    if (!repeats) chosen.push(one);
  }
  return chosen
    .toSorted((a, b) => a.candidate.sentence.start - b.candidate.sentence.start)
    .map(({ parts, speaker }) => makeLine(article, parts, speaker));
}

function readQuotation(
  article: Article,
  candidate: Candidate,
  entities: readonly NamedEntity[],
): readonly Quotation[] {
  const { start, end } = candidate.sentence;
  const sentence = article.text.slice(start, end);
  const spans = [...sentence.matchAll(QUOTATION)].map(({ 0: words, index }) => ({
    start: index,
    end: index + words.length,
  }));
  const [first] = spans;
  if (!first) return [];
  const quoted = spans.map((span) => sentence.slice(span.start + 1, span.end - 1));
  const outside = blank(sentence, spans);
  const speaker = findSpeaker(article, { start, end }, outside, entities);
  if (countWords(quoted.join(' ')) < MIN_WORDS || speaker === undefined) return [];
  if (isFragment(sentence, first)) {
    const isClear = candidate.isStandalone && candidate.needs.length === 0;
    if (!isClear || spans.length > 1 || candidate.words > MAX_REPORT_WORDS) return [];
    return [{ candidate, speaker, parts: candidate.parts, score: candidate.score - FRAGMENT_PENALTY }];
  }
  // A sentence with two quotations and much around them reports, it doesn't quote.
  if (countWords(outside) > 20 || pointsElsewhere(quoted.join(' '), article)) return [];
  const parts = spans
    .flatMap((span) => withoutComma(sentence, span))
    .map((span) => ({ start: start + span.start, end: start + span.end }));
  return [{ candidate, speaker, parts, score: candidate.score }];
}

/** A quotation in a sentence and who says it. */
export interface Speech {
  readonly speaker: string;
  /** Without quotation marks. */
  readonly quoted: string;
  /** The sentence with blanks for its quotations. */
  readonly outside: string;
}

/** The first quotation of a sentence, if its speaker is certain. */
export function readSpeech(
  article: Article,
  { start, end }: Span,
  entities: readonly NamedEntity[],
): Speech | undefined {
  const sentence = article.text.slice(start, end);
  const spans = [...sentence.matchAll(QUOTATION)].map(({ 0: words, index }) => ({
    start: index,
    end: index + words.length,
  }));
  const [first] = spans;
  const outside = blank(sentence, spans);
  const speaker = first && findSpeaker(article, { start, end }, outside, entities);
  return speaker === undefined || !first
    ? undefined
    : { speaker, quoted: sentence.slice(first.start + 1, first.end - 1), outside };
}

/** "… called it “a painful step”": not a sentence of its own. */
function isFragment(sentence: string, { start }: Span): boolean {
  return /^\P{Lu}/u.test(sentence.slice(start + 1).replace(/^[\s¿¡]+/u, ''));
}

/** What somebody says in an interview, or after "Ada Brandt:" in a transcript. */
function readTurn(article: Article, candidate: Candidate): readonly Quotation[] {
  const { text } = article;
  const { start, end } = candidate.sentence;
  const speech = findSpeech(article, start);
  const speaker = speech
    ? text.slice(speech.speaker.start, speech.speaker.end)
    : SPEAKER_LABEL.exec(text.slice(Math.max(0, start - 60), start))?.[1];
  const isTelling = candidate.isStandalone && candidate.words >= MIN_TURN_WORDS && !speech?.isAsking;
  return speaker !== undefined && isTelling
    ? [{ candidate, speaker, parts: [{ start, end }], score: candidate.score }]
    : [];
}

/** `"… river again,"` without the comma that only joins it to "said". */
function withoutComma(sentence: string, { start, end }: Span): readonly Span[] {
  if (sentence[end - 2] !== ',') return [{ start, end }];
  return [
    { start, end: end - 2 },
    { start: end - 1, end },
  ];
}

/** What the words of a quotation point at must be in it: "They are not dangerous" says nothing of who. */
function pointsElsewhere(quotation: string, article: Article): boolean {
  const inner = quotation
    .trim()
    .replace(/^(?:and|but|so|well|yes|no|yeah|because|und|aber|y|pero|et|mais),? /iu, '');
  if (article.language !== 'en') return findDanglingOpening(inner) !== undefined;
  const context = contextOf(article);
  const { tokens } = parseInPlace(inner, context);
  const they = tokens.findIndex(({ key }) => key === 'they' || key === 'them');
  const before = tokens.slice(0, Math.max(0, they));
  // "If the Owl goes, they lose their jobs"
  const isOneThing =
    they >= 0 &&
    !before.some(
      ({ pos, text, key }) => /^(?:PRON|CCONJ)$/.test(pos) || (pos === 'NOUN' && text.toLowerCase() !== key),
    );
  return isOneThing || findDanglingReferences(tokens, context).length > 0;
}

function blank(sentence: string, spans: readonly Span[]): string {
  let outside = sentence;
  for (const { start, end } of spans)
    outside = outside.slice(0, start) + ' '.repeat(end - start) + outside.slice(end);
  return outside;
}
