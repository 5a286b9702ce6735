// Written by `npm run train:summary`. Weights of the features in features.ts, in their order.

export const SENTENCE_WEIGHTS: readonly number[] = [
  -0.07062, // inverseIndex
  -0.004908, // relativeIndex
  -0.002672, // logIndex
  -0.0007749, // isFirstOfParagraph
  0.0911, // centroid
  0.4346, // earlyCentroid
  -0.001628, // degree
  0.0001321, // termProbability
  0.05726, // lead
  0.02864, // first
  0.03999, // repeatedBigrams
  0.008754, // novelty
  -0.01065, // isShort
  -0.01098, // isLong
  -0.00719, // logWords
  0.03028, // mainNames
  0.00305, // numbers
  -0.004009, // quoted
  -0.0136, // isListItem
];
