// Features of the information a sentence adds: does it contain an entity of the answer type, close to the
// query terms?

import type { CandidateSet } from '../candidates/candidate-set.js';
import { measureProximity } from '../candidates/term-matching.js';
import { bitOf, sentenceBitOf, WORD_ENTITY_TYPES } from '../entities/entity-types.js';
import type { AnswerType } from '../question/answer-types.js';

export const ANSWER_TYPE_FEATURES = [
  'hasAnswerType',
  'answerTypeCoverage',
  'answerTypeProximity',
  'newWords',
  'newNames',
  'newNumbers',
] as const;

/** Entity types of words that can answer each type of question. */
const WORD_TYPES_BY_ANSWER_TYPE: Readonly<Record<AnswerType, number>> = {
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
  ...{ why: 0, how: 0, quote: 0, definition: 0, action: 0, what: 0, other: 0, feeling: 0, event: 0 },
};
/** More types that can answer, which the learned features don't count: "almost four minutes". */
const LOOSE_TYPES_BY_ANSWER_TYPE: Partial<Record<AnswerType, number>> = {
  measure: bitOf.numberWord | bitOf.duration,
  duration: bitOf.measure | bitOf.number | bitOf.numberWord | bitOf.time,
  where: bitOf.name,
  who: bitOf.group | bitOf.fullName,
};
/** The same for types of sentences. */
const SENTENCE_TYPES_BY_ANSWER_TYPE: Partial<Record<AnswerType, number>> = {
  why: sentenceBitOf.reason | sentenceBitOf.purpose,
  quote: sentenceBitOf.quote,
  how: sentenceBitOf.manner,
  definition: sentenceBitOf.definition,
  feeling: sentenceBitOf.feeling,
};

/** Bits of the entity types that can answer such a question; 0 if none does. */
export function readAnswerEntityTypes(type: AnswerType): number {
  return WORD_TYPES_BY_ANSWER_TYPE[type] | (LOOSE_TYPES_BY_ANSWER_TYPE[type] ?? 0);
}

/**
 * @returns the features, and the bits of `ENTITY_TYPES` that the sentence adds to the question's own words
 */
export function readAnswerTypeFeatures(
  { query, type, sentences }: CandidateSet,
  at: number,
): {
  readonly features: readonly number[];
  readonly entityTypes: number;
  /** Unset if no type of entity answers such a question. */
  readonly hasAnswerType: boolean | undefined;
} {
  const candidate = sentences[at];
  if (!candidate) return { features: [], entityTypes: 0, hasAnswerType: undefined };
  const { sentence, hits, coverage } = candidate;
  const wantedTypes = WORD_TYPES_BY_ANSWER_TYPE[type];
  let entityTypes = sentence.sentenceTypes << WORD_ENTITY_TYPES.length;
  let newNames = 0;
  let newNumbers = 0;
  let proximity = 0;
  for (let place = 0; place < sentence.tokens.length; place += 1) {
    if ((hits.termByToken[place] ?? -1) >= 0) continue;
    const bits = sentence.wordTypes[place] ?? 0;
    entityTypes |= bits;
    if (bits & bitOf.name) newNames += 1;
    if (bits & bitOf.number) newNumbers += 1;
    if (bits & wantedTypes) proximity = Math.max(proximity, measureProximity(hits, place, query));
  }
  const hasAnswerType =
    (entityTypes & wantedTypes) !== 0 ||
    (sentence.sentenceTypes & (SENTENCE_TYPES_BY_ANSWER_TYPE[type] ?? 0)) !== 0;
  let newWords = 0;
  for (const term of sentence.terms) if (!query.matchByTerm.has(term)) newWords += 1;
  const features = [
    hasAnswerType ? 1 : 0,
    hasAnswerType ? coverage : 0,
    proximity,
    Math.min(1, newWords / 12),
    Math.min(1, newNames / 5),
    Math.min(1, newNumbers / 3),
  ];
  const isChecked = wantedTypes !== 0 || SENTENCE_TYPES_BY_ANSWER_TYPE[type] !== undefined;
  // The first word of a sentence has a capital anyway, so it isn't tagged as a name, though it may be one.
  const mayName =
    type === 'who' &&
    sentence.tokens.some(
      ({ isStop, word }, place) => word.isCapital && !isStop && (hits.termByToken[place] ?? -1) < 0,
    );
  const isLoose = mayName || (entityTypes & (LOOSE_TYPES_BY_ANSWER_TYPE[type] ?? 0)) !== 0;
  return { features, entityTypes, hasAnswerType: isChecked ? hasAnswerType || isLoose : undefined };
}
