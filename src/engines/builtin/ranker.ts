// Ranks sentences by how well they answer, and estimates whether they answer at all.
import type { RankedSentence, SentenceRanker } from '../../core/ports.js';
import { findHeadings, findSection } from '../../core/text/headings.js';
import { hasWordVectors } from './entities/tagged-sentences.js';
import { type ExtractedFeatures, extractFeatures, QUESTION_FEATURES } from './features/extract-features.js';
import { classifyAnswerType } from './question/answer-type.js';
import type { AnswerType } from './question/answer-types.js';
import { predictAnswerability, readAnswerabilityFeatures, sigmoid } from './ranking/answerability.js';
import { rankParagraphs, scoreCandidates } from './ranking/linear-ranker.js';
import { ANSWERABILITY_MODEL, RANK_MODEL, RELEVANCE_CALIBRATION } from './ranking/weights.js';

/** Added to the score of the first sentences under a heading that asks the same as the question. */
const FIRST_OF_SECTION_BONUS = 1.6;
/** What is left of the bonus if the heading asks for something else: "where" under "What are you working on?" */
const OTHER_QUESTION_SHARE = 0.25;
/** Added to an answer such as "No, never." under a heading that asks the same. */
const YES_NO_BONUS = 1.2;
const YES_NO_OPENER =
  /^["“„«]?(?:yes|no|ja|nein|sí|oui|non|gern|gerne|sure|of course|natürlich|claro|bien sûr)[,.:!]/iu;
const FIRST_OF_SECTION_DECAY = 0.5;

/** Under a heading that is the question, the answer comes first: in an FAQ or an interview. */
function preferFirstOfSection<T extends ExtractedFeatures['candidates'][number]>(
  ranked: readonly { readonly candidate: T; readonly score: number }[],
  type: AnswerType,
): readonly { readonly candidate: T; readonly score: number }[] {
  if (ranked.every(({ candidate }) => candidate.headingCoverage === 0)) return ranked;
  const places = new Map<T, number>();
  const counts = new Map<string, number>();
  for (const { candidate } of ranked.toSorted(
    (a, b) => a.candidate.sentence.start - b.candidate.sentence.start,
  )) {
    const { match, sentence } = candidate;
    const key = `${match.article.id} ${findSection(match.article, sentence.start).start}`;
    const place = counts.get(key) ?? 0;
    counts.set(key, place + 1);
    places.set(candidate, place);
  }
  return ranked
    .map(({ candidate, score }) => {
      const place = places.get(candidate) ?? 0;
      const { sentence, match, headingCoverage } = candidate;
      const heading = findHeadings(match.article, sentence.start).at(-1);
      const asked = heading ? match.article.text.slice(heading.start, heading.end) : '';
      const isOther =
        /[?？]/u.test(asked) && !isSameType(classifyAnswerType(asked, match.article.language), type);
      const share = FIRST_OF_SECTION_DECAY ** place * (isOther ? OTHER_QUESTION_SHARE : 1);
      const yesNo = place === 0 && YES_NO_OPENER.test(sentence.text) ? YES_NO_BONUS : 0;
      return { candidate, score: score + (FIRST_OF_SECTION_BONUS * share + yesNo) * headingCoverage };
    })
    .sort((a, b) => b.score - a.score);
}

/** Whether a heading can ask the same as a question. Only types that a sentence shows by its form tell them apart. */
function isSameType(asked: AnswerType, type: AnswerType): boolean {
  const isAmount = (one: AnswerType) => one === 'money' || one === 'number' || one === 'percent';
  if (asked === type || (isAmount(asked) && isAmount(type))) return true;
  return !EVIDENT_TYPES.has(type) && type !== 'where' && type !== 'why';
}

/** Types of answer that a sentence shows by its form: without a number, it doesn't say how many. */
const EVIDENT_TYPES: ReadonlySet<AnswerType> = new Set([
  ...(['who', 'when', 'number', 'money', 'percent', 'measure', 'duration'] as const),
]);
/** A sentence with a larger share of the question's terms is trusted even without the type. */
const MAX_DOUBTFUL_COVERAGE = 0.75;
/** What the confidence is multiplied by if the best sentence can't have the answer. */
const MISSING_TYPE_FACTOR = 0.15;
/** Types of answer for which the words after "what" or "which" say what is asked for. */
const HEAD_TYPES: ReadonlySet<AnswerType> = new Set([
  'which',
  'what',
  'definition',
  'other',
  'number',
] as const);
/** The same if the thing that is asked for isn't mentioned near the best sentence. */
const MISSING_HEAD_FACTOR = 0.2;

/** Without word vectors, a term that the article lacks is most likely what the question is about. */
const UNKNOWN_TERM_EXPONENT = 1.4;
const UNKNOWN_SHARE = QUESTION_FEATURES.indexOf('unknownShare');

/** Lowers the confidence by the share of the question that isn't in the article, where similar words aren't known. */
function weighUnknownTerms(questionValues: readonly number[], language: string | undefined): number {
  if (language === undefined || hasWordVectors(language)) return 1;
  return (1 - (questionValues[UNKNOWN_SHARE] ?? 0)) ** UNKNOWN_TERM_EXPONENT;
}

/** Lowers the confidence if the best sentence lacks the type of thing that is asked for, and terms as well. */
function weighAnswerType(
  best: ExtractedFeatures['candidates'][number] | undefined,
  type: AnswerType,
): number {
  const signals = best?.signals;
  const isDoubtful =
    signals?.hasAnswerType === false && EVIDENT_TYPES.has(type) && signals.coverage < MAX_DOUBTFUL_COVERAGE;
  const lacksHead =
    best?.lacksHead === true && HEAD_TYPES.has(type) && best.signals.coverage < MAX_DOUBTFUL_COVERAGE;
  return isDoubtful ? MISSING_TYPE_FACTOR : lacksHead ? MISSING_HEAD_FACTOR : 1;
}

export function createRanker(): SentenceRanker {
  return {
    rank(question, matches, frequencies) {
      const { candidates, query, type, questionValues } = extractFeatures(question, matches, frequencies);
      // Ties stay in document order, so that the same question always gets the same answer.
      const ranked = preferFirstOfSection(scoreCandidates(candidates, type, RANK_MODEL), type);
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
            weighUnknownTerms(questionValues, answers[0]?.candidate.match.article.language) *
            weighAnswerType(answers[0]?.candidate, type)
          : 0,
      };
    },
  };
}
