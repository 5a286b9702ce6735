// Ranks sentences by how well they answer, and estimates whether they answer at all.
import type { RankedSentence, RelevanceSignals, SentenceRanker } from '../../core/ports.js';
import { extractFeatures } from './features/extract-features.js';
import type { AnswerType } from './question/answer-types.js';
import { predictAnswerability, readAnswerabilityFeatures, sigmoid } from './ranking/answerability.js';
import { rankParagraphs, scoreCandidates } from './ranking/linear-ranker.js';
import { ANSWERABILITY_MODEL, RANK_MODEL, RELEVANCE_CALIBRATION } from './ranking/weights.js';

/** Types of answer that a sentence shows by its form: without a number, it doesn't say how many. */
const EVIDENT_TYPES: ReadonlySet<AnswerType> = new Set([
  ...(['who', 'when', 'number', 'money', 'percent', 'measure', 'duration'] as const),
]);
/** A sentence with a larger share of the question's terms is trusted even without the type. */
const MAX_DOUBTFUL_COVERAGE = 0.75;
/** What the confidence is multiplied by if the best sentence can't have the answer. */
const MISSING_TYPE_FACTOR = 0.15;

/** Lowers the confidence if the best sentence lacks the type of thing that is asked for, and terms as well. */
function weighAnswerType(signals: RelevanceSignals | undefined, type: AnswerType): number {
  const isDoubtful =
    signals?.hasAnswerType === false && EVIDENT_TYPES.has(type) && signals.coverage < MAX_DOUBTFUL_COVERAGE;
  return isDoubtful ? MISSING_TYPE_FACTOR : 1;
}

export function createRanker(): SentenceRanker {
  return {
    rank(question, matches, frequencies) {
      const { candidates, query, type, questionValues } = extractFeatures(question, matches, frequencies);
      // Ties stay in document order, so that the same question always gets the same answer.
      const ranked = scoreCandidates(candidates, type, RANK_MODEL);
      // Title and headline name the subject, but never answer.
      const body = ranked.filter(({ candidate }) => !candidate.sentence.isHeadline);
      const answers = body.length > 0 ? body : ranked;
      const toSentence = ({
        candidate: { match, sentence, signals },
        score,
      }: (typeof ranked)[number]): RankedSentence => ({
        start: sentence.start,
        end: sentence.end,
        match,
        signals,
        relevance: sigmoid(RELEVANCE_CALIBRATION.scale * score + RELEVANCE_CALIBRATION.bias),
      });
      const sentences = ranked.map(toSentence);
      const hasMatches =
        query.terms.length > 0 && (answers[0]?.candidate.nearby.some((matched) => matched > 0) ?? false);
      const features = readAnswerabilityFeatures(answers, type, questionValues);
      const paragraphs = rankParagraphs(ranked).flatMap((at) => sentences[at] ?? []);
      return {
        sentences: answers.map(toSentence),
        paragraphs,
        confidence: hasMatches
          ? predictAnswerability(features, ANSWERABILITY_MODEL) *
            weighAnswerType(answers[0]?.candidate.signals, type)
          : 0,
      };
    },
  };
}
