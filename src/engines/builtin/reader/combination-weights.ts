// The learned weights, written by `npm run train:combination`. docs/model-card.md describes the training data.
import type { CombinationModel } from './combine.js';

export const COMBINATION: CombinationModel = {
  order: [
    0.9565, // ranker
    0.2071, // reader
    -2.638, // wasRead
    0.4648, // readerProbability
  ],
  relevance: { scale: 0.6549, bias: 2.063 },
  answerability: {
    weights: [
      0.3138, // rankerConfidence
      0.179, // bestReading
      0.03804, // readingOfFirst
      0.003582, // secondReading
      -0.6724, // bestReadingShare
      0.2564, // firstShare
    ],
    bias: 0.3869,
  },
  threshold: 0.155,
};
