// Reasons to doubt that the best sentence answers, on top of the learned answerability. The thresholds were chosen on
// question sets so that a rule refuses far more unanswerable questions than answerable ones.
import { hasWordVectors } from '../entities/tagged-sentences.js';
import { type ExtractedFeatures, QUESTION_FEATURES } from '../features/extract-features.js';
import type { AnswerType } from '../question/answer-types.js';

/** Types of answer that a sentence shows by its form: without a number, it doesn't say how many. */
export const EVIDENT_TYPES: ReadonlySet<AnswerType> = new Set([
  ...(['who', 'when', 'number', 'money', 'percent', 'measure', 'duration'] as const),
]);
/** A sentence with a larger share of the question's terms is trusted even without the type. */
const MAX_DOUBTFUL_COVERAGE = 0.75;
/** What the confidence is multiplied by if the best sentence can't have the answer. */
const MISSING_TYPE_FACTOR = 0.15;
/** Above this confidence, "who" is trusted even if no name or title is recognized, because people have many titles. */
const MAX_DOUBTFUL_WHO = 0.5;
/** Types of answer for which the words after "what" or "which" say what is asked for. */
const HEAD_TYPES: ReadonlySet<AnswerType> = new Set([
  ...(['which', 'what', 'definition', 'other', 'number'] as const),
]);
/** The factor if the thing that is asked for isn't mentioned near the best sentence. */
const MISSING_HEAD_FACTOR = 0.2;
/** Above either, a sentence is trusted even if the thing that is asked for isn't mentioned. */
const MAX_HEAD_COVERAGE = 0.35;
const MAX_HEAD_CONFIDENCE = 0.4;
/** Without word vectors, a term that the article lacks is most likely what the question is about. */
const UNKNOWN_TERM_EXPONENT = 0.8;
const UNKNOWN_SHARE = QUESTION_FEATURES.indexOf('unknownShare');

type Candidate = ExtractedFeatures['candidates'][number];

/** Lowers an answerability, 0 to 1, where the best sentence can't be the answer. */
export function applyDoubts(
  confidence: number,
  best: Candidate | undefined,
  { type, questionValues }: Pick<ExtractedFeatures, 'type' | 'questionValues'>,
): number {
  if (!best) return confidence;
  const known = confidence * weighUnknownTerms(questionValues, best.match.article.language);
  const { hasAnswerType, coverage } = best.signals;
  const lacksType = hasAnswerType === false && EVIDENT_TYPES.has(type) && coverage < MAX_DOUBTFUL_COVERAGE;
  if (lacksType && (type !== 'who' || confidence < MAX_DOUBTFUL_WHO)) return known * MISSING_TYPE_FACTOR;
  const lacksHead =
    best.lacksHead &&
    HEAD_TYPES.has(type) &&
    coverage < MAX_HEAD_COVERAGE &&
    confidence < MAX_HEAD_CONFIDENCE;
  return lacksHead ? known * MISSING_HEAD_FACTOR : known;
}

/** Lowers the confidence by the share of the question that isn't in the article, where similar words aren't known. */
function weighUnknownTerms(questionValues: readonly number[], language: string): number {
  if (hasWordVectors(language)) return 1;
  return (1 - (questionValues[UNKNOWN_SHARE] ?? 0)) ** UNKNOWN_TERM_EXPONENT;
}
