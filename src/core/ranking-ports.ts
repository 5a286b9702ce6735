// The core's ports for ranking: from the passages that a search found to sentences in order of relevance.
import type { Article, Span } from './text/article.js';
import type { Passage } from './text/passage.js';

/** How well a passage matched. */
export interface Scored {
  /** Cosine similarity of question and passage by the index's embedder, 0 to 1. 0 if there is no vector. */
  readonly similarity: number;
  /** The {@link VectorSpace} in which they were compared. Undefined if one of them has no vector (yet). */
  readonly space?: string | undefined;
  /** BM25 score divided by the best passage's, 0 to 1; 0 if no term is shared. */
  readonly textScore: number;
}

/** A stored passage and how well it matched. */
export interface Match extends Scored {
  readonly article: Article;
  readonly passage: Passage;
}

/** Document frequencies over all stored passages. */
export interface TermFrequencies {
  /** Number of stored passages. */
  readonly passages: number;
  /** Number of passages that contain the term. */
  count(term: string): number;
}

/** A question that can be understood without its conversation. */
export interface Question {
  /** The question, with references to earlier turns resolved where possible. */
  readonly text: string;
  /**
   * The question resolved by rules only, without a model's words. Grounding trusts only this one. If unset, `text` is
   * trusted.
   */
  readonly trustedText?: string | undefined;
  /** The question as it was typed, cleaned. */
  readonly typed?: string | undefined;
  /** Translations into the other languages of the articles. Retrieval searches for them too. */
  readonly translations?: readonly string[] | undefined;
  /** ISO 639-1; `und` if unknown. */
  readonly language: string;
}

/** A sentence and its relevance to the question. */
export interface RankedSentence extends Span {
  readonly match: Match;
  /** 0 to 1: how likely it is that this sentence answers the question. */
  readonly relevance: number;
  /** How it matches, for rules that need more than the relevance. Unset if the ranker can't tell. */
  readonly signals?: RelevanceSignals | undefined;
  /** The exact phrase that answers, inside the sentence, if the engine's reader is certain of it. */
  readonly phrase?: Span | undefined;
}

/** How a sentence matches a question, apart from its relevance. */
export interface RelevanceSignals {
  /** Whether it has the kind of thing that is asked for, such as a date. Unset if the question asks for no such thing. */
  readonly hasAnswerType?: boolean | undefined;
  /** Whether it certainly can't be the answer, because an age, a price or a length is asked for and it has none. */
  readonly lacksAnswer?: boolean | undefined;
  /** 0 to 1: share of the question's terms, weighted by rarity, that it and its heading have. */
  readonly coverage: number;
  /** Like `coverage`, also counting similar words and the sentences around it. */
  readonly looseCoverage: number;
  /** Whether it has the opposite of a word of the question, and not that word. */
  readonly hasAntonym: boolean;
}

/** The result of ranking a question's matches. */
export interface Ranking {
  /** Every sentence of every match, best first. */
  readonly sentences: readonly RankedSentence[];
  /**
   * The best sentence of each paragraph, best paragraph first. Paragraphs are scored as a whole, so the order can differ
   * from that of the sentences.
   */
  readonly paragraphs: readonly RankedSentence[];
  /** Answerability, 0 to 1: the calibrated probability that the best sentences answer the question. */
  readonly confidence: number;
  /**
   * Set if no word of the question is in or near the best sentence: the estimate without that. `confidence` is 0 then, unless
   * the reader has found that other words say it.
   */
  readonly unmatched?: number | undefined;
  /** Confidence below which the question counts as unanswered. Unset: the built-in writer's own threshold. */
  readonly threshold?: number | undefined;
  /** The question in the words of the articles' language, if the ranker translated it word by word. */
  readonly translation?: string | undefined;
}

/** Ranks the sentences of retrieved passages by how well they answer the question. Deterministic. */
export interface SentenceRanker {
  rank(question: Question, matches: readonly Match[], frequencies: TermFrequencies): Ranking;
}

/**
 * Reads the best candidates together with the question, improves their order and the confidence, and finds the phrases
 * that answer. Much slower than a ranker, so it reads only a few paragraphs.
 */
export interface Reader {
  /**
   * @returns the ranking unchanged if the reader isn't available, can't read the language or doesn't have the time
   * @throws only the signal's reason
   */
  read(
    question: Question,
    ranking: Ranking,
    options?: { readonly signal?: AbortSignal | undefined },
  ): Promise<Ranking>;
}
