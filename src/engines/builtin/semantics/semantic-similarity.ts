// How near the words of a sentence come in meaning to those of a question that it does not hold.

import { hasWordVectors, type TaggedSentence } from '../entities/tagged-sentences.js';
import type { AnswerType } from '../question/answer-types.js';
import { type QueryTerms, readTypeTerms } from '../question/query-terms.js';
import { addWord, cosine, cosineOfSums, openWordVectors } from './word-vectors.js';

/** What a sentence's words mean, against a question. */
export interface SemanticSimilarity {
  /** For each asked term the nearest of the sentence's other words, 0…1. */
  readonly nearest: readonly number[];
  /** For each asked term the place of that word among the sentence's tokens; -1 where none is near. */
  readonly places: readonly number[];
  /** How near its new words come to the kind of thing that is asked for, 0…1. */
  readonly wanted: number;
  /** How near its other words come to the question's, on average, 0…1. */
  readonly usual: number;
  /** Cosine of all its words and all the question's, and of those alone that are not the question's, -1…1. */
  readonly whole: number;
  readonly rest: number;
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

/** Weaker likeness is chance. */
const LEAST = 0.3;

/** Reads sentences in English; others have no vectors, and no meaning is told. */
export function createSimilarityReader(asked: QueryTerms, type: AnswerType, language: string) {
  const vectors = openWordVectors();
  const size = asked.terms.length;
  const isRead = hasWordVectors(language);
  const places = asked.terms.map(({ word }) => vectors.find(word));
  const head = readTypeTerms(asked);
  const wanted = (head.length > 0 ? head.map(({ word }) => word) : (PROTOTYPES[type] ?? [])).flatMap(
    (word) => vectors.find(word) ?? [],
  );
  const question = new Float32Array(vectors.dimensions);
  for (const place of places) if (place !== undefined) addWord(question, vectors, place);
  const known = new Map<number, Float32Array | 'far'>();
  const held = new Float32Array(isRead ? vectors.dimensions : 0);

  /** By asked term, then by what is wanted, and last the best of all asked terms; most words are far from all of them. */
  function readLikeness(place: number): Float32Array | 'far' {
    const row = new Float32Array(size + 2);
    for (let index = 0; index < size; index += 1) {
      const other = places[index];
      if (other !== undefined) row[index] = ease(cosine(vectors, place, other));
      row[size + 1] = Math.max(row[size + 1] as number, row[index] as number);
    }
    for (const other of wanted) row[size] = Math.max(row[size] ?? 0, ease(cosine(vectors, place, other)));
    const likeness = (row[size] as number) > 0 || (row[size + 1] as number) > 0 ? row : 'far';
    known.set(place, likeness);
    return likeness;
  }

  const read = ({ meanings, sum }: TaggedSentence): SemanticSimilarity => {
    const nearest = new Array<number>(size).fill(0);
    const nearestPlaces = new Array<number>(size).fill(-1);
    held.fill(0);
    let [best, total, others] = [0, 0, 0];
    for (const { term, place, at } of meanings) {
      // The question's own words are held, not meant.
      if (asked.counting.has(term)) {
        addWord(held, vectors, place, -1);
        continue;
      }
      others += 1;
      const row = known.get(place) ?? readLikeness(place);
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
      places: nearestPlaces,
      wanted: best,
      usual: total / Math.max(1, others),
      whole: cosineOfSums(question, sum),
      rest: cosineOfSums(question, sum, held),
    };
  };
  /** Cosine of the question and several sentences together, -1…1. */
  const readTogether = (a: TaggedSentence, b: TaggedSentence | undefined) =>
    cosineOfSums(question, a.sum, b?.sum);
  /** By asked term, how uncommon the word is in the language at large, 0…1; 1 for a word without vector. */
  const uncommon = places.map((place) => (place === undefined ? 1 : vectors.rarityAt(place)));
  return Object.assign(read, { isRead, readTogether, uncommon });
}

function ease(value: number): number {
  return value <= LEAST ? 0 : (value - LEAST) / (1 - LEAST);
}
