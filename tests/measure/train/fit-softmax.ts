// Multinomial logistic regression with an L2 penalty, by Adam on small batches (Kingma & Ba 2015).
import { softmax } from '../../../src/engines/builtin/message-kinds/classifier.js';
import { createRandom } from '../report/statistics.js';

const BATCH = 64;
const MEAN_DECAY = 0.9;
const SQUARE_DECAY = 0.999;
const SEED = 17;

/** An example: dense features, sparse features by position after them, and its class. */
export interface SoftmaxRow {
  readonly dense: ArrayLike<number>;
  readonly sparse: readonly (readonly [number, number])[];
  readonly label: number;
  readonly weight: number;
}

export interface SoftmaxOptions {
  readonly classes: number;
  readonly dense: number;
  readonly sparse: number;
  /** Penalty on the squared weights, per unit of example weight. Biases are free. */
  readonly ridge: number;
  readonly epochs: number;
  readonly learningRate: number;
}

/** @returns for each class its bias, dense and sparse weights */
export function fitSoftmax(rows: readonly SoftmaxRow[], options: SoftmaxOptions): readonly Float64Array[] {
  const { classes, dense, sparse, ridge, epochs, learningRate } = options;
  const size = 1 + dense + sparse;
  const make = () => Array.from({ length: classes }, () => new Float64Array(size));
  const [weights, gradients, means, squares] = [make(), make(), make(), make()];
  const random = createRandom(SEED);
  const order = rows.map((_, at) => at);
  const steps = epochs * Math.ceil(rows.length / BATCH);
  let step = 0;
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    shuffle(order, random);
    for (let from = 0; from < order.length; from += BATCH) {
      const batch = order.slice(from, from + BATCH);
      for (const gradient of gradients) gradient.fill(0);
      for (const at of batch) addGradient(rows[at] as SoftmaxRow, weights, gradients, dense);
      step += 1;
      const rate = learningRate * (1 - step / (steps + 1));
      const [meanScale, squareScale] = [1 - MEAN_DECAY ** step, 1 - SQUARE_DECAY ** step];
      for (let label = 0; label < classes; label += 1) {
        const [own, gradient] = [weights[label] as Float64Array, gradients[label] as Float64Array];
        const [mean, square] = [means[label] as Float64Array, squares[label] as Float64Array];
        for (let at = 0; at < size; at += 1) {
          const weight = own[at] as number;
          const slope = (gradient[at] as number) / batch.length + (at === 0 ? 0 : ridge * weight);
          const first = MEAN_DECAY * (mean[at] as number) + (1 - MEAN_DECAY) * slope;
          const second = SQUARE_DECAY * (square[at] as number) + (1 - SQUARE_DECAY) * slope * slope;
          mean[at] = first;
          square[at] = second;
          own[at] = weight - (rate * (first / meanScale)) / (Math.sqrt(second / squareScale) + 1e-8);
        }
      }
    }
  }
  return weights;
}

function addGradient(
  row: SoftmaxRow,
  weights: readonly Float64Array[],
  gradients: readonly Float64Array[],
  dense: number,
): void {
  const scores = weights.map((own) => {
    let score = own[0] as number;
    for (let at = 0; at < dense; at += 1) score += (own[1 + at] as number) * (row.dense[at] as number);
    for (const [at, value] of row.sparse) score += (own[1 + dense + at] as number) * value;
    return score;
  });
  for (const [label, share] of softmax(scores).entries()) {
    const error = row.weight * (share - (label === row.label ? 1 : 0));
    if (Math.abs(error) < 1e-6) continue;
    const gradient = gradients[label] as Float64Array;
    gradient[0] = (gradient[0] as number) + error;
    for (let at = 0; at < dense; at += 1) {
      gradient[1 + at] = (gradient[1 + at] as number) + error * (row.dense[at] as number);
    }
    for (const [at, value] of row.sparse) {
      gradient[1 + dense + at] = (gradient[1 + dense + at] as number) + error * value;
    }
  }
}

function shuffle(items: number[], random: () => number): void {
  for (let at = items.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [items[at], items[other]] = [items[other] as number, items[at] as number];
  }
}
