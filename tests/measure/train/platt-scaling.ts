// Platt's scaling (1999, "Probabilistic Outputs for Support Vector Machines"): from a score to how likely it is right.
import { sigmoid } from '../../../src/engines/builtin/ranking/answerability.js';

const NEWTON_ROUNDS = 12;

/** What a score is worth, and whether it was right. */
interface Scored {
  readonly score: number;
  readonly isRight: boolean;
  /** How much it counts. */
  readonly weight: number;
}

/** Log odds are `scale` × score + `bias`. */
export function fitPlatt(rows: readonly Scored[]): { readonly scale: number; readonly bias: number } {
  let scale = 0;
  let bias = 0;
  // Newton's method: scores may lie anywhere.
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
