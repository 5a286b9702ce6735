// What an answer is: a value either way. How one comes about is in `ask.ts`.
import type { Citation } from './ask/cite.js';

/** A passage close to a question that it does not answer. */
export interface Closest {
  readonly articleId: string;
  readonly title: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** 0…1, higher is closer. */
  readonly similarity: number;
  readonly url?: string | undefined;
}

/**
 * What an answer owes to a model that failed, shown as one quiet line. Faces pass over those they don't know.
 * `model-unavailable` and `budget-reached`: the built-in engine answered in the model's place. `cut-short`: the model
 * stopped half-way; the sentences that came are checked and stand.
 */
export type Notice = 'model-unavailable' | 'budget-reached' | 'cut-short';

/** Sentences with footnotes, each footnote an exact span. */
export interface Answered {
  readonly kind: 'answered';
  /** Sentences, each followed by its markers `[1]`. */
  readonly text: string;
  readonly citations: readonly Citation[];
  /** 0…1: the calibrated probability that the answer is right. */
  readonly confidence: number;
  /** Who wrote it: `builtin`, or the model's name. */
  readonly engine: string;
  readonly notice?: Notice | undefined;
}

/** The article does not say. */
export interface NotInArticle {
  readonly kind: 'not-in-article';
  readonly closest: readonly Closest[];
  /** 0…1: the calibrated probability that the article holds the answer after all. */
  readonly confidence: number;
  /** Who looked: `builtin`, or the model's name. */
  readonly engine: string;
  readonly notice?: Notice | undefined;
}

/** What comes of a question. */
export type Answer = Answered | NotInArticle;
