// Learned numbers, apart from what they weigh. `npm run calibrate` prints them anew; docs/evaluation.md has the card.

/** Weights of `FEATURES`, in their order. */
export const RANK_WEIGHTS: readonly number[] = [
  4.242, 1.299, 3.936, 1.656, -0.113, 0.811, 3.429, 3.492, 2.927, -0.968, -1.195, 2.121, -0.8, -0.093, 1.713, -1.187,
  -0.545, -0.347,
];
/** Added to a sentence's score to make its relevance. */
export const RANK_BIAS = -11.776;
/** Weights of `CONFIDENCE_FEATURES`, in their order. */
export const CONFIDENCE_WEIGHTS: readonly number[] = [
  2.175, -0.083, 0.087, -1.45, 3.609, -0.796, -0.107, -1.192, 0.712, 2.111, 0.862, -1.532, -0.678, -0.873, 1.796,
  1.004,
];
export const CONFIDENCE_BIAS = -8.039;
/** Below this confidence the article doesn't say: about 5 % of answerable questions are then refused wrongly. */
export const ANSWER_THRESHOLD = 0.402;
