// Reads the example messages. tests/measure/message-kinds/README.md describes them.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  REPLY_REQUESTS,
  type ReplyRequest,
} from '../../../src/core/conversation/last-reply/reply-requests.js';
import type { MessageKind } from '../../../src/core/ports.js';
import { createAnalyzer } from '../../../src/engines/builtin/words/analyzer.js';
import { readQuestionSet, sampleEvenly } from '../eval/question-set.js';

const FOLDER = join(import.meta.dirname, '../../../../tests/measure/message-kinds');
/** Wrote messages about the last reply, and questions that look like them. Only what tells these apart learns from them. */
export const REPLY_AUTHOR = 'r';
const MAX_QUESTIONS = 1_000;
export const LANGUAGES = ['en', 'de', 'es', 'fr'] as const;

/** Voices whose messages are only measured on. */
const HELD_OUT_VOICES: Readonly<Record<(typeof LANGUAGES)[number], readonly string[]>> = {
  en: [
    ...['aunt', 'drummer', 'lawyer', 'geology-prof', 'scaffolder', 'commuter', 'phd-researcher'],
    ...['kasia-night-nurse', 'guild-raider', 'auditor-tones', 'pub-landlord'],
  ],
  de: ['grandmother', 'clan-leader', 'mama-tones', 'wirtin'],
  es: ['lima-child', 'sceptical-editor', 'night-nurse', 'taxista-tones', 'camarero'],
  fr: ['clerk-liege', 'quebec-manager', 'juriste-tones', 'aubergiste'],
};

/** A message and what it is. */
export interface ExampleMessage {
  readonly language: (typeof LANGUAGES)[number];
  /** Who made the message up: a letter, unique within the language. */
  readonly author: string;
  /** Who might have typed it, unique within the language. */
  readonly voice: string;
  readonly isHeldOut: boolean;
  /** `follow-up`: a question that continues another one. */
  readonly kind: MessageKind | ReplyRequest | 'follow-up';
  readonly message: string;
}

/** Whether a kind of message is about the last reply. */
export function isAboutReply(kind: ExampleMessage['kind']): kind is ReplyRequest {
  return (REPLY_REQUESTS as readonly string[]).includes(kind);
}

export function readMessages(): readonly ExampleMessage[] {
  return LANGUAGES.flatMap((language) => {
    const [, ...lines] = readFileSync(join(FOLDER, `${language}.tsv`), 'utf8')
      .trimEnd()
      .split('\n');
    return lines.map((line) => {
      const [author = '', voice = '', kind = '', message = ''] = line.split('\t');
      const isHeldOut = HELD_OUT_VOICES[language].includes(voice);
      return { language, author, voice, isHeldOut, message, kind: kind as ExampleMessage['kind'] };
    });
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
