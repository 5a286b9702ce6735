// Multinomial logistic regression with an L2 penalty, by Adam on small batches (Kingma & Ba 2015). Only the weights of
// features that a batch has are moved, so that sparse features cost little.
import { softmax } from '../../../src/engines/builtin/message-kinds/classifier.js';
import { createRandom } from '../report/statistics.js';

const BATCH = 64;
const MEAN_DECAY = 0.9;
const SQUARE_DECAY = 0.999;
const SEED = 17;

/** An example: dense features, sparse features by position after them, and its class. */
export interface SoftmaxRow {
  /** Empty: all are zero. */
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
  // The weights of a feature for all classes lie together.
  const [weights, gradients] = [new Float64Array(size * classes), new Float64Array(size * classes)];
  const [means, squares] = [new Float64Array(size * classes), new Float64Array(size * classes)];
  const random = createRandom(SEED);
  const order = rows.map((_, at) => at);
  const steps = epochs * Math.ceil(rows.length / BATCH);
  let step = 0;
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    shuffle(order, random);
    for (let from = 0; from < order.length; from += BATCH) {
      const batch = order.slice(from, from + BATCH).map((at) => featuresOf(rows[at] as SoftmaxRow, dense));
      const touched = new Set<number>();
      for (const { positions } of batch) for (const at of positions) touched.add(at);
      for (const row of batch) addGradient(row, weights, gradients, classes);
      step += 1;
      const rate = learningRate * (1 - step / (steps + 1));
      const [meanScale, squareScale] = [1 - MEAN_DECAY ** step, 1 - SQUARE_DECAY ** step];
      for (const feature of touched) {
        const penalty = feature === 0 ? 0 : ridge;
        for (let at = feature * classes; at < (feature + 1) * classes; at += 1) {
          const weight = weights[at] as number;
          const slope = (gradients[at] as number) / batch.length + penalty * weight;
          gradients[at] = 0;
          const first = MEAN_DECAY * (means[at] as number) + (1 - MEAN_DECAY) * slope;
          const second = SQUARE_DECAY * (squares[at] as number) + (1 - SQUARE_DECAY) * slope * slope;
          means[at] = first;
          squares[at] = second;
          weights[at] = weight - (rate * (first / meanScale)) / (Math.sqrt(second / squareScale) + 1e-8);
        }
      }
    }
  }
  return Array.from({ length: classes }, (_, label) =>
    Float64Array.from({ length: size }, (_none, at) => weights[at * classes + label] as number),
  );
}

interface Features {
  readonly positions: Int32Array;
  readonly values: Float64Array;
  readonly label: number;
  readonly weight: number;
}

/** All features of a row in one list, the bias first. */
function featuresOf({ dense, sparse, label, weight }: SoftmaxRow, denseSize: number): Features {
  const count = 1 + dense.length + sparse.length;
  const [positions, values] = [new Int32Array(count), new Float64Array(count)];
  values[0] = 1;
  for (let at = 0; at < dense.length; at += 1) {
    positions[1 + at] = 1 + at;
    values[1 + at] = dense[at] as number;
  }
  for (const [index, [at, value]] of sparse.entries()) {
    positions[1 + dense.length + index] = 1 + denseSize + at;
    values[1 + dense.length + index] = value;
  }
  return { positions, values, label, weight };
}

function addGradient(
  { positions, values, label, weight }: Features,
  weights: Float64Array,
  gradients: Float64Array,
  classes: number,
): void {
  const scores = new Array<number>(classes).fill(0);
  for (let index = 0; index < positions.length; index += 1) {
    const [from, value] = [(positions[index] as number) * classes, values[index] as number];
    for (let one = 0; one < classes; one += 1) {
      scores[one] = (scores[one] as number) + value * (weights[from + one] as number);
    }
  }
  const errors = softmax(scores).map((share, one) => weight * (share - (one === label ? 1 : 0)));
  for (let index = 0; index < positions.length; index += 1) {
    const [from, value] = [(positions[index] as number) * classes, values[index] as number];
    for (let one = 0; one < classes; one += 1) {
      gradients[from + one] = (gradients[from + one] as number) + value * (errors[one] as number);
    }
  }
}

function shuffle(items: number[], random: () => number): void {
  for (let at = items.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [items[at], items[other]] = [items[other] as number, items[at] as number];
  }
}
