// Reads the example messages. tests/measure/message-kinds/README.md describes them.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MessageKind } from '../../../src/core/ports.js';
import { createAnalyzer } from '../../../src/engines/builtin/words/analyzer.js';
import { readQuestionSet, sampleEvenly } from '../eval/question-set.js';

const FILE = join(import.meta.dirname, '../../../../tests/measure/message-kinds/messages.tsv');
const MAX_QUESTIONS = 1_000;

/** Voices whose messages are only measured on. */
export const HELD_OUT_VOICES: readonly string[] = ['aunt', 'drummer', 'lawyer'];

/** A message and what it is. */
export interface ExampleMessage {
  readonly voice: string;
  /** `follow-up`: a question that continues another one. */
  readonly kind: MessageKind | 'follow-up';
  readonly message: string;
}

export function readMessages(): readonly ExampleMessage[] {
  const [, ...lines] = readFileSync(FILE, 'utf8').trimEnd().split('\n');
  return lines.map((line) => {
    const [voice = '', kind = '', message = ''] = line.split('\t');
    return { voice, message, kind: kind as ExampleMessage['kind'] };
  });
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
