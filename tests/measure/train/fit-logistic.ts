// Logistic regression with several inputs, by Newton's method (iteratively reweighted least squares).
import { Matrix, solve } from 'ml-matrix';
import { sigmoid } from '../../../src/engines/builtin/ranking/answerability.js';

const NEWTON_ROUNDS = 20;

/** The inputs of one question and whether the prediction should be positive. */
export interface LogisticRow {
  readonly values: readonly number[];
  readonly isPositive: boolean;
  readonly weight: number;
}

/** Log odds are the weighted sum of the inputs plus the bias. */
export interface LogisticModel {
  readonly weights: readonly number[];
  readonly bias: number;
}

/** @param ridge L2 penalty on the weights of the standardized inputs */
export function fitLogistic(rows: readonly LogisticRow[], ridge: number): LogisticModel {
  const size = rows[0]?.values.length ?? 0;
  const { means, deviations } = standardize(rows.map(({ values }) => values));
  const meanWeight = rows.reduce((sum, { weight }) => sum + weight, 0) / rows.length;
  let weights = new Array<number>(size + 1).fill(0);
  for (let round = 0; round < NEWTON_ROUNDS; round += 1) {
    const gradient = weights.map((weight, at) => (at < size ? ridge * weight : 0));
    const hessian = Matrix.diag(weights.map((_, at) => (at < size ? ridge : 1e-6)));
    for (const { values, isPositive, weight } of rows) {
      const inputs = [...values.map((value, at) => (value - (means[at] ?? 0)) / (deviations[at] ?? 1)), 1];
      const likely = sigmoid(inputs.reduce((sum, input, at) => sum + input * (weights[at] ?? 0), 0));
      const share = weight / meanWeight;
      for (let row = 0; row <= size; row += 1) {
        const input = inputs[row] ?? 0;
        gradient[row] = (gradient[row] ?? 0) + share * (likely - (isPositive ? 1 : 0)) * input;
        for (let column = 0; column <= size; column += 1) {
          const curvature = share * likely * (1 - likely) * input * (inputs[column] ?? 0);
          hessian.set(row, column, hessian.get(row, column) + curvature);
        }
      }
    }
    const step = solve(hessian, Matrix.columnVector(gradient)).getColumn(0);
    weights = weights.map((weight, at) => weight - (step[at] ?? 0));
  }
  const scaled = weights.slice(0, size).map((weight, at) => weight / (deviations[at] ?? 1));
  const offset = scaled.reduce((sum, weight, at) => sum + weight * (means[at] ?? 0), 0);
  return { weights: scaled, bias: (weights[size] ?? 0) - offset };
}

/** The mean and the standard deviation of each column. */
export function standardize(rows: readonly (readonly number[])[]): {
  readonly means: readonly number[];
  readonly deviations: readonly number[];
} {
  const size = rows[0]?.length ?? 0;
  const means = new Array<number>(size).fill(0);
  const squares = new Array<number>(size).fill(0);
  for (const row of rows) {
    for (const [at, value] of row.entries()) {
      means[at] = (means[at] ?? 0) + value / rows.length;
      squares[at] = (squares[at] ?? 0) + (value * value) / rows.length;
    }
  }
  const deviations = means.map((mean, at) => Math.sqrt(Math.max(0, (squares[at] ?? 0) - mean * mean)) + 1e-6);
  return { means, deviations };
}
