// Measures the semantic similarity between a sentence's words and the query terms it lacks.

import type { TaggedSentence } from '../entities/tagged-sentences.js';
import type { AnswerType } from '../question/answer-types.js';
import { type QueryTerms, readAnswerTypeTerms } from '../question/query-terms.js';
import { findVector, hasWordVectors } from './language-vectors.js';
import { addWord, cosine, cosineOfSums, openWordVectors } from './word-vectors.js';

/** Similarity of a sentence's words to the query. */
export interface SemanticSimilarity {
  /** For each query term, the similarity of the sentence's most similar other word, 0…1. */
  readonly nearest: readonly number[];
  /** For each query term, the index of that word among the sentence's tokens, or -1 if none is similar. */
  readonly nearestTokens: readonly number[];
  /** Highest similarity of the sentence's new words to the answer type, 0…1. */
  readonly answerTypeSimilarity: number;
  /** Mean similarity of the sentence's new words to the query, 0…1. */
  readonly meanSimilarity: number;
  /**
   * Cosine of the query with all words of the sentence, and with only those that aren't query terms, -1…1.
   */
  readonly sentenceSimilarity: number;
  readonly unmatchedSimilarity: number;
}

/** Typical words for the answer type of a question that doesn't name it. */
const PROTOTYPES: Partial<Record<AnswerType, readonly string[]>> = {
  who: ['person', 'leader', 'man', 'writer', 'politician'],
  where: ['city', 'country', 'river', 'region', 'place'],
  when: ['century', 'month', 'year'],
  group: ['company', 'organization', 'group'],
  measure: ['miles', 'metres', 'kilometers'],
  money: ['dollars', 'cost'],
  why: ['reason', 'because'],
};

/** A lower cosine is noise. */
const MIN_SIMILARITY = 0.3;

/**
 * Returns a function that compares sentences with the query. In languages without word vectors, all similarities
 * are 0.
 */
export function createSimilarityReader(query: QueryTerms, type: AnswerType, language: string) {
  const vectors = openWordVectors();
  const size = query.terms.length;
  const hasVectors = hasWordVectors(language);
  const places = query.terms.map(({ word }) => findVector(word, language));
  const answerTypeTerms = readAnswerTypeTerms(query);
  const answerTypePlaces =
    answerTypeTerms.length > 0
      ? answerTypeTerms.flatMap(({ word }) => findVector(word, language) ?? [])
      : (PROTOTYPES[type] ?? []).flatMap((word) => vectors.find(word) ?? []);
  const question = new Float32Array(vectors.dimensions);
  for (const place of places) if (place !== undefined) addWord(question, vectors, place);
  const known = new Map<number, Float32Array | 'far'>();
  const matchedSum = new Float32Array(hasVectors ? vectors.dimensions : 0);

  /**
   * Similarities by query term, then to the answer type, then the maximum over all query terms. Most words
   * are far from everything.
   */
  function compareWithQuery(place: number): Float32Array | 'far' {
    const row = new Float32Array(size + 2);
    for (let index = 0; index < size; index += 1) {
      const other = places[index];
      if (other !== undefined) row[index] = rescale(cosine(vectors, place, other));
      row[size + 1] = Math.max(row[size + 1] as number, row[index] as number);
    }
    for (const other of answerTypePlaces)
      row[size] = Math.max(row[size] ?? 0, rescale(cosine(vectors, place, other)));
    const similarities = (row[size] as number) > 0 || (row[size + 1] as number) > 0 ? row : 'far';
    known.set(place, similarities);
    return similarities;
  }

  const read = ({ wordVectors, vectorSum }: TaggedSentence): SemanticSimilarity => {
    const nearest = new Array<number>(size).fill(0);
    const nearestPlaces = new Array<number>(size).fill(-1);
    matchedSum.fill(0);
    let [best, total, others] = [0, 0, 0];
    for (const { term, place, at } of wordVectors) {
      // Query terms match literally, so they don't count as similar words.
      if (query.matchByTerm.has(term)) {
        addWord(matchedSum, vectors, place, -1);
        continue;
      }
      others += 1;
      const row = known.get(place) ?? compareWithQuery(place);
      if (row === 'far') continue;
      for (let index = 0; index < size; index += 1) {
        if ((row[index] as number) <= (nearest[index] as number)) continue;
        nearest[index] = row[index] as number;
        nearestPlaces[index] = at;
      }
      best = Math.max(best, row[size] as number);
      total += row[size + 1] as number;
    }
    return {
      nearest,
      nearestTokens: nearestPlaces,
      answerTypeSimilarity: best,
      meanSimilarity: total / Math.max(1, others),
      sentenceSimilarity: cosineOfSums(question, vectorSum),
      unmatchedSimilarity: cosineOfSums(question, vectorSum, matchedSum),
    };
  };
  /** Cosine of the query with two sentences joined, -1…1. */
  const readTogether = (a: TaggedSentence, b: TaggedSentence | undefined) =>
    cosineOfSums(question, a.vectorSum, b?.vectorSum);
  /**
   * For each query term, how uncommon the word is in the language as a whole, 0…1. It is 1 without a vector.
   */
  const languageRarity = places.map((place) => (place === undefined ? 1 : vectors.rarityAt(place)));
  return Object.assign(read, { hasVectors, readTogether, languageRarity });
}

function rescale(value: number): number {
  return value <= MIN_SIMILARITY ? 0 : (value - MIN_SIMILARITY) / (1 - MIN_SIMILARITY);
}
