// Written by `npm run train:summary`. Weights of the features in features.ts, in their order.

export const SENTENCE_WEIGHTS: readonly number[] = [
  -0.07059, // inverseIndex
  -0.004887, // relativeIndex
  -0.002673, // logIndex
  -0.0007671, // isFirstOfParagraph
  0.09081, // centroid
  0.4345, // earlyCentroid
  -0.00155, // degree
  0.0001599, // termProbability
  0.05696, // lead
  0.02896, // first
  0.03996, // repeatedBigrams
  0.008791, // novelty
  -0.01068, // isShort
  -0.01092, // isLong
  -0.0072, // logWords
  0.03029, // mainNames
  0.002987, // numbers
  -0.004017, // quoted
  -0.01361, // isListItem
];
