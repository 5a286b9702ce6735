// What the core returns: answers, citations, checked messages and conversation turns. All are plain values.
import type { Span } from './text/article.js';

/** A passage close to a question that the article doesn't answer. */
export interface ClosestPassage {
  readonly articleId: string;
  readonly title: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** 0 to 1, higher is closer. */
  readonly similarity: number;
  readonly url?: string | undefined;
  /** Opens `url` at the passage, by a text fragment. At most 512 characters. */
  readonly link?: string | undefined;
}

/**
 * Why an answer isn't entirely a model's. User interfaces show it as one line and ignore values they don't know.
 * - `model-unavailable`: the model failed, so the built-in engine answered.
 * - `budget-reached`: the token budget is used up, so the built-in engine answered.
 * - `cut-short`: the model stopped halfway. The sentences that arrived are checked and stay.
 */
export type Notice = 'model-unavailable' | 'budget-reached' | 'cut-short';

/** An answer whose every sentence has a citation. */
export interface Answered {
  readonly kind: 'answered';
  /** Sentences, each followed by its markers, such as `[1]`. */
  readonly text: string;
  readonly citations: readonly Citation[];
  /** Answerability, 0 to 1: the calibrated probability that the article answers the question. */
  readonly confidence: number;
  /** Who wrote it: `builtin`, or the model's name. */
  readonly engine: string;
  readonly notice?: Notice | undefined;
}

/** The articles don't answer the question. */
export interface NotInArticle {
  readonly kind: 'not-in-article';
  /** Best first. */
  readonly closest: readonly ClosestPassage[];
  /** Answerability, 0 to 1: the calibrated probability that the articles answer the question after all. */
  readonly confidence: number;
  /** Who decided: `builtin`, or the model's name. */
  readonly engine: string;
  readonly notice?: Notice | undefined;
}

/** The outcome of a question. */
export type Answer = Answered | NotInArticle;

/** A marker, an article and the exact span that it quotes. */
export interface Citation {
  /** From 1, in order of first use. */
  readonly marker: number;
  readonly articleId: string;
  readonly title: string;
  readonly start: number;
  readonly end: number;
  /** Always `article.text.slice(start, end)`. */
  readonly quote: string;
  /** The phrase in the quote that answers the question, if that is certain. Offsets into the article. */
  readonly highlight?: Span | undefined;
  readonly url?: string | undefined;
  /** Opens `url` at the quote, by a text fragment. At most 512 characters. */
  readonly link?: string | undefined;
}

/** What the articles say about a claim. */
export type Verdict = 'says-so' | 'says-otherwise' | 'does-not-say';

/** One claim of a message, with its verdict. The span points into the message. */
export interface CheckedClaim extends Span {
  /** `message.slice(start, end)`. */
  readonly claim: string;
  readonly verdict: Verdict;
  /** The sentences behind the verdict; empty for `does-not-say`. Markers are numbered across all claims. */
  readonly citations: readonly Citation[];
  /** The closest sentences, for `does-not-say`. */
  readonly closest: readonly ClosestPassage[];
}

/** The outcome of checking a message against the articles. */
export interface CheckedMessage {
  readonly kind: 'checked';
  /** In the message's order; empty if the message makes no claim. */
  readonly claims: readonly CheckedClaim[];
  /** Who checked it: `builtin`, or the model's name. */
  readonly engine: string;
  readonly notice?: Notice | undefined;
}

/** One question of a conversation and its answer. */
export interface Turn {
  readonly question: string;
  /** The answer's text; empty if the articles didn't answer. */
  readonly answer: string;
  /** What the answer cited. A follow-up question gets these sentences as evidence again. */
  readonly citations?: readonly Pick<Citation, 'articleId' | 'start' | 'end' | 'quote'>[] | undefined;
  /** ISO 8601. A turn without a time never expires. */
  readonly askedAt?: string | undefined;
}
