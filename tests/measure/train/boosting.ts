// Gradient-boosted regression trees (Friedman 2001, "Greedy Function Approximation: A Gradient Boosting
// Machine") on binned values, with second-order leaves and splits (Chen & Guestrin 2016, "XGBoost").
import type { RegressionTree } from '../../../src/engines/builtin/ranking/regression-trees.js';
import { createRandom } from '../report/statistics.js';

export interface BoostingOptions {
  readonly trees: number;
  /** Maximum number of splits from root to leaf. */
  readonly depth: number;
  /** Factor applied to each tree's leaf values. */
  readonly learningRate: number;
  /** Minimum sum of second derivatives in a leaf. */
  readonly minLeafWeight: number;
  /** L2 regularisation of the leaf values. */
  readonly ridge: number;
  /** Share of the columns available to each tree. */
  readonly columnShare: number;
  readonly seed: number;
}

/** Computes the first and second derivatives of the loss with respect to each row's score. */
export type LossGradient = (scores: Float64Array, first: Float64Array, second: Float64Array) => void;

const BINS = 32;
/** Rows sampled to choose the bin borders. */
const MAX_SAMPLED_ROWS = 20_000;

/**
 * Grows the trees one after the other.
 * @param columns values of each feature, by row
 * @param start initial scores. The trees' outputs are added in place
 */
export function growTrees(
  columns: readonly Float32Array[],
  start: Float64Array,
  slope: LossGradient,
  { trees, depth, learningRate, minLeafWeight, ridge, columnShare, seed }: BoostingOptions,
): readonly RegressionTree[] {
  const rows = start.length;
  const random = createRandom(seed);
  const borders = columns.map(findBinBorders);
  const binned = columns.map((column, at) => assignBins(column, borders[at] ?? []));
  const first = new Float64Array(rows);
  const second = new Float64Array(rows);
  const grown: RegressionTree[] = [];
  for (let count = 0; count < trees; count += 1) {
    slope(start, first, second);
    const usable = columns.flatMap((_, at) =>
      random() < columnShare && (borders[at]?.length ?? 0) > 0 ? [at] : [],
    );
    const tree: { features: number[]; borders: number[]; values: number[] } = {
      features: [],
      borders: [],
      values: [],
    };
    const size = 2 ** (depth + 1) - 1;
    for (let node = 0; node < size; node += 1) {
      tree.features.push(-1);
      tree.borders.push(0);
      tree.values.push(0);
    }
    let level = [{ node: 0, rows: Uint32Array.from({ length: rows }, (_, row) => row) }];
    for (let at = 0; at <= depth; at += 1) {
      const next: typeof level = [];
      for (const { node, rows: mine } of level) {
        let sumFirst = 0;
        let sumSecond = 0;
        for (const row of mine) {
          sumFirst += first[row] ?? 0;
          sumSecond += second[row] ?? 0;
        }
        const split = at < depth ? findSplit(mine, sumFirst, sumSecond, usable) : undefined;
        if (!split) {
          const value = (-learningRate * sumFirst) / (sumSecond + ridge);
          tree.values[node] = value;
          for (const row of mine) start[row] = (start[row] ?? 0) + value;
          continue;
        }
        tree.features[node] = split.feature;
        tree.borders[node] = borders[split.feature]?.[split.bin] ?? 0;
        const bins = binned[split.feature] as Uint8Array;
        const left = mine.filter((row) => (bins[row] ?? 0) <= split.bin);
        const right = mine.filter((row) => (bins[row] ?? 0) > split.bin);
        next.push({ node: 2 * node + 1, rows: left }, { node: 2 * node + 2, rows: right });
      }
      level = next;
    }
    grown.push(tree);
  }
  return grown;

  function findSplit(mine: Uint32Array, sumFirst: number, sumSecond: number, usable: readonly number[]) {
    const whole = (sumFirst * sumFirst) / (sumSecond + ridge);
    let best: { feature: number; bin: number; gain: number } | undefined;
    const firstOf = new Float64Array(BINS);
    const secondOf = new Float64Array(BINS);
    for (const feature of usable) {
      const bins = binned[feature] as Uint8Array;
      firstOf.fill(0);
      secondOf.fill(0);
      for (let at = 0; at < mine.length; at += 1) {
        const row = mine[at] as number;
        const bin = bins[row] as number;
        firstOf[bin] = (firstOf[bin] as number) + (first[row] as number);
        secondOf[bin] = (secondOf[bin] as number) + (second[row] as number);
      }
      let leftFirst = 0;
      let leftSecond = 0;
      for (let bin = 0; bin < (borders[feature]?.length ?? 0); bin += 1) {
        leftFirst += firstOf[bin] as number;
        leftSecond += secondOf[bin] as number;
        const rightSecond = sumSecond - leftSecond;
        if (leftSecond < minLeafWeight || rightSecond < minLeafWeight) continue;
        const rightFirst = sumFirst - leftFirst;
        const gain =
          (leftFirst * leftFirst) / (leftSecond + ridge) +
          (rightFirst * rightFirst) / (rightSecond + ridge) -
          whole;
        if (gain > 1e-9 && gain > (best?.gain ?? 0)) best = { feature, bin, gain };
      }
    }
    return best;
  }
}

/** Values that divide a column into bins of about the same number of rows. */
function findBinBorders(column: Float32Array): number[] {
  const step = Math.max(1, Math.floor(column.length / MAX_SAMPLED_ROWS));
  const sample = column.filter((_, row) => row % step === 0).sort();
  const borders = new Set<number>();
  for (let bin = 1; bin < BINS; bin += 1) {
    const at = Math.floor((bin * sample.length) / BINS);
    const value = sample[at] ?? 0;
    const below = sample[at - 1] ?? value;
    // Midpoints, rounded as in the weights file, so that training and prediction split the same way.
    borders.add(Number(((value + below) / 2).toPrecision(4)));
  }
  return [...borders].filter((border) => border < (sample.at(-1) ?? 0)).sort((a, b) => a - b);
}

function assignBins(column: Float32Array, borders: readonly number[]): Uint8Array {
  return Uint8Array.from(column, (value) => {
    let low = 0;
    let high = borders.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (value <= (borders[middle] ?? 0)) high = middle;
      else low = middle + 1;
    }
    return low;
  });
}
