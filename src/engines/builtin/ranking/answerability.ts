// Whether the best sentences answer the question at all: a judgement apart from which are best.

import { ENTITY_TYPES } from '../entities/entity-types.js';
import { FEATURES } from '../features/extract-features.js';
import { ANSWER_TYPES, type AnswerType } from '../question/answer-types.js';
import type { Scorable } from './linear-ranker.js';
import { type RegressionTree, sumTrees } from './regression-trees.js';

/** Log odds, as trees on top of a bias. */
interface Classifier {
  readonly bias: number;
  readonly trees: readonly RegressionTree[];
}

/** What was learned to judge by: two judgements, both of which must hold. */
export interface AnswerabilityModel {
  /** Whether what is asked for is there at all. */
  readonly present: Classifier;
  /** Whether what is there is what is asked: not the same of another, its opposite or another number. */
  readonly consistent: Classifier;
  /** From the log of both together to log odds. */
  readonly scale: number;
  readonly bias: number;
}

/** Sentences among which the best one's share is taken. */
const LOOKED_AT = 30;
/** Looked at beside the features of the best sentence and of the question. */
export const SCORE_GAP_FEATURES = [
  'bestScore',
  'margin',
  'marginToOtherParagraph',
  'certainty',
  'certaintyOfParagraph',
  'second',
  'third',
] as const;
/** Features of which the best of three sentences is looked at too. */
const BEST_OF_THREE = [
  'coverage',
  'softCoverage',
  'paragraphCoverage',
  'askedThing',
  'askedNear',
  'meaningCoverage',
  'wholeMeaning',
  'wantedMeaning',
  'density',
  'worstMissing',
  'opposite',
  'otherNumber',
  'replaced',
] as const;
/** Tell articles from one another rather than what they say, and so are not looked at. */
const OF_ARTICLES = [
  'bestOther',
  'passageSimilarity',
  'passageText',
  'paragraphSize',
  'placeInParagraph',
  'startsParagraph',
  'position',
  'isHead',
  'articleShare',
] as const;
const PLACES_OF_ARTICLES = OF_ARTICLES.map((name) => FEATURES.indexOf(name));
const PLACES_OF_THREE = BEST_OF_THREE.map((name) => FEATURES.indexOf(name));

/** @param ranked best first */
export function readAnswerabilityFeatures(
  ranked: readonly { readonly candidate: Scorable; readonly score: number }[],
  type: AnswerType,
  questionValues: ArrayLike<number>,
): Float64Array {
  const three = ranked.slice(0, 3);
  const [best, second, third] = three;
  if (!best) return new Float64Array(0);
  const { values, kinds, paragraph } = best.candidate;
  const own = Float64Array.from(values);
  for (const place of PLACES_OF_ARTICLES) own[place] = 0;
  const other = ranked.find(({ candidate }) => candidate.paragraph !== paragraph);
  let [total, inParagraph] = [0, 0];
  for (const { candidate, score } of ranked.slice(0, LOOKED_AT)) {
    const power = Math.exp(score - best.score);
    total += power;
    if (candidate.paragraph === paragraph) inParagraph += power;
  }
  const least = best.score - 5;
  return Float64Array.from([
    ...own,
    ...ANSWER_TYPES.map((one) => (one === type ? 1 : 0)),
    ...ENTITY_TYPES.map((_, kind) => (kinds >>> kind) & 1),
    ...Array.from(questionValues),
    best.score,
    best.score - (second?.score ?? least),
    best.score - (other?.score ?? least),
    1 / total,
    inParagraph / total,
    second?.score ?? least,
    third?.score ?? least,
    ...PLACES_OF_THREE.map((place) =>
      Math.max(...three.map(({ candidate }) => candidate.values[place] ?? 0)),
    ),
  ]);
}

/** 0…1 */
export function predictAnswerability(
  features: Float64Array,
  { present, consistent, scale, bias }: AnswerabilityModel,
): number {
  return sigmoid(bias + scale * predictLogLikelihood(features, { present, consistent }));
}

/** The log of how likely both judgements hold. */
export function predictLogLikelihood(
  features: Float64Array,
  { present, consistent }: Pick<AnswerabilityModel, 'present' | 'consistent'>,
): number {
  return [present, consistent].reduce(
    (sum, { bias, trees }) => sum + Math.log(sigmoid(bias + sumTrees(trees, features))),
    0,
  );
}

export function sigmoid(value: number): number {
  return 1 / (1 + Math.exp(-value));
}
