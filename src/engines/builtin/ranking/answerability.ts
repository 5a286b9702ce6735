// The answerability classifier: do the best sentences answer the question at all? It is independent of the
// ranking.

import { ENTITY_TYPES } from '../entities/entity-types.js';
import { FEATURES } from '../features/extract-features.js';
import { ANSWER_TYPES, type AnswerType } from '../question/answer-types.js';
import type { Scorable } from './linear-ranker.js';
import { type RegressionTree, sumTrees } from './regression-trees.js';

/** Log odds as a bias plus regression trees. */
interface Classifier {
  readonly bias: number;
  readonly trees: readonly RegressionTree[];
}

/** Two learned classifiers. A question is answerable only if both agree. */
export interface AnswerabilityModel {
  /** Whether the requested information is there at all. */
  readonly present: Classifier;
  /**
   * Whether it is consistent with the question, and not about something else, its opposite or another number.
   */
  readonly consistent: Classifier;
  /** Platt scaling from the joint log likelihood to log odds. */
  readonly scale: number;
  readonly bias: number;
}

/** The best sentence's share of the softmax mass is taken over this many sentences. */
const SOFTMAX_SENTENCES = 30;
/** Features of the score gaps, in addition to those of the best sentence and of the question. */
export const SCORE_GAP_FEATURES = [
  'bestScore',
  'margin',
  'marginToOtherParagraph',
  'topShare',
  'topParagraphShare',
  'secondScore',
  'thirdScore',
] as const;
/** Features whose maximum over the best three sentences is an input too. */
const BEST_OF_THREE = [
  'coverage',
  'softCoverage',
  'paragraphCoverage',
  'hasAnswerType',
  'answerTypeProximity',
  'semanticCoverage',
  'sentenceSimilarity',
  'answerTypeSimilarity',
  'density',
  'rarestMissing',
  'antonym',
  'otherNumber',
  'replaced',
] as const;
/** Features that identify an article instead of describing its content. The classifier doesn't see them. */
const ARTICLE_FEATURES = [
  'bestOther',
  'passageSimilarity',
  'passageTextScore',
  'paragraphSize',
  'positionInParagraph',
  'startsParagraph',
  'position',
  'isHeadline',
  'articleShare',
] as const;
const ARTICLE_FEATURE_INDICES = ARTICLE_FEATURES.map((name) => FEATURES.indexOf(name));
const BEST_OF_THREE_INDICES = BEST_OF_THREE.map((name) => FEATURES.indexOf(name));

/**
 * Builds the classifier's input.
 * @param ranked best first
 */
export function readAnswerabilityFeatures(
  ranked: readonly { readonly candidate: Scorable; readonly score: number }[],
  type: AnswerType,
  questionValues: ArrayLike<number>,
): Float64Array {
  const three = ranked.slice(0, 3);
  const [best, second, third] = three;
  if (!best) return new Float64Array(0);
  const { values, entityTypes, paragraph } = best.candidate;
  const own = Float64Array.from(values);
  for (const place of ARTICLE_FEATURE_INDICES) own[place] = 0;
  const other = ranked.find(({ candidate }) => candidate.paragraph !== paragraph);
  let [total, inParagraph] = [0, 0];
  for (const { candidate, score } of ranked.slice(0, SOFTMAX_SENTENCES)) {
    const weight = Math.exp(score - best.score);
    total += weight;
    if (candidate.paragraph === paragraph) inParagraph += weight;
  }
  const floor = best.score - 5;
  return Float64Array.from([
    ...own,
    ...ANSWER_TYPES.map((one) => (one === type ? 1 : 0)),
    ...ENTITY_TYPES.map((_, kind) => (entityTypes >>> kind) & 1),
    ...Array.from(questionValues),
    best.score,
    best.score - (second?.score ?? floor),
    best.score - (other?.score ?? floor),
    1 / total,
    inParagraph / total,
    second?.score ?? floor,
    third?.score ?? floor,
    ...BEST_OF_THREE_INDICES.map((place) =>
      Math.max(...three.map(({ candidate }) => candidate.values[place] ?? 0)),
    ),
  ]);
}

/** The calibrated probability that the question is answered, 0…1. */
export function predictAnswerability(
  features: Float64Array,
  { present, consistent, scale, bias }: AnswerabilityModel,
): number {
  return sigmoid(bias + scale * predictLogLikelihood(features, { present, consistent }));
}

/** Log likelihood that both classifiers agree. */
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
