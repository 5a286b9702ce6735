// Types of the candidate sentences of one question, shared by everything that computes features from them.
import type { Match } from '../../../core/ports.js';
import type { TaggedSentence } from '../entities/tagged-sentences.js';
import type { AnswerType } from '../question/answer-types.js';
import type { QueryTerms } from '../question/query-terms.js';
import type { SubordinateClause } from '../question/subordinate-clause.js';
import type { SemanticSimilarity } from '../semantics/semantic-similarity.js';
import type { TermMatches, TermWeights, WordOrder } from './term-matching.js';

/** A sentence, with all that is read of it against the question. */
export interface CandidateSentence {
  readonly match: Match;
  readonly sentence: TaggedSentence;
  readonly hits: TermMatches;
  readonly termWeights: TermWeights;
  readonly wordOrder: WordOrder;
  readonly semantic: SemanticSimilarity;
  /** Share of the question's rarity that it holds; and with words of like meaning counted in. */
  readonly coverage: number;
  readonly semanticCoverage: number;
  /** As {@link SemanticSimilarity.sentenceSimilarity}, with the sentence before it in its paragraph. */
  readonly similarityWithPrevious: number;
  /** The same by runs of letters, which forgives inflection and misspelling. */
  readonly ngramCoverage: number;
  readonly bm25: number;
}

export interface CandidateSet {
  readonly query: QueryTerms;
  readonly type: AnswerType;
  readonly clause: SubordinateClause | undefined;
  /** In document order. */
  readonly sentences: readonly CandidateSentence[];
  /** By sentence. */
  readonly paragraphs: readonly Paragraph[];
  /** The rarest query terms, rarest first, as indices. */
  readonly byRarity: readonly number[];
  /** Rarity of the names among the query terms. */
  readonly nameIdf: number;
  readonly hasWordVectors: boolean;
  /** By query term, how languageRarity the word is in the language at large; here, where that is not known. */
  readonly languageRarity: readonly number[];
  /** By query term: whether any sentence holds it. */
  readonly isFoundAnywhere: readonly boolean[];
  /** By sentence. */
  readonly ngramRarity: readonly number[];
  readonly titleTerms: ReadonlyMap<string, ReadonlySet<string>>;
  /** By article: its best sentence's BM25. */
  readonly bestBm25ByArticle: ReadonlyMap<string, number>;
  readonly definition: TaggedSentence | undefined;
  /** The best of all sentences in each respect; never 0. */
  readonly highest: {
    readonly bm25: number;
    readonly coverage: number;
    readonly paragraph: number;
    readonly ngrams: number;
    readonly similarity: number;
    readonly meaning: number;
    readonly whole: number;
    readonly similarityWithPrevious: number;
    readonly ngramRarity: number;
  };
  /** The query terms' values, weighted by rarity, 0…1 for values of 0…1. */
  weigh(value: (index: number) => number): number;
}

/** A term is matched from this weight on. */
export const MATCH_THRESHOLD = 0.6;

export interface Paragraph {
  /** Its first and last sentence, as indices of the candidates. */
  readonly first: number;
  readonly last: number;
  readonly termWeights: TermWeights;
  readonly bm25: number;
  /** Of its sentences the best coverage by runs of letters. */
  readonly ngramCoverage: number;
  /** As {@link CandidateSentence.semantic}, the best of its sentences. */
  readonly nearest: readonly number[];
  readonly answerTypeSimilarity: number;
}
