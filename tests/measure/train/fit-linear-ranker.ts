// Fits the straight line that orders all sentences, by AdaGrad (Duchi et al. 2011) on a listwise loss.

import { ENTITY_TYPES } from '../../../src/engines/builtin/entities/entity-types.js';
import { FEATURES } from '../../../src/engines/builtin/features/extract-features.js';
import { ANSWER_TYPES } from '../../../src/engines/builtin/question/answer-types.js';
import {
  type LinearRankModel,
  scoreCandidate,
  scoreCandidates,
} from '../../../src/engines/builtin/ranking/linear-ranker.js';
import { createRandom } from '../report/statistics.js';
import { softmaxSlopes } from './softmax.js';
import type { Example, Weigh } from './training-example.js';

const EPOCHS = 14;
const RATE = 0.05;
const SHRINK = 1e-5;
/** Candidates kept of each question once the first round has told which matter. */
const KEPT = 40;
/** Rows whose means and spreads scale the features. */
const SCALED_ROWS = 20_000;

/** @param examples answerable, with a candidate that holds the answer */
export function fitLine(examples: readonly Example[], weigh: Weigh): LinearRankModel {
  const size = FEATURES.length;
  const { means, spreads } = scaleOf(examples);
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
    const rate = RATE * (1 - epoch / EPOCHS);
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
      const pushes = softmaxSlopes(
        scores,
        candidates.map(({ isGold }) => isGold),
      );
      const gradient = new Float64Array(size);
      const rowGradient = new Float64Array(ENTITY_TYPES.length);
      for (const [at, { values, kinds }] of candidates.entries()) {
        const push = pushes[at]?.first ?? 0;
        for (let feature = 0; feature < size; feature += 1)
          gradient[feature] =
            (gradient[feature] ?? 0) +
            (push * ((values[feature] ?? 0) - (means[feature] ?? 0))) / (spreads[feature] ?? 1);
        for (let kind = 0; kind < ENTITY_TYPES.length; kind += 1)
          if ((kinds >>> kind) & 1) rowGradient[kind] = (rowGradient[kind] ?? 0) + push;
      }
      const weight = weigh(example);
      step(weights, squares, gradient, weight, rate, SHRINK);
      step(row, rowSquares, rowGradient, weight, rate, SHRINK * 30);
    }
  }
  return {
    weights: unscale().map(round),
    table: table.map((row) => Array.from(row, round)),
  };

  function unscale(): number[] {
    return Array.from(weights, (weight, at) => weight / (spreads[at] ?? 1));
  }
}

/** The candidates that can still win, and those that should. */
function keepBest(example: Example, line: LinearRankModel): Example {
  const scored = scoreCandidates(example.candidates, example.type, line);
  return {
    ...example,
    candidates: scored.flatMap(({ candidate }, at) => (at < KEPT || candidate.isGold ? [candidate] : [])),
  };
}

function step(
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

function scaleOf(examples: readonly Example[]) {
  const size = FEATURES.length;
  const all = examples.flatMap(({ candidates }) => candidates);
  const every = Math.max(1, Math.floor(all.length / SCALED_ROWS));
  const sample = all.filter((_, at) => at % every === 0);
  const means = new Float64Array(size);
  const spreads = new Float64Array(size);
  for (let at = 0; at < size; at += 1) {
    for (const { values } of sample) means[at] = (means[at] ?? 0) + (values[at] ?? 0) / sample.length;
    for (const { values } of sample)
      spreads[at] = (spreads[at] ?? 0) + ((values[at] ?? 0) - (means[at] ?? 0)) ** 2 / sample.length;
    spreads[at] = Math.sqrt(spreads[at] ?? 0) + 0.02;
  }
  return { means, spreads };
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
