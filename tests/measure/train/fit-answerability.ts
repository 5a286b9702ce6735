// Trains the answerability classifier.
import {
  type AnswerabilityModel,
  predictLogLikelihood,
  readAnswerabilityFeatures,
  sigmoid,
} from '../../../src/engines/builtin/ranking/answerability.js';
import { type BoostingOptions, growTrees } from './boosting.js';
import { fitPlatt } from './platt-scaling.js';
import {
  type Example,
  type ExampleKind,
  type ExampleWeight,
  type Ranked,
  weighBySet,
} from './training-example.js';

const TREE_OPTIONS: BoostingOptions = {
  trees: 120,
  depth: 3,
  learningRate: 0.08,
  minLeafWeight: 6,
  ridge: 8,
  columnShare: 0.35,
  seed: 2,
};
/**
 * Weights of each kind of question, for each classifier and for the calibration of both. 0 leaves a kind out.
 */
type KindWeights = Readonly<Record<ExampleKind, number>>;
const PRESENT_WEIGHTS: KindWeights = {
  answerable: 1,
  foreign: 1,
  removed: 0.4,
  unanswerable: 0,
  misleading: 0,
};
const CONSISTENT_WEIGHTS: KindWeights = {
  answerable: 1,
  foreign: 0,
  removed: 0,
  unanswerable: 1.2,
  misleading: 1.2,
};
const CALIBRATION_WEIGHTS: KindWeights = {
  answerable: 1,
  foreign: 0.8,
  removed: 0.4,
  unanswerable: 1.2,
  misleading: 0.4,
};
/** Limits how much a few questions of a kind can be weighted up. */
const MAX_KIND_SHARE = 3;

/**
 * Within each article, the questions of a kind weigh as much in total as its answerable ones, times the
 * kind's weight. Otherwise the classifier would learn to recognise articles whose questions are all
 * answerable.
 */
function weighByArticle(examples: readonly Example[], kindWeights: KindWeights): ExampleWeight {
  const weighSet = weighBySet(examples.filter(({ kind }) => kind === 'answerable'));
  const sizes = new Map<string, number>();
  const keyOf = ({ set, article }: Example, kind: ExampleKind) => `${set} ${article} ${kind}`;
  for (const example of examples) {
    const key = keyOf(example, example.kind);
    sizes.set(key, (sizes.get(key) ?? 0) + 1);
  }
  return (example) => {
    const share =
      (sizes.get(keyOf(example, 'answerable')) ?? 0) / (sizes.get(keyOf(example, example.kind)) ?? 1);
    return weighSet(example) * kindWeights[example.kind] * Math.min(MAX_KIND_SHARE, share);
  };
}

interface Row {
  readonly input: Float64Array;
  readonly isAnswerable: boolean;
  readonly weight: number;
}

export function fitAnswerability(parts: readonly Ranked[]): AnswerabilityModel {
  const usable = parts.filter(({ ranked }) => ranked.length > 0);
  const inputs = usable.map(({ example, ranked }) =>
    readAnswerabilityFeatures(ranked, example.type, example.questionValues),
  );
  const rowsOf = (kindWeights: KindWeights): readonly Row[] => {
    const weigh = weighByArticle(
      usable.map(({ example }) => example),
      kindWeights,
    );
    return usable.flatMap(({ example }, at) => {
      const weight = weigh(example);
      const row = {
        input: inputs[at] ?? new Float64Array(),
        weight,
        isAnswerable: example.kind === 'answerable',
      };
      return weight > 0 ? [row] : [];
    });
  };
  const present = fitTrees(rowsOf(PRESENT_WEIGHTS));
  const consistent = fitTrees(rowsOf(CONSISTENT_WEIGHTS));
  const scored = rowsOf(CALIBRATION_WEIGHTS).map(({ input, isAnswerable, weight }) => ({
    ...{ isRight: isAnswerable, weight },
    score: predictLogLikelihood(input, { present, consistent }),
  }));
  return { present, consistent, ...fitPlatt(scored) };
}

function fitTrees(rows: readonly Row[]): AnswerabilityModel['present'] {
  let [right, whole] = [0, 0];
  for (const { weight, isAnswerable } of rows) {
    whole += weight;
    if (isAnswerable) right += weight;
  }
  const bias = Number(Math.log(right / (whole - right)).toPrecision(4));
  const trees = growTrees(
    columnsOf(rows.map(({ input }) => input)),
    new Float64Array(rows.length).fill(bias),
    (scores, first, second) => {
      for (const [at, { weight, isAnswerable }] of rows.entries()) {
        const likely = sigmoid(scores[at] ?? 0);
        first[at] = weight * (likely - (isAnswerable ? 1 : 0));
        second[at] = weight * Math.max(1e-6, likely * (1 - likely));
      }
    },
    TREE_OPTIONS,
  );
  return { bias, trees };
}

function columnsOf(rows: readonly Float64Array[]): readonly Float32Array[] {
  const size = rows[0]?.length ?? 0;
  return Array.from({ length: size }, (_, at) => Float32Array.from(rows, (row) => row[at] ?? 0));
}
