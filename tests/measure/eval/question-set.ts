// Reads question sets: JSON lines, one article a line, plain or gzipped.
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

export interface SetQuestion {
  readonly id: string;
  readonly question: string;
  /** `paragraph` is an index into the article's paragraphs, null where the answer is free text. */
  readonly answers: readonly { readonly text: string; readonly paragraph: number | null }[];
  readonly answerable: boolean;
}

export interface SetArticle {
  readonly id: string;
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly questions: readonly SetQuestion[];
}

export function readQuestionSet(file: string): readonly SetArticle[] {
  const bytes = readFileSync(file);
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const { id, title, paragraphs, questions = [] } = JSON.parse(line) as SetArticle;
      return { id: String(id), title: title || String(id), paragraphs, questions };
    });
}

/** Whether a text holds one of the question's answers; case and white space do not matter. */
export function containsAnswer(text: string, { answers }: SetQuestion): boolean {
  const plain = squash(text);
  return answers.some((answer) => answer.text.trim() !== '' && plain.includes(squash(answer.text)));
}

/** The paragraphs that hold the answer. */
export function goldParagraphs({ answers }: SetQuestion): ReadonlySet<number> {
  return new Set(answers.flatMap(({ paragraph }) => (paragraph === null ? [] : [paragraph])));
}

/** Every n-th, so that `count` remain: the same ones each time. */
export function sampleEvenly<T>(items: readonly T[], count: number): readonly T[] {
  if (items.length <= count) return items;
  return Array.from({ length: count }, (_, index) => items[Math.floor((index * items.length) / count)] as T);
}

function squash(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/\s+/gu, ' ').trim();
}
