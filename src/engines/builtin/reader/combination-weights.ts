// The learned weights, written by `npm run train:combination`. docs/model-card.md describes the training data.
import type { CombinationModel } from './combine.js';

export const COMBINATION: CombinationModel = {
  order: [
    0.9111, // ranker
    0.202, // reader
    -2.189, // wasRead
    0.5244, // readerProbability
  ],
  relevance: { scale: 0.6795, bias: 1.839 },
  answerability: {
    weights: [
      0.2445, // rankerConfidence
      0.2321, // bestReading
      -1.27, // bestReadingShare
      0.6886, // firstShare
      -1.018, // antonymInFirst
      -0.4155, // phraseCertainty
      0.07496, // phraseWords
      -0.3576, // asksForEvidentType
      -0.1393, // phraseLacksType
      0, // isUnmatched
    ],
    bias: 0.9336,
  },
  threshold: 0.187,
};

export const GLOSSED_COMBINATION: CombinationModel = {
  order: [
    0.9111, // ranker
    0.202, // reader
    -2.189, // wasRead
    0.5244, // readerProbability
  ],
  relevance: { scale: 0.6795, bias: 1.839 },
  answerability: {
    weights: [
      0.2445, // rankerConfidence
      0.2321, // bestReading
      -1.27, // bestReadingShare
      0.6886, // firstShare
      -1.018, // antonymInFirst
      -0.4155, // phraseCertainty
      0.07496, // phraseWords
      -0.3576, // asksForEvidentType
      -0.1393, // phraseLacksType
      0, // isUnmatched
    ],
    bias: 0.9336,
  },
  threshold: 0.187,
};
