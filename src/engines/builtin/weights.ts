// Learned numbers, apart from what they weigh. `npm run calibrate` prints them anew; docs/evaluation.md has the card.

/** Weights of `FEATURES`, in their order. */
export const RANK_WEIGHTS: readonly number[] = [
  4.723, 0.269, 4.032, 2.245, -0.153, 0.705, 5.267, 3.28, 2.961, -1.179, -1.272, 2.635, -0.8, -0.129, 1.762,
  -1.453, -0.605, -0.31, 1.802,
];
/** Added to a sentence's score to make its relevance. */
export const RANK_BIAS = -12.571;
/** Weights of `CONFIDENCE_FEATURES`, in their order. */
export const CONFIDENCE_WEIGHTS: readonly number[] = [
  2.714, -0.168, -0.484, -1.411, 2.56, -0.692, -0.269, -1.01, 0.345, 1.696, 1.402, -1.884, -0.674, -1.292,
  0.105, 0.728, -1.79, -0.664,
];
export const CONFIDENCE_BIAS = -7.497;
/** Below this confidence the article doesn't say: about 7 % of answerable questions are then refused wrongly. */
export const ANSWER_THRESHOLD = 0.462;
