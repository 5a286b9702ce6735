// The key of a cached answer: a digest of everything that the answer depends on.

import type { Turn } from '../answer.js';
import type { Engine, Scope } from '../ports.js';
import type { ArticleStore } from '../store-ports.js';
import { digestOf } from '../text/article.js';

/** Punctuation at the end of a question that doesn't change its meaning. */
const TRAILING_PUNCTUATION = /[\s?？!！.。…,;:]+$/u;

/**
 * A SHA-256 key in hex. It changes with the question, its language, the conversation, the scope, any article in the
 * scope and the engine. It also changes with every release, because a new release may check answers more strictly.
 */
export function answerKey(
  question: string,
  context: { readonly scope: Scope; readonly conversation: readonly Turn[] },
  {
    engine,
    store,
    release,
  }: { readonly engine: Engine; readonly store: ArticleStore; readonly release: string },
): string {
  const { scope, conversation } = context;
  return digestOf(
    normalizeQuestion(question),
    engine.analyzer.detectLanguage(question),
    // Without the times, so that the same conversation on another day has the same key.
    JSON.stringify(conversation.map((turn) => [turn.question, turn.answer, turn.articleId ?? null])),
    JSON.stringify([...scope.libraries, scope.articleId ?? null]),
    store.digestScope(scope),
    ...[engine.name, engine.embedder.fingerprint, engine.analyzer.fingerprint, release],
    engine.reader ? 'with reader' : 'without reader',
  );
}

/** Removes differences that don't change a question: case, white space, trailing punctuation, Unicode composition. */
export function normalizeQuestion(question: string): string {
  return question
    .normalize('NFC')
    .toLowerCase()
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(TRAILING_PUNCTUATION, '');
}
