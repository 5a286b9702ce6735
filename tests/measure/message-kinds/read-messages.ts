// Reads the example messages. tests/measure/message-kinds/README.md describes them.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MessageKind } from '../../../src/core/ports.js';
import { createAnalyzer } from '../../../src/engines/builtin/words/analyzer.js';
import { readQuestionSet, sampleEvenly } from '../eval/question-set.js';

const FILE = join(import.meta.dirname, '../../../../tests/measure/message-kinds/messages.tsv');
const MAX_QUESTIONS = 1_000;

/** The voices of each author. Those that aren't listed are the first author's. */
const OTHER_AUTHORS = {
  second: [
    ...['allotment-man', 'geology-prof', 'great-gran', 'meme-lord', 'paramedic', 'pastry-chef'],
    ...['polish-welder', 'rocket-kid', 'scaffolder', 'wedding-planner'],
  ],
  third: [
    ...['bot-tester', 'caps-uncle', 'commuter', 'dictating-cook', 'nine-year-old', 'phd-researcher'],
    ...['polite-elder', 'rambler', 'sceptic', 'server-owner'],
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** Who wrote a message. */
export type Author = 'first' | keyof typeof OTHER_AUTHORS;
export const AUTHORS: readonly Author[] = ['first', 'second', 'third'];

/** Voices whose messages are only measured on. */
export const HELD_OUT_VOICES: readonly string[] = [
  ...['aunt', 'drummer', 'lawyer'],
  ...['geology-prof', 'scaffolder'],
  ...['commuter', 'phd-researcher'],
];

/** A message and what it is. */
export interface ExampleMessage {
  readonly voice: string;
  readonly author: Author;
  /** `follow-up`: a question that continues another one. */
  readonly kind: MessageKind | 'follow-up';
  readonly message: string;
}

export function readMessages(): readonly ExampleMessage[] {
  const [, ...lines] = readFileSync(FILE, 'utf8').trimEnd().split('\n');
  return lines.map((line) => {
    const [voice = '', kind = '', message = ''] = line.split('\t');
    return { voice, author: authorOf(voice), message, kind: kind as ExampleMessage['kind'] };
  });
}

function authorOf(voice: string): Author {
  const [author] =
    Object.entries(OTHER_AUTHORS).find(([, voices]) => voices.some((one) => one === voice)) ?? [];
  return (author as Author | undefined) ?? 'first';
}

/** A question about an English article. */
export interface ArticleQuestion {
  readonly question: string;
  readonly title: string;
  /** Whether the article has a word. */
  readonly isKnownWord: (word: string) => boolean;
}

/** Questions of a question set, at most {@link MAX_QUESTIONS}, evenly drawn. Only of English articles. */
export function readArticleQuestions(file: string): readonly ArticleQuestion[] {
  const analyzer = createAnalyzer();
  const questions = readQuestionSet(file).flatMap(({ title, paragraphs, questions: asked }) => {
    let terms: ReadonlySet<string> | undefined;
    const isKnownWord = (word: string) => {
      terms ??= new Set([title, ...paragraphs].flatMap((text) => analyzer.terms(text, 'en')));
      return analyzer.terms(word, 'en').some((term) => terms?.has(term));
    };
    return asked.map(({ question }) => ({ question, title, isKnownWord }));
  });
  return sampleEvenly(questions, MAX_QUESTIONS);
}
