// The headings that apply to a place in an article, including the questions of an interview.
import type { Article, Span } from './article.js';

type Structured = Pick<Article, 'structure' | 'text' | 'bodyStart'>;

interface Heading extends Span {
  readonly level: number;
}

/** A question in an interview stands below every heading. */
const QUESTION_LEVEL = 7;
const MAX_QUESTION_CHARS = 200;
/** A paragraph that is one question, perhaps after the name of the person who asks it: "Ada Lovelace: Why?" */
const QUESTION_PARAGRAPH = /(?<=\n[ \t]*\n|^)[ \t]*[\p{Lu}¿][^\n?!]{2,198}\?(?=[ \t]*\n[ \t]*\n[ \t]*\S)/gu;
/** More than one sentence. */
const SENTENCE_BREAK = /[.!…]["”»)]?\s+\p{Lu}/u;

const headingsByArticle = new WeakMap<object, readonly Heading[]>();

/** The headings above an offset, outermost first: each heading applies up to the next of the same or a higher level. */
export function findHeadings(article: Structured, offset: number): readonly Heading[] {
  const open: Heading[] = [];
  for (const heading of listHeadings(article)) {
    if (heading.end > offset) break;
    while (open.length > 0 && (open.at(-1)?.level ?? 1) >= heading.level) open.pop();
    open.push(heading);
  }
  return open;
}

/** Where the section of an offset starts and ends: from its heading to the next one, whatever its level. */
export function findSection(article: Structured, offset: number): Span {
  let start = article.bodyStart;
  for (const heading of listHeadings(article)) {
    if (heading.start > offset) return { start, end: heading.start };
    start = heading.end;
  }
  return { start, end: article.text.length };
}

/** The paragraphs that only ask a question, which the next paragraph answers, in order. */
export function findQuestionParagraphs({ text, bodyStart, structure = [] }: Structured): readonly Span[] {
  const spans = structure.filter(({ kind }) => kind !== 'page').sort((a, b) => a.start - b.start);
  let next = 0;
  /** Where the longest of the spans ends that start at or before the question. */
  let reach = 0;
  const questions = [...text.matchAll(QUESTION_PARAGRAPH)].flatMap(({ 0: found, index }) => {
    const start = index + (found.length - found.trimStart().length);
    const end = index + found.length;
    for (let span = spans[next]; span && span.start <= start; span = spans[next]) {
      reach = Math.max(reach, span.end);
      next += 1;
    }
    const isStructure = reach >= end;
    const isQuestion = start >= bodyStart && end - start <= MAX_QUESTION_CHARS && !SENTENCE_BREAK.test(found);
    return isQuestion && !isStructure ? [{ start, end }] : [];
  });
  // A question that another one follows is part of the prose.
  return questions.filter(({ end }, index) => {
    const following = questions[index + 1];
    return following === undefined || text.slice(end, following.start).trim() !== '';
  });
}

function listHeadings(article: Structured): readonly Heading[] {
  const known = headingsByArticle.get(article);
  if (known) return known;
  const own = (article.structure ?? []).flatMap(({ kind, level = 1, start, end }) =>
    kind === 'heading' ? [{ start, end, level }] : [],
  );
  const questions = findQuestionParagraphs(article).map((span) => ({ ...span, level: QUESTION_LEVEL }));
  const headings = [...own, ...questions].sort((a, b) => a.start - b.start);
  headingsByArticle.set(article, headings);
  return headings;
}
