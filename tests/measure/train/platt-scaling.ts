// Platt scaling (1999, "Probabilistic Outputs for Support Vector Machines"): maps scores to probabilities.
import { sigmoid } from '../../../src/engines/builtin/ranking/answerability.js';

const NEWTON_ROUNDS = 30;
/** How often a step that makes the fit worse is halved. */
const MAX_HALVINGS = 20;

/** A score and whether the prediction was correct. */
interface Scored {
  readonly score: number;
  readonly isRight: boolean;
  /** Weight of the row. */
  readonly weight: number;
}

/** Fits log odds = `scale` × score + `bias`, by Newton's method. */
export function fitPlatt(rows: readonly Scored[]): { readonly scale: number; readonly bias: number } {
  let fit = { scale: 0, bias: 0 };
  let loss = lossOf(rows, fit);
  for (let round = 0; round < NEWTON_ROUNDS; round += 1) {
    const step = newtonStep(rows, fit);
    // A full step can overshoot where most rows are already certain.
    const next = Array.from({ length: MAX_HALVINGS }, (_, halvings) => ({
      scale: fit.scale - step.scale / 2 ** halvings,
      bias: fit.bias - step.bias / 2 ** halvings,
    })).find((candidate) => lossOf(rows, candidate) < loss);
    if (!next) break;
    fit = next;
    loss = lossOf(rows, fit);
  }
  return { scale: Number(fit.scale.toPrecision(4)), bias: Number(fit.bias.toPrecision(4)) };
}

function newtonStep(
  rows: readonly Scored[],
  { scale, bias }: { readonly scale: number; readonly bias: number },
): { readonly scale: number; readonly bias: number } {
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
  return {
    scale: (curvature * slope - cross * offset) / determinant,
    bias: (curve * offset - cross * slope) / determinant,
  };
}

/** Negative log likelihood. */
function lossOf(
  rows: readonly Scored[],
  { scale, bias }: { readonly scale: number; readonly bias: number },
): number {
  return rows.reduce((sum, { score, isRight, weight }) => {
    const odds = scale * score + bias;
    return (
      sum + weight * Math.log1p(Math.exp(-Math.abs(odds))) + weight * Math.max(0, isRight ? -odds : odds)
    );
  }, 0);
}
