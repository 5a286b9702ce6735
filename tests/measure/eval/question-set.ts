// Reads question sets: JSON lines with one article per line, plain or gzipped.
import { canonicalText, type StructureSpan } from '../../../src/core/text/article.js';
import { readJsonLines } from '../read-json-lines.js';

export interface SetQuestion {
  readonly id: string;
  readonly question: string;
  /** `paragraph` is an index into the article's paragraphs, or null if the answer is free text. */
  readonly answers: readonly { readonly text: string; readonly paragraph: number | null }[];
  readonly answerable: boolean;
}

export interface SetArticle {
  readonly id: string;
  readonly title: string;
  readonly paragraphs: readonly string[];
  /** The heading above each paragraph, or an empty text. */
  readonly headings?: readonly string[] | undefined;
  readonly questions: readonly SetQuestion[];
}

export function readQuestionSet(file: string): readonly SetArticle[] {
  return readJsonLines<SetArticle>(file).map(({ id, title, paragraphs, headings, questions = [] }) => ({
    id: String(id),
    title: title || String(id),
    paragraphs,
    headings,
    questions,
  }));
}

/** The text of an article, its headings, and where each paragraph ends. */
export interface Layout {
  readonly text: string;
  readonly structure: readonly StructureSpan[];
  readonly ends: readonly number[];
}

/** Puts paragraphs and headings in a row, as they are indexed. */
export function layOut({ paragraphs, headings = [] }: SetArticle): Layout {
  const structure: StructureSpan[] = [];
  const ends: number[] = [];
  let text = '';
  const add = (part: string) => {
    if (text !== '') text += '\n\n';
    const start = text.length;
    text += canonicalText(part);
    return { start, end: text.length };
  };
  for (const [index, paragraph] of paragraphs.entries()) {
    const heading = headings[index] ?? '';
    if (heading !== '' && heading !== headings[index - 1])
      structure.push({ kind: 'heading', level: 2, ...add(heading) });
    ends.push(add(paragraph).end);
  }
  return { text, structure, ends };
}

/** Whether the text contains one of the answers, ignoring case and white space. */
export function containsAnswer(text: string, { answers }: SetQuestion): boolean {
  const plain = squash(text);
  return answers.some((answer) => answer.text.trim() !== '' && plain.includes(squash(answer.text)));
}

/** Indices of the paragraphs that contain the answer. */
export function goldParagraphs({ answers }: SetQuestion): ReadonlySet<number> {
  return new Set(answers.flatMap(({ paragraph }) => (paragraph === null ? [] : [paragraph])));
}

/** Takes `count` items at even intervals, the same ones each time. */
export function sampleEvenly<T>(items: readonly T[], count: number): readonly T[] {
  if (items.length <= count) return items;
  return Array.from({ length: count }, (_, index) => items[Math.floor((index * items.length) / count)] as T);
}

function squash(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/\s+/gu, ' ').trim();
}
