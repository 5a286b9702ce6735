// The learned weights, written by `npm run train:combination`. docs/model-card.md describes the training data.
import type { CombinationModel } from './combine.js';

export const COMBINATION: CombinationModel = {
  order: [
    1.069, // ranker
    0.1869, // reader
    -1.759, // wasRead
    1.257, // readerProbability
  ],
  relevance: { scale: 0.6252, bias: 0.7904 },
  answerability: {
    weights: [
      0.5794, // rankerConfidence
      0.1823, // bestReading
      0.009861, // readingOfFirst
      0.001287, // secondReading
      -0.6671, // bestReadingShare
      0.5719, // firstShare
    ],
    bias: 0.1165,
  },
  threshold: 0.149,
};
