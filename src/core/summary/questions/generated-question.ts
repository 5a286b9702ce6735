// A question that an article answers, and the sentence that answers it.
import type { Span } from '../../text/article.js';

/** Kinds of questions, by the question word. */
export type QuestionKind =
  | 'own'
  | 'when'
  | 'howLong'
  | 'howMuch'
  | 'howMany'
  | 'howOld'
  | 'howOften'
  | 'howBig'
  | 'about'
  | 'speech'
  | 'why'
  | 'who'
  | 'where'
  | 'what'
  | 'whoIs'
  | 'says';

/** A question before it is tidied. */
export type QuestionDraft = readonly [kind: QuestionKind, text: string];

export interface GeneratedQuestion {
  readonly text: string;
  /** The sentence that answers it. */
  readonly sentence: Span;
  readonly kind: QuestionKind;
}

/** How natural questions of a kind sound, 0 to 1. Questions of the article itself come first. */
export const NATURALNESS: Readonly<Record<QuestionKind, number>> = {
  own: 1,
  howLong: 0.9,
  howMuch: 0.9,
  why: 0.9,
  when: 0.8,
  howMany: 0.7,
  howOld: 0.5,
  howOften: 0.8,
  howBig: 0.6,
  about: 0.7,
  speech: 0.75,
  who: 0.7,
  where: 0.6,
  whoIs: 0.45,
  what: 0.65,
  says: 0.35,
};
