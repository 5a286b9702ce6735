// Written by `npm run train:summary`. Weights of the features in features.ts, in their order.

export const SENTENCE_WEIGHTS: readonly number[] = [
  -0.07184, // inverseIndex
  -0.004088, // relativeIndex
  -0.003073, // logIndex
  -0.000834, // isFirstOfParagraph
  0.0897, // centroid
  0.4368, // earlyCentroid
  -0.0007486, // degree
  -0.0003561, // termProbability
  0.05615, // lead
  0.02909, // first
  0.04019, // repeatedBigrams
  0.008657, // novelty
  -0.01032, // isShort
  -0.01036, // isLong
  -0.007137, // logWords
  0.03015, // mainNames
  0.003098, // numbers
  -0.004093, // quoted
  -0.01395, // isListItem
];
