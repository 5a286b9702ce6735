// The learned weights, written by `npm run train:combination`. docs/model-card.md describes the training data.
import type { CombinationModel } from './combine.js';

export const COMBINATION: CombinationModel = {
  order: [
    0.8995, // ranker
    0.2098, // reader
    -2.213, // wasRead
    0.4725, // readerProbability
  ],
  relevance: { scale: 0.6884, bias: 1.95 },
  answerability: {
    weights: [
      0.2505, // rankerConfidence
      0.2334, // bestReading
      -1.131, // bestReadingShare
      0.6573, // firstShare
      -1.015, // antonymInFirst
      -0.5189, // phraseCertainty
      0.04892, // phraseWords
      -0.3654, // asksForEvidentType
      -0.2173, // phraseLacksType
      0.5442, // isUnmatched
    ],
    bias: 0.9743,
  },
  threshold: 0.25,
};

export const GLOSSED_COMBINATION: CombinationModel = {
  order: [
    0.7728, // ranker
    0.2763, // reader
    -2.985, // wasRead
    -0.2304, // readerProbability
  ],
  relevance: { scale: 0.8646, bias: 4.564 },
  answerability: {
    weights: [
      0.05522, // rankerConfidence
      0.2254, // bestReading
      -0.9896, // bestReadingShare
      0.8724, // firstShare
      0, // antonymInFirst
      -0.2282, // phraseCertainty
      -0.03695, // phraseWords
      -0.225, // asksForEvidentType
      -0.407, // phraseLacksType
      -0.1478, // isUnmatched
    ],
    bias: 0.8401,
  },
  threshold: 0.35,
};
