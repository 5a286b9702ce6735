// Trains the linear ranker with AdaGrad (Duchi et al. 2011) on a listwise loss.

import { ENTITY_TYPES } from '../../../src/engines/builtin/entities/entity-types.js';
import { FEATURES } from '../../../src/engines/builtin/features/extract-features.js';
import { ANSWER_TYPES } from '../../../src/engines/builtin/question/answer-types.js';
import {
  type LinearRankModel,
  scoreCandidate,
  scoreCandidates,
} from '../../../src/engines/builtin/ranking/linear-ranker.js';
import { createRandom } from '../report/statistics.js';
import { softmaxGradient } from './softmax.js';
import type { Example, ExampleWeight } from './training-example.js';

const EPOCHS = 14;
const LEARNING_RATE = 0.05;
const L2_PENALTY = 1e-5;
/** Candidates per question after the first epoch has shown which ones matter. */
const MAX_CANDIDATES = 40;
/** Rows sampled for the mean and standard deviation of each feature. */
const MAX_SCALING_ROWS = 20_000;

/** @param examples answerable, with at least one gold candidate */
export function fitLinearRanker(examples: readonly Example[], weigh: ExampleWeight): LinearRankModel {
  const size = FEATURES.length;
  const { means, deviations } = measureScale(examples);
  const weights = new Float64Array(size);
  const squares = new Float64Array(size).fill(1e-6);
  const table = ANSWER_TYPES.map(() => new Float64Array(ENTITY_TYPES.length));
  const tableSquares = ANSWER_TYPES.map(() => new Float64Array(ENTITY_TYPES.length).fill(1e-4));
  const random = createRandom(1);
  let order = [...examples];
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    if (epoch === 1)
      order = order.map((example) =>
        keepBest(example, { weights: unscale(), table: table.map((row) => Array.from(row)) }),
      );
    shuffle(order, random);
    const rate = LEARNING_RATE * (1 - epoch / EPOCHS);
    for (const example of order) {
      const { candidates, type } = example;
      const typeAt = ANSWER_TYPES.indexOf(type);
      const row = table[typeAt] ?? new Float64Array();
      const rowSquares = tableSquares[typeAt] ?? new Float64Array();
      const scaled = {
        weights: unscale(),
        table: ANSWER_TYPES.map((_, at) => (at === typeAt ? Array.from(row) : [])),
      };
      const scores = candidates.map((candidate) => scoreCandidate(candidate, type, scaled));
      const slopes = softmaxGradient(
        scores,
        candidates.map(({ isGold }) => isGold),
      );
      const gradient = new Float64Array(size);
      const rowGradient = new Float64Array(ENTITY_TYPES.length);
      for (const [at, { values, entityTypes }] of candidates.entries()) {
        const push = slopes[at]?.first ?? 0;
        for (let feature = 0; feature < size; feature += 1)
          gradient[feature] =
            (gradient[feature] ?? 0) +
            (push * ((values[feature] ?? 0) - (means[feature] ?? 0))) / (deviations[feature] ?? 1);
        for (let kind = 0; kind < ENTITY_TYPES.length; kind += 1)
          if ((entityTypes >>> kind) & 1) rowGradient[kind] = (rowGradient[kind] ?? 0) + push;
      }
      const weight = weigh(example);
      updateWeights(weights, squares, gradient, weight, rate, L2_PENALTY);
      updateWeights(row, rowSquares, rowGradient, weight, rate, L2_PENALTY * 30);
    }
  }
  return {
    weights: unscale().map(round),
    table: table.map((row) => Array.from(row, round)),
  };

  function unscale(): number[] {
    return Array.from(weights, (weight, at) => weight / (deviations[at] ?? 1));
  }
}

/** Keeps the highest-scored candidates and the gold ones. */
function keepBest(example: Example, model: LinearRankModel): Example {
  const scored = scoreCandidates(example.candidates, example.type, model);
  return {
    ...example,
    candidates: scored.flatMap(({ candidate }, at) =>
      at < MAX_CANDIDATES || candidate.isGold ? [candidate] : [],
    ),
  };
}

function updateWeights(
  weights: Float64Array,
  squares: Float64Array,
  gradient: Float64Array,
  weight: number,
  rate: number,
  shrink: number,
) {
  for (let at = 0; at < weights.length; at += 1) {
    const slope = weight * (gradient[at] ?? 0) + shrink * (weights[at] ?? 0);
    squares[at] = (squares[at] ?? 0) + slope * slope;
    weights[at] = (weights[at] ?? 0) - (rate * slope) / Math.sqrt(squares[at] ?? 1);
  }
}

function measureScale(examples: readonly Example[]) {
  const size = FEATURES.length;
  const all = examples.flatMap(({ candidates }) => candidates);
  const every = Math.max(1, Math.floor(all.length / MAX_SCALING_ROWS));
  const sample = all.filter((_, at) => at % every === 0);
  const means = new Float64Array(size);
  const deviations = new Float64Array(size);
  for (let at = 0; at < size; at += 1) {
    for (const { values } of sample) means[at] = (means[at] ?? 0) + (values[at] ?? 0) / sample.length;
    for (const { values } of sample)
      deviations[at] = (deviations[at] ?? 0) + ((values[at] ?? 0) - (means[at] ?? 0)) ** 2 / sample.length;
    deviations[at] = Math.sqrt(deviations[at] ?? 0) + 0.02;
  }
  return { means, deviations };
}

function shuffle<T>(items: T[], random: () => number): void {
  for (let at = items.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [items[at], items[other]] = [items[other] as T, items[at] as T];
  }
}

function round(value: number): number {
  return Number(value.toPrecision(4));
}
