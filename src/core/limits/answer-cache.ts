// When two questions are the same: all that an answer depends on, as one key.

import type { Turn } from '../answer.js';
import type { ArticleStore, Engine, Scope } from '../ports.js';
import { digestOf } from '../text/article.js';

/** Ends of a question that ask nothing else when left out. */
const TRAILING_PUNCTUATION = /[\s?？!！.。…,;:]+$/u;

/**
 * The key of the answer that a question has: another library, article, version of an article, engine, language or
 * conversation makes another key. A new `release` of the program does too, since its rules may be stricter.
 */
export function answerKey(
  question: string,
  asked: { readonly scope: Scope; readonly conversation: readonly Turn[] },
  {
    engine,
    store,
    release,
  }: { readonly engine: Engine; readonly store: ArticleStore; readonly release: string },
): string {
  const { scope, conversation } = asked;
  return digestOf(
    normaliseQuestion(question),
    engine.analyzer.detectLanguage(question),
    // When it was said makes no difference.
    JSON.stringify(conversation.map((turn) => [turn.question, turn.answer])),
    JSON.stringify([...scope.libraries, scope.articleId ?? null]),
    store.digestScope(scope),
    ...[engine.name, engine.embedder.fingerprint, engine.analyzer.fingerprint, release],
  );
}

/** The same for questions that differ only in case, white space, trailing punctuation or Unicode composition. */
export function normaliseQuestion(question: string): string {
  return question
    .normalize('NFC')
    .toLowerCase()
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(TRAILING_PUNCTUATION, '');
}
