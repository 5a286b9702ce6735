// Features of contradictions between sentence and question. They matter most for detecting unanswerable
// questions.

import { type CandidateSentence, type CandidateSet, MATCH_THRESHOLD } from '../candidates/candidate-set.js';
import { bitOf } from '../entities/entity-types.js';

export const MISMATCH_FEATURES = [
  'antonym',
  'anyAntonym',
  'missingNumber',
  'otherNumber',
  'replaced',
  'replacedName',
] as const;

/** From this similarity on, a different word counts as a synonym and not as a replacement. */
const SYNONYM_SIMILARITY = 0.4;
/** Stands for no query term. */
const NONE = -1;

const NUMBER = bitOf.number | bitOf.numberWord;

export function readMismatchFeatures(candidateSet: CandidateSet, at: number): readonly number[] {
  const { query, sentences } = candidateSet;
  const candidate = sentences[at];
  if (!candidate) return [];
  const { sentence, termWeights, hits } = candidate;
  let [antonym, anyAntonym, missingNumber] = [0, 0, 0];
  for (let index = 0; index < query.terms.length; index += 1) {
    const { antonyms = [], isNumber = false } = query.terms[index] ?? {};
    const isMissing = (termWeights.matched[index] ?? 0) < MATCH_THRESHOLD;
    if (antonyms.some((term) => sentence.terms.has(term))) {
      anyAntonym = 1;
      if (isMissing) antonym = 1;
    }
    if (isNumber && isMissing) missingNumber = 1;
  }
  const hasOther =
    missingNumber === 1 &&
    hits.termByToken.some((hit, place) => hit < 0 && ((sentence.wordTypes[place] ?? 0) & NUMBER) !== 0);
  return [
    antonym,
    anyAntonym,
    missingNumber,
    hasOther ? 1 : 0,
    ...readReplacedShares(candidateSet, candidate),
  ];
}

/**
 * Shares of the query's idf, for all words and for names, where the sentence has a different word in the same
 * position: "theory of gravity" when the question is about the "theory of relativity".
 */
function readReplacedShares(
  { query, weigh }: CandidateSet,
  { sentence, hits, termWeights, semantic }: CandidateSentence,
): readonly number[] {
  const { sequence, terms } = query;
  if (hits.terms.length === 0) return [0, 0];
  const isMatched = (index: number) => index >= 0 && (termWeights.matched[index] ?? 0) >= MATCH_THRESHOLD;
  const replaced = new Array<number>(terms.length).fill(0);
  let before = NONE;
  for (const [at, index] of sequence.entries()) {
    if (isMatched(index)) before = index;
    if (index < 0 || isMatched(index) || (semantic.nearest[index] ?? 0) > SYNONYM_SIMILARITY) continue;
    const after = sequence.find((other, place) => place > at && isMatched(other)) ?? NONE;
    const isName = terms[index]?.isName === true;
    const isOther = (place: number) =>
      (hits.termByToken[place] ?? 0) < 0 &&
      sentence.tokens[place]?.isStop === false &&
      (!isName || ((sentence.wordTypes[place] ?? 0) & (bitOf.name | bitOf.number)) !== 0);
    const isNext = (place: number, step: number) => isOther(place + step) || isOther(place + 2 * step);
    const isReplacedBeside = (neighbour: number, step: number) =>
      neighbour !== NONE &&
      hits.terms.some(({ index: matched, place }) => matched === neighbour && isNext(place, step));
    replaced[index] = (isReplacedBeside(before, 1) ? 0.5 : 0) + (isReplacedBeside(after, -1) ? 0.5 : 0);
  }
  return [
    weigh((index) => replaced[index] ?? 0),
    weigh((index) => (terms[index]?.isName ? (replaced[index] ?? 0) : 0)),
  ];
}
