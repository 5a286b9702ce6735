// Features of what a sentence tells beyond the question: is a thing of the asked kind there, and near its words?

import type { CandidateSet } from '../candidates/candidate-set.js';
import { measureProximity } from '../candidates/term-matching.js';
import { bitOf, sentenceBitOf, WORD_ENTITY_TYPES } from '../entities/entity-types.js';
import type { AnswerType } from '../question/answer-types.js';

export const ANSWER_TYPE_FEATURES = [
  'askedThing',
  'askedThingCovered',
  'askedNear',
  'newWords',
  'newNames',
  'newNumbers',
] as const;

/** Kinds of word that each type of question asks for. */
const WANTED: Readonly<Record<AnswerType, number>> = {
  who: bitOf.name | bitOf.person,
  when: bitOf.year | bitOf.time | bitOf.number,
  where: bitOf.place,
  number: bitOf.number | bitOf.numberWord,
  money: bitOf.money,
  percent: bitOf.percent | bitOf.numberWord,
  duration: bitOf.duration,
  measure: bitOf.measure | bitOf.number,
  group: bitOf.group | bitOf.name,
  which: bitOf.name,
  ...{ why: 0, how: 0, quote: 0, define: 0, act: 0, what: 0, other: 0, feel: 0, deed: 0 },
};
/** Kinds of sentence likewise. */
const WANTED_SENTENCE: Partial<Record<AnswerType, number>> = {
  why: sentenceBitOf.reason | sentenceBitOf.purpose,
  quote: sentenceBitOf.quote,
  how: sentenceBitOf.manner,
  define: sentenceBitOf.definition,
  feel: sentenceBitOf.feeling,
};

/** @returns the features, and the bits of `KINDS` that the sentence holds beyond the question's own words */
export function readAnswerTypeFeatures(
  { asked, type, sentences }: CandidateSet,
  at: number,
): { readonly features: readonly number[]; readonly kinds: number } {
  const seen = sentences[at];
  if (!seen) return { features: [], kinds: 0 };
  const { sentence, hits, coverage } = seen;
  const wanted = WANTED[type];
  let kinds = sentence.sentenceKinds << WORD_ENTITY_TYPES.length;
  let newNames = 0;
  let newNumbers = 0;
  let near = 0;
  for (let place = 0; place < sentence.tokens.length; place += 1) {
    if ((hits.all[place] ?? -1) >= 0) continue;
    const bits = sentence.wordKinds[place] ?? 0;
    kinds |= bits;
    if (bits & bitOf.name) newNames += 1;
    if (bits & bitOf.number) newNumbers += 1;
    if (bits & wanted) near = Math.max(near, measureProximity(hits, place, asked));
  }
  const isThere = (kinds & wanted) !== 0 || (sentence.sentenceKinds & (WANTED_SENTENCE[type] ?? 0)) !== 0;
  let newWords = 0;
  for (const term of sentence.terms) if (!asked.counting.has(term)) newWords += 1;
  const features = [
    isThere ? 1 : 0,
    isThere ? coverage : 0,
    near,
    Math.min(1, newWords / 12),
    Math.min(1, newNames / 5),
    Math.min(1, newNumbers / 3),
  ];
  return { features, kinds };
}
