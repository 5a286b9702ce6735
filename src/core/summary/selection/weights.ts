// Written by `npm run train:summary`. Weights of the features in features.ts, in their order.

export const SENTENCE_WEIGHTS: readonly number[] = [
  -0.07143, // inverseIndex
  -0.004215, // relativeIndex
  -0.00299, // logIndex
  -0.0008498, // isFirstOfParagraph
  0.09059, // centroid
  0.4356, // earlyCentroid
  -0.0009111, // degree
  -0.0004614, // termProbability
  0.05561, // lead
  0.03011, // first
  0.04027, // repeatedBigrams
  0.008988, // novelty
  -0.01049, // isShort
  -0.01069, // isLong
  -0.007162, // logWords
  0.03049, // mainNames
  0.002997, // numbers
  -0.004163, // quoted
  -0.01403, // isListItem
];
