// Platt scaling (1999, "Probabilistic Outputs for Support Vector Machines"): maps scores to probabilities.
import { sigmoid } from '../../../src/engines/builtin/ranking/answerability.js';

const NEWTON_ROUNDS = 12;

/** A score and whether the prediction was correct. */
interface Scored {
  readonly score: number;
  readonly isRight: boolean;
  /** Weight of the row. */
  readonly weight: number;
}

/** Fits log odds = `scale` × score + `bias`. */
export function fitPlatt(rows: readonly Scored[]): { readonly scale: number; readonly bias: number } {
  let scale = 0;
  let bias = 0;
  // Newton's method converges whatever the range of the scores.
  for (let round = 0; round < NEWTON_ROUNDS; round += 1) {
    let [slope, offset, curve, cross, curvature] = [0, 0, 0, 0, 0];
    for (const { score, isRight, weight } of rows) {
      const likely = sigmoid(scale * score + bias);
      const error = weight * (likely - (isRight ? 1 : 0));
      const spread = weight * likely * (1 - likely);
      slope += error * score;
      offset += error;
      curve += spread * score * score;
      cross += spread * score;
      curvature += spread;
    }
    const determinant = curve * curvature - cross * cross + 1e-9;
    scale -= (curvature * slope - cross * offset) / determinant;
    bias -= (curve * offset - cross * slope) / determinant;
  }
  return { scale: Number(scale.toPrecision(4)), bias: Number(bias.toPrecision(4)) };
}
