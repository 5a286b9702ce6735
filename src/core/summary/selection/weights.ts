// Written by `npm run train:summary`. Weights of the features in features.ts, in their order.

export const SENTENCE_WEIGHTS: readonly number[] = [
  -0.07065, // inverseIndex
  -0.004903, // relativeIndex
  -0.002685, // logIndex
  -0.0007553, // isFirstOfParagraph
  0.09074, // centroid
  0.4344, // earlyCentroid
  -0.00156, // degree
  0.0001596, // termProbability
  0.05679, // lead
  0.02898, // first
  0.03992, // repeatedBigrams
  0.008783, // novelty
  -0.01069, // isShort
  -0.01091, // isLong
  -0.007208, // logWords
  0.03035, // mainNames
  0.002984, // numbers
  -0.004021, // quoted
  -0.01361, // isListItem
];
