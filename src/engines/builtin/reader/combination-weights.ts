// The learned weights, written by `npm run train:combination`. docs/model-card.md describes the training data.
import type { CombinationModel } from './combine.js';

export const COMBINATION: CombinationModel = {
  order: [
    0.9569, // ranker
    0.2071, // reader
    -2.642, // wasRead
    0.4692, // readerProbability
  ],
  relevance: { scale: 0.6545, bias: 2.063 },
  answerability: {
    weights: [
      0.3483, // rankerConfidence
      0.2448, // bestReading
      -0.9787, // bestReadingShare
      0.6602, // firstShare
      -1.182, // highestCoverage
      -1.06, // antonymInFirst
      -0.549, // phraseCertainty
      0.1882, // phraseWords
      -0.2696, // asksForEvidentType
      -0.1233, // phraseLacksType
    ],
    bias: 1.432,
  },
  threshold: 0.151,
};
