// Types of a question's candidate sentences. Every group of features is computed from them.
import type { Match } from '../../../core/ranking-ports.js';
import type { TaggedSentence } from '../entities/tagged-sentences.js';
import type { AnswerType } from '../question/answer-types.js';
import type { QueryTerms } from '../question/query-terms.js';
import type { SubordinateClause } from '../question/subordinate-clause.js';
import type { SemanticSimilarity } from '../semantics/semantic-similarity.js';
import type { TermMatches, TermWeights, WordOrder } from './term-matching.js';

/** A sentence and how it matches the question. */
export interface CandidateSentence {
  readonly match: Match;
  readonly sentence: TaggedSentence;
  /** Of the question and the passage. `match.similarity` is the search's own. */
  readonly lexicalSimilarity: number;
  readonly hits: TermMatches;
  readonly termWeights: TermWeights;
  readonly wordOrder: WordOrder;
  readonly semantic: SemanticSimilarity;
  /**
   * Share of the query's idf that the sentence matches, 0…1. `semanticCoverage` also counts similar words.
   */
  readonly coverage: number;
  readonly semanticCoverage: number;
  /**
   * {@link SemanticSimilarity.sentenceSimilarity} of this sentence joined to the previous one in its
   * paragraph.
   */
  readonly similarityWithPrevious: number;
  /** Coverage by character n-grams, 0…1. It tolerates inflections and misspellings. */
  readonly ngramCoverage: number;
  readonly bm25: number;
}

export interface CandidateSet {
  /** The question in the language of the articles, as far as it could be translated. */
  readonly text: string;
  readonly query: QueryTerms;
  readonly type: AnswerType;
  readonly clause: SubordinateClause | undefined;
  /** In document order. */
  readonly sentences: readonly CandidateSentence[];
  /** The paragraph of each sentence, by sentence index. */
  readonly paragraphs: readonly Paragraph[];
  /** Indices of the query terms, rarest first. */
  readonly byRarity: readonly number[];
  /** Sum of the idf of the query terms that are names. */
  readonly nameIdf: number;
  /** Whether the articles' language has vectors of its own. Those of translations are less certain. */
  readonly hasOwnVectors: boolean;
  /**
   * How uncommon each query term is in the language as a whole. Falls back to the idf when there are no word
   * vectors.
   */
  readonly languageRarity: readonly number[];
  /** For each query term, whether any candidate sentence contains it. */
  readonly isFoundAnywhere: readonly boolean[];
  /** For each sentence, its share of the query's n-grams, weighted by rarity, 0…1. */
  readonly ngramRarity: readonly number[];
  readonly titleTerms: ReadonlyMap<string, ReadonlySet<string>>;
  /** The BM25 score of the best sentence in each article, by article id. */
  readonly bestBm25ByArticle: ReadonlyMap<string, number>;
  readonly definitionSentence: TaggedSentence | undefined;
  /** The maximum over all sentences of each measure. Never 0, so it is safe to divide by. */
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
  /** Average of a value over the query terms, weighted by idf. Values in 0…1 give a result in 0…1. */
  weigh(value: (index: number) => number): number;
}

/** A sentence contains a query term if its match weight is at least this. */
export const MATCH_THRESHOLD = 0.6;

export interface Paragraph {
  /** Indices of its first and last sentence among the candidates. */
  readonly first: number;
  readonly last: number;
  readonly termWeights: TermWeights;
  readonly bm25: number;
  /** The best n-gram coverage of its sentences. */
  readonly ngramCoverage: number;
  /** For each query term, the highest semantic similarity in its sentences, 0…1. */
  readonly nearest: readonly number[];
  readonly answerTypeSimilarity: number;
}
