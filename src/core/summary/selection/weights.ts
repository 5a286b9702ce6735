// Written by `npm run train:summary`. Weights of the features in features.ts, in their order.

export const SENTENCE_WEIGHTS: readonly number[] = [
  -0.06989, // inverseIndex
  -0.004289, // relativeIndex
  -0.002998, // logIndex
  -0.0007919, // isFirstOfParagraph
  0.09346, // centroid
  0.4293, // earlyCentroid
  -0.001795, // degree
  -0.0007128, // termProbability
  0.05611, // lead
  0.02351, // first
  0.03914, // repeatedBigrams
  0.007964, // novelty
  -0.01079, // isShort
  -0.01047, // isLong
  -0.007653, // logWords
  0.03291, // mainNames
  0.003413, // numbers
  -0.004266, // quoted
  -0.01395, // isListItem
];
