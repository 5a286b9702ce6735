// The headings that apply to a place in an article, including the questions of an interview.
import { findLabelledTurns } from '../interview/labelled-turns.js';
import type { Article, Span } from './article.js';

type Structured = Pick<Article, 'structure' | 'text' | 'bodyStart'>;

interface Heading extends Span {
  readonly level: number;
}

/** Level of questions that are set in bold. */
export const BOLD_QUESTION_LEVEL = 6;
/** A question in an interview stands below every heading. */
const QUESTION_LEVEL = 7;
const MAX_QUESTION_CHARS = 200;
/** Longer remarks of an interviewer have something to say themselves. */
const MAX_TURN_CHARS = 300;
/** A paragraph that is one question, perhaps after the name of the person who asks it: "Ada Lovelace: Why?" */
const QUESTION_PARAGRAPH = /(?<=\n[ \t]*\n|^)[ \t]*[\p{Lu}¿][^\n?!]{2,198}\?(?=[ \t]*\n[ \t]*\n[ \t]*\S)/gu;
/** More than one sentence. */
const SENTENCE_BREAK = /[.!…]["”»)]?\s+\p{Lu}/u;

/** The headings of an article, so that those above an offset are found without looking at all of them. */
interface Outline {
  /** In order of their starts. */
  readonly headings: readonly Heading[];
  /** Up to each heading, where the last one ends. */
  readonly ends: readonly number[];
  /** For each heading, the position of the one that it belongs to; -1 if there is none. */
  readonly parents: readonly number[];
}

const outlines = new WeakMap<object, Outline>();
const questions = new WeakMap<object, readonly Span[]>();

/** The headings above an offset, outermost first: each heading applies up to the next of the same or a higher level. */
export function findHeadings(article: Structured, offset: number): readonly Heading[] {
  const { headings, ends, parents } = readOutline(article);
  const found: Heading[] = [];
  for (let at = countUpTo(ends, offset) - 1; at >= 0; at = parents[at] ?? -1) {
    const heading = headings[at];
    if (heading) found.push(heading);
  }
  return found.reverse();
}

/** Where the section of an offset starts and ends: from its heading to the next one, whatever its level. */
export function findSection(article: Structured, offset: number): Span {
  const { headings } = readOutline(article);
  const before = countUpTo(headings, offset, ({ start }) => start);
  return {
    start: headings[before - 1]?.end ?? article.bodyStart,
    end: headings[before]?.start ?? article.text.length,
  };
}

/**
 * Where the question starts in what an interviewer says. The remark before it is a statement: "You wear no watch. Why?"
 */
export function startOfQuestion(text: string, { start, end }: Span): number {
  const asked = text.slice(start, end);
  const breaks = /[?？]\s*$/u.test(asked) ? [...asked.matchAll(/[.!…]["”»)]?\s+(?=[\p{Lu}¿])/gu)] : [];
  const last = breaks.at(-1);
  return last ? start + last.index + last[0].length : start;
}

/** What is asked in a paragraph of its own, which the next paragraph answers, in order. */
export function findQuestionParagraphs(article: Structured): readonly Span[] {
  const found = questions.get(article) ?? mergeQuestions(searchQuestions(article), listAskingTurns(article));
  questions.set(article, found);
  return found;
}

function mergeQuestions(paragraphs: readonly Span[], turns: readonly Span[]): readonly Span[] {
  if (turns.length === 0) return paragraphs;
  const starts = new Set(turns.map(({ start }) => start));
  return [...turns, ...paragraphs.filter(({ start }) => !starts.has(start))].sort(
    (a, b) => a.start - b.start,
  );
}

/** What the interviewer says, with the label: often a remark and a question. */
function listAskingTurns(article: Structured): readonly Span[] {
  const headings = (article.structure ?? []).filter(({ kind }) => kind === 'heading');
  const own = new Set(headings.map(({ start }) => start));
  return findLabelledTurns(article).flatMap(({ start, end, isAsking }) => {
    const words = article.text.slice(start, end).trimEnd();
    const isShort = words.length <= MAX_TURN_CHARS && !/\n[^\S\n]*\n/u.test(words);
    return isAsking && isShort && !own.has(start) ? [{ start, end: start + words.length }] : [];
  });
}

function searchQuestions({ text, bodyStart, structure = [] }: Structured): readonly Span[] {
  const spans = structure.filter(({ kind }) => kind !== 'page').sort((a, b) => a.start - b.start);
  let next = 0;
  /** Where the longest of the spans ends that start at or before the question. */
  let reach = 0;
  const found = [...text.matchAll(QUESTION_PARAGRAPH)].flatMap(({ 0: match, index }) => {
    const start = index + (match.length - match.trimStart().length);
    const end = index + match.length;
    for (let span = spans[next]; span && span.start <= start; span = spans[next]) {
      reach = Math.max(reach, span.end);
      next += 1;
    }
    const isStructure = reach >= end;
    const isQuestion = start >= bodyStart && end - start <= MAX_QUESTION_CHARS && !SENTENCE_BREAK.test(match);
    return isQuestion && !isStructure ? [{ start, end }] : [];
  });
  // A question that another one follows is part of the prose.
  return found.filter(({ end }, index) => {
    const following = found[index + 1];
    return following === undefined || text.slice(end, following.start).trim() !== '';
  });
}

function readOutline(article: Structured): Outline {
  const known = outlines.get(article);
  if (known) return known;
  const own = (article.structure ?? []).flatMap(({ kind, level = 1, start, end }) =>
    kind === 'heading' ? [{ start, end, level }] : [],
  );
  const asked = findQuestionParagraphs(article).map((span) => ({ ...span, level: QUESTION_LEVEL }));
  const headings = [...own, ...asked].sort((a, b) => a.start - b.start);
  const ends: number[] = [];
  const parents: number[] = [];
  const open: number[] = [];
  for (const [at, { end, level }] of headings.entries()) {
    while (open.length > 0 && (headings[open.at(-1) ?? 0]?.level ?? 1) >= level) open.pop();
    parents.push(open.at(-1) ?? -1);
    ends.push(Math.max(end, ends.at(-1) ?? 0));
    open.push(at);
  }
  const outline = { headings, ends, parents };
  outlines.set(article, outline);
  return outline;
}

/** How many of the values, which are in order, are at most `limit`. */
function countUpTo(values: readonly number[], limit: number): number;
function countUpTo<T>(values: readonly T[], limit: number, read: (value: T) => number): number;
function countUpTo<T>(values: readonly T[], limit: number, read = Number as (value: T) => number): number {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (read(values[middle] as T) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
