// Features of what a sentence says otherwise than the question: most of all for telling that an article does not say.

import { type CandidateSentence, type CandidateSet, MATCH_THRESHOLD } from '../candidates/candidate-set.js';
import { bitOf } from '../entities/entity-types.js';

export const MISMATCH_FEATURES = [
  'opposite',
  'anyOpposite',
  'missingNumber',
  'otherNumber',
  'replaced',
  'replacedName',
] as const;

/** A word as near in meaning is no other. */
const LIKE = 0.4;
/** No term's index. */
const NONE = -1;

const NUMBER = bitOf.number | bitOf.numberWord;

export function readMismatchFeatures(overview: CandidateSet, at: number): readonly number[] {
  const { asked, sentences } = overview;
  const seen = sentences[at];
  if (!seen) return [];
  const { sentence, level, hits } = seen;
  let [opposite, anyOpposite, missingNumber] = [0, 0, 0];
  for (let index = 0; index < asked.terms.length; index += 1) {
    const { opposites = [], isNumber = false } = asked.terms[index] ?? {};
    const isMissing = (level.held[index] ?? 0) < MATCH_THRESHOLD;
    if (opposites.some((term) => sentence.terms.has(term))) {
      anyOpposite = 1;
      if (isMissing) opposite = 1;
    }
    if (isNumber && isMissing) missingNumber = 1;
  }
  const hasOther =
    missingNumber === 1 &&
    hits.all.some((hit, place) => hit < 0 && ((sentence.wordKinds[place] ?? 0) & NUMBER) !== 0);
  return [opposite, anyOpposite, missingNumber, hasOther ? 1 : 0, ...readReplaced(overview, seen)];
}

/**
 * Shares of the question's rarity, of all words and of names, that another word stands in place of: "theory of gravity"
 * where "theory of relativity" is asked about.
 */
function readReplaced(
  { asked, weigh }: CandidateSet,
  { sentence, hits, level, meaning }: CandidateSentence,
): readonly number[] {
  const { sequence, terms } = asked;
  if (hits.terms.length === 0) return [0, 0];
  const isHeld = (index: number) => index >= 0 && (level.held[index] ?? 0) >= MATCH_THRESHOLD;
  const replaced = new Array<number>(terms.length).fill(0);
  let before = NONE;
  for (const [at, index] of sequence.entries()) {
    if (isHeld(index)) before = index;
    if (index < 0 || isHeld(index) || (meaning.nearest[index] ?? 0) > LIKE) continue;
    const after = sequence.find((other, place) => place > at && isHeld(other)) ?? NONE;
    const isName = terms[index]?.isName === true;
    const isOther = (place: number) =>
      (hits.all[place] ?? 0) < 0 &&
      sentence.tokens[place]?.isStop === false &&
      (!isName || ((sentence.wordKinds[place] ?? 0) & (bitOf.name | bitOf.number)) !== 0);
    const isNext = (place: number, step: number) => isOther(place + step) || isOther(place + 2 * step);
    const isBeside = (neighbour: number, step: number) =>
      neighbour !== NONE &&
      hits.terms.some(({ index: held, place }) => held === neighbour && isNext(place, step));
    replaced[index] = (isBeside(before, 1) ? 0.5 : 0) + (isBeside(after, -1) ? 0.5 : 0);
  }
  return [
    weigh((index) => replaced[index] ?? 0),
    weigh((index) => (terms[index]?.isName ? (replaced[index] ?? 0) : 0)),
  ];
}
