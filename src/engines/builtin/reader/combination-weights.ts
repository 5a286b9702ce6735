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
      0.2532, // rankerConfidence
      0.2348, // bestReading
      -0.9351, // bestReadingShare
      0.5737, // firstShare
      -1.212, // antonymInFirst
      -0.4519, // phraseCertainty
      0.2231, // phraseWords
      -0.2598, // asksForEvidentType
      -0.2143, // phraseLacksType
    ],
    bias: 0.4698,
  },
  threshold: 0.177,
};
