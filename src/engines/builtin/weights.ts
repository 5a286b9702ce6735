// Learned numbers, apart from what they weigh. `npm run calibrate` prints them anew; docs/evaluation.md has the card.

/** Weights of `FEATURES`, in their order. */
export const RANK_WEIGHTS: readonly number[] = [
  4.571, 0.704, 4.022, 1.961, -0.156, 0.714, 4.719, 3.343, 2.965, -1.191, -1.258, 2.567, -0.8, -0.134, 1.773,
  -1.331, -0.597, -0.307, 2.347,
];
/** Added to a sentence's score to make its relevance. */
export const RANK_BIAS = -12.435;
/** Weights of `CONFIDENCE_FEATURES`, in their order. */
export const CONFIDENCE_WEIGHTS: readonly number[] = [
  2.733, -0.166, -0.447, -1.528, 2.529, -0.708, -0.25, -1.003, 0.348, 1.672, 1.381, -1.893, -0.684, -1.288,
  0.401, 0.71, -1.798, -0.673,
];
export const CONFIDENCE_BIAS = -7.457;
/** Below this confidence the article doesn't say: about 5 % of answerable questions are then refused wrongly. */
export const ANSWER_THRESHOLD = 0.367;
