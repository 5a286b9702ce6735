// The learned weights, written by `npm run train:combination`. docs/model-card.md describes the training data.
import type { CombinationModel } from './combine.js';

export const COMBINATION: CombinationModel = {
  order: [
    0.9316, // ranker
    0.2434, // reader
    -2.109, // wasRead
    1.426, // readerProbability
  ],
  relevance: { scale: 0.6569, bias: 1.319 },
  answerability: {
    weights: [
      0.6116, // rankerConfidence
      0.2051, // bestReading
      0.01805, // readingOfFirst
      -0.02665, // secondReading
      -0.9188, // bestReadingShare
      0.5448, // firstShare
    ],
    bias: 0.5281,
  },
  threshold: 0.19,
};
