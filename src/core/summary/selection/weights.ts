// Written by `npm run train:summary`. Weights of the features in features.ts, in their order.

export const SENTENCE_WEIGHTS: readonly number[] = [
  -0.0717, // inverseIndex
  -0.004387, // relativeIndex
  -0.002952, // logIndex
  -0.0008644, // isFirstOfParagraph
  0.09123, // centroid
  0.4371, // earlyCentroid
  -0.001312, // degree
  -0.0004833, // termProbability
  0.05612, // lead
  0.02981, // first
  0.04018, // repeatedBigrams
  0.008834, // novelty
  -0.01068, // isShort
  -0.01071, // isLong
  -0.007159, // logWords
  0.03038, // mainNames
  0.003008, // numbers
  -0.004124, // quoted
  -0.01395, // isListItem
];
