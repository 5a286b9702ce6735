// Written by `npm run train:summary`. Weights of the features in features.ts, in their order.

export const SENTENCE_WEIGHTS: readonly number[] = [
  -0.07138, // inverseIndex
  -0.004246, // relativeIndex
  -0.002975, // logIndex
  -0.0008518, // isFirstOfParagraph
  0.09078, // centroid
  0.4355, // earlyCentroid
  -0.00101, // degree
  -0.0004529, // termProbability
  0.05557, // lead
  0.03007, // first
  0.04026, // repeatedBigrams
  0.008958, // novelty
  -0.01047, // isShort
  -0.01071, // isLong
  -0.007145, // logWords
  0.0305, // mainNames
  0.002986, // numbers
  -0.004168, // quoted
  -0.01401, // isListItem
];
