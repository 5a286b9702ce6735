// The core's ports for writing: what turns evidence into text, finds phrases in it, rewrites questions and checks claims.
import type { Turn, Verdict } from './answer.js';
import type { Question } from './ranking-ports.js';
import type { Article, Span } from './text/article.js';

/** A numbered sentence that a writer may use and cite. */
export interface Evidence extends Span {
  /** The number in its marker `[n]`, from 1. */
  readonly number: number;
  readonly article: Article;
  /** The sentence on one line, without the article's own reference marks. */
  readonly text: string;
  /** 0 to 1, from the ranker or the reader. */
  readonly relevance: number;
  /** See {@link RankedSentence.phrase}. */
  readonly phrase?: Span | undefined;
}

/** What a writer returns, and nothing else, when the evidence doesn't answer the question. */
export const NOT_IN_ARTICLE = 'NOT_IN_ARTICLE';

/**
 * A piece that takes back everything a writer has written so far, because it turned out not to be part of the answer, such
 * as a model's thoughts. What follows is the answer.
 */
export const RESTART = '\u001E';

/** The tokens that a model call used. */
export interface Usage {
  readonly inputTokens: number;
  readonly outputTokens: number;
}

/** What a summary should be like. */
export interface SummaryRequest {
  readonly maxSentences: number;
  readonly maxWords: number;
  /** ISO 639-1 code of the reader's language; `und` for the language of the articles. */
  readonly language: string;
  /** A list of separate points, or sentences that read as one paragraph. */
  readonly form: 'list' | 'paragraph';
  /** The evidence is one section of a longer article, or sentences from all of it. Default `whole`. */
  readonly scope?: 'section' | 'whole' | undefined;
}

/** Options for {@link Writer.write}. */
export interface WriteOptions {
  /** If set, the evidence is summarized, and the question is ignored. Writers without a token budget never get it. */
  readonly summary?: SummaryRequest | undefined;
  /** Answerability, 0 to 1: the probability that the evidence answers the question. */
  readonly confidence: number;
  /** See {@link Ranking.threshold}. */
  readonly threshold?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Called once per model call, and never if there was none. */
  readonly onUsage?: ((usage: Usage) => void) | undefined;
}

/** Writes an answer from evidence as text with `[n]` markers, streamed in pieces of any size. {@link RESTART} is a piece of its own. */
export interface Writer {
  /** How much evidence it takes, in estimated tokens. If unset, it gets a fixed number of sentences. */
  readonly evidenceTokens?: number | undefined;
  write(question: Question, evidence: readonly Evidence[], options: WriteOptions): AsyncIterable<string>;
}

/** A question rewritten so that it can be understood without its conversation. */
interface RewrittenQuestion {
  /** The rewritten question, in its own language. */
  readonly standalone: string;
  /** The question in each of the articles' other languages. */
  readonly translations?: readonly string[] | undefined;
  /** ISO 639-1 code of the question's language, which is also the answer's; `und` if unknown. */
  readonly language: string;
}

/** Rewrites a follow-up question so that it stands alone. Without a rewriter, rules do this. */
export interface Rewriter {
  rewrite(
    question: string,
    turns: readonly Turn[],
    options: Pick<WriteOptions, 'signal' | 'onUsage'> & { readonly articleLanguages: readonly string[] },
  ): Promise<RewrittenQuestion>;
}

/** A claim checker's verdict on one claim of a message. */
export interface ProposedVerdict {
  /** Copied word for word from the message. */
  readonly claim: string;
  readonly verdict: Verdict;
  /** Numbers of the evidence behind the verdict. */
  readonly evidence: readonly number[];
}

/** Splits a message into claims and proposes verdicts. The core shows only verdicts that its own check confirms. */
export interface ClaimChecker {
  /** The model's name. */
  readonly name: string;
  check(
    message: string,
    evidence: readonly Evidence[],
    options: Pick<WriteOptions, 'signal' | 'onUsage'>,
  ): Promise<readonly ProposedVerdict[]>;
}

/** Finds the phrase in a sentence that answers the question, such as a number, a date or a name, if no reader did. */
export interface Highlighter {
  /** A span of the article, inside the sentence; undefined if no phrase is certain enough. */
  highlight(question: Question, evidence: Evidence): Span | undefined;
}

/**
 * Finds what the structure of an article answers: everything of one kind, such as all prices, the steps of a numbered list,
 * or the row with the highest value. Deterministic.
 */
export interface Lister {
  /**
   * @param shown what the last answer cited of this article
   * @returns undefined if the question asks for no such thing. `sentences` are in the article's order and empty if it has
   *   nothing of the kind. `isCertain` says whether the question surely asks for all of it; if not, an answer that was found
   *   otherwise is better
   */
  list(
    question: Question,
    article: Article,
    shown?: readonly Span[],
  ): { readonly sentences: readonly Span[]; readonly isCertain: boolean } | undefined;
}
