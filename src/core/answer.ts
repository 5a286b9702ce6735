// What an answer is: a value either way. How one comes about is in `ask.ts`.
import type { Span } from './text/article.js';

/** A passage close to a question that it does not answer. */
export interface ClosestPassage {
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
  readonly closest: readonly ClosestPassage[];
  /** 0…1: the calibrated probability that the article holds the answer after all. */
  readonly confidence: number;
  /** Who looked: `builtin`, or the model's name. */
  readonly engine: string;
  readonly notice?: Notice | undefined;
}

/** What comes of a question. */
export type Answer = Answered | NotInArticle;

/** A footnote: marker, article and the exact span it quotes. */
export interface Citation {
  /** From 1, in order of first use. */
  readonly marker: number;
  readonly articleId: string;
  readonly title: string;
  readonly start: number;
  readonly end: number;
  /** Always `article.text.slice(start, end)`. */
  readonly quote: string;
  /** The phrase in the quote that answers, where that is certain; offsets into the article, as `start` and `end` are. */
  readonly highlight?: Span | undefined;
  readonly url?: string | undefined;
}

/** What the articles say of a claim. */
export type Verdict = 'says-so' | 'says-otherwise' | 'does-not-say';

export interface CheckedClaim extends Span {
  /** `message.slice(start, end)`. */
  readonly claim: string;
  readonly verdict: Verdict;
  /** What the verdict rests on; empty where the articles don't say. Markers count through all claims of a message. */
  readonly citations: readonly Citation[];
  /** The closest sentences, where the articles don't say. */
  readonly closest: readonly ClosestPassage[];
}

/** What comes of a message. */
export interface CheckedMessage {
  readonly kind: 'checked';
  /** In the message's order; empty where it claims nothing. */
  readonly claims: readonly CheckedClaim[];
  /** Who judged: `builtin`, or the model's name. */
  readonly engine: string;
  readonly notice?: Notice | undefined;
}

/** One earlier question and what was answered. */
export interface Turn {
  readonly question: string;
  /** The answer's text; empty where the article did not say. */
  readonly answer: string;
  /** What the answer cited: it stays at hand for the next one. */
  readonly citations?: readonly Pick<Citation, 'articleId' | 'start' | 'end' | 'quote'>[] | undefined;
  /** ISO 8601; a turn without a time never grows old. */
  readonly askedAt?: string | undefined;
}
