// The learned weights, written by `npm run train:combination`. docs/model-card.md describes the training data.
import type { CombinationModel } from './combine.js';

export const COMBINATION: CombinationModel = {
  order: [1.066, 0.25, -1.5, 1.2],
  relevance: { scale: 1, bias: 0 },
  answerability: { weights: [0.9, 0.36, 0, 0, 0, 0], bias: 0.5 },
  threshold: 0.134,
};
