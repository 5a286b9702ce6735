// Orders sentences by how well they answer: a linear model over the features, squashed to 0…1.
import type { RankedSentence, SentenceRanker } from '../../core/ports.js';
import { readConfidenceFeatures } from './confidence.js';
import { type Candidate, type Reading, readFeatures } from './features.js';
import { CONFIDENCE_BIAS, CONFIDENCE_WEIGHTS, RANK_BIAS, RANK_WEIGHTS } from './weights.js';

export function createRanker(): SentenceRanker {
  return {
    rank(question, matches, frequencies) {
      const reading = readFeatures(question, matches, frequencies);
      const ranked = order(reading, RANK_WEIGHTS);
      const sentences = ranked.map(
        ({ candidate: { match, sentence }, score }): RankedSentence => ({
          ...{ start: sentence.start, end: sentence.end, match },
          relevance: logistic(score + RANK_BIAS),
        }),
      );
      const isAsked = reading.asked.length > 0 && (ranked[0]?.candidate.heldNearby.size ?? 0) > 0;
      const judged = readConfidenceFeatures(reading, ranked);
      return {
        sentences,
        confidence: isAsked ? logistic(dot(judged, CONFIDENCE_WEIGHTS) + CONFIDENCE_BIAS) : 0,
      };
    },
  };
}

/** Candidates best first; equal ones in document order, so that the same question gives the same answer. */
export function order(
  { candidates }: Reading,
  weights: readonly number[],
): readonly { readonly candidate: Candidate; readonly score: number }[] {
  return candidates
    .map((candidate) => ({ candidate, score: dot(candidate.values, weights) }))
    .sort((a, b) => b.score - a.score);
}

export function dot(values: readonly number[], weights: readonly number[]): number {
  let sum = 0;
  for (const [index, value] of values.entries()) sum += value * (weights[index] ?? 0);
  return sum;
}

export function logistic(value: number): number {
  return 1 / (1 + Math.exp(-value));
}
