// Whether the best sentences answer the question at all: a judgement apart from which are best.
import { FEATURES } from './features/read.js';
import type { QuestionType } from './question-type.js';
import { readListFeatures, type Scorable } from './scoring.js';
import { addUp, type Tree } from './trees.js';

/** What was learned to judge by: log odds, as trees and a straight line over the best score. */
export interface ConfidenceModel {
  readonly bias: number;
  readonly trees: readonly Tree[];
}

/** Looked at beside the features of the best sentence and of the question. */
export const RACE_FEATURES = [
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
export function readConfidenceFeatures(
  ranked: readonly { readonly candidate: Scorable; readonly score: number }[],
  type: QuestionType,
  questionValues: ArrayLike<number>,
): Float64Array {
  const three = ranked.slice(0, 3);
  const [best, second, third] = three;
  if (!best) return new Float64Array(0);
  const [input = new Float64Array(0)] = readListFeatures(ranked.slice(0, 30), type);
  for (const place of PLACES_OF_ARTICLES) input[place] = 0;
  const other = ranked.find(({ candidate }) => candidate.paragraph !== best.candidate.paragraph);
  const powers = ranked.slice(0, 30).map(({ score }) => Math.exp(score - best.score));
  const total = powers.reduce((sum, power) => sum + power, 0);
  const inParagraph = powers.reduce(
    (sum, power, at) => sum + (ranked[at]?.candidate.paragraph === best.candidate.paragraph ? power : 0),
    0,
  );
  const least = best.score - 5;
  return Float64Array.from([
    ...input,
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
export function judge(features: Float64Array, { bias, trees }: ConfidenceModel): number {
  return logistic(bias + addUp(trees, features));
}

export function logistic(value: number): number {
  return 1 / (1 + Math.exp(-value));
}
