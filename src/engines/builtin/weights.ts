// Learned numbers, apart from what they weigh. `npm run calibrate` prints them anew.

/** Weights of `FEATURES`, in their order. */
export const RANK_WEIGHTS: readonly number[] = [
  3, 2, 1.5, 1, 0.4, 1, 0.5, 0.5, 0.4, 0.6, 0.3, 0.3, -0.8, -0.2, 0.4, -1, -0.5, -0.1,
];
/** Added to a sentence's score to make its relevance. */
export const RANK_BIAS = -4;
/** Weights of `CONFIDENCE_FEATURES`, in their order. */
export const CONFIDENCE_WEIGHTS: readonly number[] = [
  1, 0.5, 1, 1, 1, 0.5, 0.3, 0.3, -1, 0.3, -2, 0.5, -0.7, 0.3, 0.3, 0,
];
export const CONFIDENCE_BIAS = -1;
/** Below this confidence the article doesn't say. */
export const ANSWER_THRESHOLD = 0.4;
