// Types of the candidate sentences of one question, shared by everything that computes features from them.
import type { Match } from '../../../core/ports.js';
import type { TaggedSentence } from '../entities/tagged-sentences.js';
import type { AnswerType } from '../question/answer-types.js';
import type { QueryTerms } from '../question/query-terms.js';
import type { SubordinateClause } from '../question/subordinate-clause.js';
import type { SemanticSimilarity } from '../semantics/semantic-similarity.js';
import type { MatchWeights, Order, TermMatches } from './term-matching.js';

/** A sentence, with all that is read of it against the question. */
export interface CandidateSentence {
  readonly match: Match;
  readonly sentence: TaggedSentence;
  readonly hits: TermMatches;
  readonly level: MatchWeights;
  readonly order: Order;
  readonly meaning: SemanticSimilarity;
  /** Share of the question's rarity that it holds; and with words of like meaning counted in. */
  readonly coverage: number;
  readonly meaningCoverage: number;
  /** As {@link SemanticSimilarity.whole}, with the sentence before it in its paragraph. */
  readonly wholeWithBefore: number;
  /** The same by runs of letters, which forgives inflection and misspelling. */
  readonly gramCoverage: number;
  readonly bm25: number;
}

export interface CandidateSet {
  readonly asked: QueryTerms;
  readonly type: AnswerType;
  readonly clause: SubordinateClause | undefined;
  /** In document order. */
  readonly sentences: readonly CandidateSentence[];
  /** By sentence. */
  readonly paragraphs: readonly Paragraph[];
  /** The rarest asked terms, rarest first, as indices. */
  readonly byRarity: readonly number[];
  /** Rarity of the names among the asked terms. */
  readonly nameTotal: number;
  readonly hasMeaning: boolean;
  /** By asked term, how uncommon the word is in the language at large; here, where that is not known. */
  readonly uncommon: readonly number[];
  /** By asked term: whether any sentence holds it. */
  readonly isKnown: readonly boolean[];
  /** By sentence. */
  readonly gramRarity: readonly number[];
  readonly titles: ReadonlyMap<string, ReadonlySet<string>>;
  /** By article: its best sentence's BM25. */
  readonly bestOfArticle: ReadonlyMap<string, number>;
  readonly introduction: TaggedSentence | undefined;
  /** The best of all sentences in each respect; never 0. */
  readonly highest: {
    readonly bm25: number;
    readonly coverage: number;
    readonly paragraph: number;
    readonly grams: number;
    readonly similarity: number;
    readonly meaning: number;
    readonly whole: number;
    readonly wholeWithBefore: number;
    readonly gramRarity: number;
  };
  /** The asked terms' values, weighted by rarity, 0…1 for values of 0…1. */
  weigh(value: (index: number) => number): number;
}

/** A term is held from this weight on. */
export const MATCH_THRESHOLD = 0.6;

export interface Paragraph {
  /** Its first and last sentence, as indices of the candidates. */
  readonly first: number;
  readonly last: number;
  readonly level: MatchWeights;
  readonly bm25: number;
  /** Of its sentences the best coverage by runs of letters. */
  readonly gramCoverage: number;
  /** As {@link CandidateSentence.meaning}, the best of its sentences. */
  readonly nearest: readonly number[];
  readonly wanted: number;
}
