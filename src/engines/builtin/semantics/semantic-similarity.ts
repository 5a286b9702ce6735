// How near the words of a sentence come in meaning to those of a question that it does not hold.

import { hasWordVectors, type TaggedSentence } from '../entities/tagged-sentences.js';
import type { AnswerType } from '../question/answer-types.js';
import { type QueryTerms, readAnswerTypeTerms } from '../question/query-terms.js';
import { addWord, cosine, cosineOfSums, openWordVectors } from './word-vectors.js';

/** What a sentence's words mean, against a question. */
export interface SemanticSimilarity {
  /** For each query term the nearest of the sentence's other words, 0…1. */
  readonly nearest: readonly number[];
  /** For each query term the place of that word among the sentence's tokens; -1 where none is near. */
  readonly nearestTokens: readonly number[];
  /** How near its new words come to the kind of thing that is query for, 0…1. */
  readonly answerTypeSimilarity: number;
  /** How near its other words come to the question's, on average, 0…1. */
  readonly meanSimilarity: number;
  /** Cosine of all its words and all the question's, and of those alone that are not the question's, -1…1. */
  readonly sentenceSimilarity: number;
  readonly unmatchedSimilarity: number;
}

/** Words that stand for what a question of a type asks for. */
const PROTOTYPES: Partial<Record<AnswerType, readonly string[]>> = {
  who: ['person', 'leader', 'man', 'writer', 'politician'],
  where: ['city', 'country', 'river', 'region', 'place'],
  when: ['century', 'month', 'year'],
  group: ['company', 'organization', 'group'],
  measure: ['miles', 'metres', 'kilometers'],
  money: ['dollars', 'cost'],
  why: ['reason', 'because'],
};

/** Weaker similarities is chance. */
const MIN_SIMILARITY = 0.3;

/** Reads sentences in English; others have no vectors, and no meaning is told. */
export function createSimilarityReader(query: QueryTerms, type: AnswerType, language: string) {
  const vectors = openWordVectors();
  const size = query.terms.length;
  const hasVectors = hasWordVectors(language);
  const places = query.terms.map(({ word }) => vectors.find(word));
  const head = readAnswerTypeTerms(query);
  const wanted = (head.length > 0 ? head.map(({ word }) => word) : (PROTOTYPES[type] ?? [])).flatMap(
    (word) => vectors.find(word) ?? [],
  );
  const question = new Float32Array(vectors.dimensions);
  for (const place of places) if (place !== undefined) addWord(question, vectors, place);
  const known = new Map<number, Float32Array | 'far'>();
  const matchedSum = new Float32Array(hasVectors ? vectors.dimensions : 0);

  /** By query term, then by what is wanted, and last the best of all query terms; most words are far from all of them. */
  function compareWithQuery(place: number): Float32Array | 'far' {
    const row = new Float32Array(size + 2);
    for (let index = 0; index < size; index += 1) {
      const other = places[index];
      if (other !== undefined) row[index] = rescale(cosine(vectors, place, other));
      row[size + 1] = Math.max(row[size + 1] as number, row[index] as number);
    }
    for (const other of wanted) row[size] = Math.max(row[size] ?? 0, rescale(cosine(vectors, place, other)));
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
      // The question's own words are matchedSum, not meant.
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
  /** Cosine of the question and several sentences together, -1…1. */
  const readTogether = (a: TaggedSentence, b: TaggedSentence | undefined) =>
    cosineOfSums(question, a.vectorSum, b?.vectorSum);
  /** By query term, how languageRarity the word is in the language at large, 0…1; 1 for a word without vector. */
  const languageRarity = places.map((place) => (place === undefined ? 1 : vectors.rarityAt(place)));
  return Object.assign(read, { hasVectors, readTogether, languageRarity });
}

function rescale(value: number): number {
  return value <= MIN_SIMILARITY ? 0 : (value - MIN_SIMILARITY) / (1 - MIN_SIMILARITY);
}
