// Orders sentences by how well they answer, and judges whether they answer at all.
import type { RankedSentence, SentenceRanker } from '../../core/ports.js';
import { judge, logistic, readConfidenceFeatures } from './confidence.js';
import { readFeatures } from './features/read.js';
import { orderParagraphs, scoreAll } from './scoring.js';
import { CONFIDENCE_MODEL, RANK_MODEL, RELEVANCE } from './weights.js';

export function createRanker(): SentenceRanker {
  return {
    rank(question, matches, frequencies) {
      const { candidates, asked, type, questionValues } = readFeatures(question, matches, frequencies);
      // Equal ones stay in document order, so that the same question gives the same answer.
      const ranked = scoreAll(candidates, type, RANK_MODEL);
      const sentences = ranked.map(
        ({ candidate: { match, sentence }, score }): RankedSentence => ({
          start: sentence.start,
          end: sentence.end,
          match,
          relevance: logistic(RELEVANCE.scale * score + RELEVANCE.bias),
        }),
      );
      const isAsked =
        asked.terms.length > 0 && (ranked[0]?.candidate.nearby.some((held) => held > 0) ?? false);
      const features = readConfidenceFeatures(ranked, type, questionValues);
      const paragraphs = orderParagraphs(ranked).flatMap((at) => sentences[at] ?? []);
      return { sentences, paragraphs, confidence: isAsked ? judge(features, CONFIDENCE_MODEL) : 0 };
    },
  };
}
