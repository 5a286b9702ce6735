// Reasons to doubt that the ranker's best sentence answers, on top of its learned answerability. The reader's combination
// gets the lowered estimate as one of its inputs. Where nothing is read, it decides. The thresholds were chosen on
// question sets so that a rule refuses far more unanswerable questions than answerable ones.
import { type Candidate, QUESTION_FEATURES } from '../features/extract-features.js';
import { type AnswerType, EVIDENT_TYPES } from '../question/answer-types.js';
import { hasWordVectors } from '../semantics/language-vectors.js';

/** A sentence with a larger share of the question's terms is trusted even without the type. */
const MAX_DOUBTFUL_COVERAGE = 0.75;
/** What the confidence is multiplied by if the best sentence can't have the answer. */
export const MISSING_TYPE_FACTOR = 0.15;
/** Log odds that a sentence loses if it certainly lacks what is asked for, so that one with it comes first. */
export const LACKING_PENALTY = 3;
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
/** Without word vectors and the reader, a number or name of a weak match is most likely about another subject. */
const WEAK_CONFIDENCE = 0.3;
const WEAK_COVERAGE = 0.52;
const WEAK_FACTOR = 0.3;
/** Without word vectors, a term that the article lacks is most likely what the question is about. */
const UNKNOWN_TERM_EXPONENT = 0.8;
const UNKNOWN_SHARE = QUESTION_FEATURES.indexOf('unknownShare');

/** What the rules need to know about a sentence. */
export type DoubtfulSentence = Pick<Candidate, 'match' | 'signals' | 'lacksHead'>;

/** What the rules need to know about the question. */
interface DoubtfulQuestion {
  readonly type: AnswerType;
  readonly questionValues: ArrayLike<number>;
}

/** Lowers an answerability, 0 to 1, where the best sentence can't be the answer. */
export function applyDoubts(
  confidence: number,
  best: DoubtfulSentence | undefined,
  { type, questionValues }: DoubtfulQuestion,
): number {
  if (!best) return confidence;
  const { language } = best.match.article;
  const known = confidence * weighUnknownTerms(questionValues, language);
  const { hasAnswerType, lacksAnswer, coverage, looseCoverage } = best.signals;
  if (lacksAnswer) return known * MISSING_TYPE_FACTOR;
  const isWeak = hasAnswerType === true && looseCoverage < WEAK_COVERAGE && known < WEAK_CONFIDENCE;
  if (isWeak && !hasWordVectors(language)) return known * WEAK_FACTOR;
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
function weighUnknownTerms(questionValues: ArrayLike<number>, language: string): number {
  if (hasWordVectors(language)) return 1;
  return (1 - (questionValues[UNKNOWN_SHARE] ?? 0)) ** UNKNOWN_TERM_EXPONENT;
}
