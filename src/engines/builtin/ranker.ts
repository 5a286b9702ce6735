// Ranks sentences by how well they answer, and estimates whether they answer at all.

import type { RankedSentence, SentenceRanker } from '../../core/ranking-ports.js';
import { endOfHeadline } from '../../core/text/headline.js';
import { type Candidate, extractFeatures } from './features/extract-features.js';
import { predictAnswerability, readAnswerabilityFeatures, sigmoid } from './ranking/answerability.js';
import { applyDoubts, LACKING_PENALTY } from './ranking/doubts.js';
import { rankParagraphs, scoreCandidates } from './ranking/linear-ranker.js';
import { preferFirstOfSection } from './ranking/section-order.js';
import { ANSWERABILITY_MODEL, RANK_MODEL, RELEVANCE_CALIBRATION } from './ranking/weights.js';

/**
 * Confidence below which a question that was translated word by word counts as unanswered. With it, such questions are
 * refused as well as others where the article has no answer, see docs/languages.md.
 */
const TRANSLATED_THRESHOLD = 0.25;

/** A sentence of a dek answers if it has this share of the question's terms, and so much more than any of the body. */
const MIN_DEK_COVERAGE = 0.75;
const MIN_DEK_LEAD = 0.2;

export function createRanker(): SentenceRanker {
  return {
    rank(question, matches, frequencies) {
      const { text, candidates, query, type, questionValues } = extractFeatures(
        question,
        matches,
        frequencies,
      );
      // Ties stay in document order, so that the same question always gets the same answer.
      const ranked = demoteLacking(preferFirstOfSection(scoreCandidates(candidates, type, RANK_MODEL), type));
      const answers = leaveOutHeadlines(ranked);
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
      const confidence = applyDoubts(
        predictAnswerability(features, ANSWERABILITY_MODEL),
        answers[0]?.candidate,
        { type, questionValues },
      );
      const paragraphs = rankParagraphs(ranked).flatMap((at) => sentences[at] ?? []);
      return {
        sentences: answers.map(toSentence),
        paragraphs,
        ...(text === question.text ? {} : { translation: text, threshold: TRANSLATED_THRESHOLD }),
        ...(hasMatches ? { confidence } : { confidence: 0, unmatched: confidence }),
      };
    },
  };
}

/** Puts sentences that certainly lack what is asked for, such as an age, behind those that may have it. */
function demoteLacking(
  ranked: readonly { readonly candidate: Candidate; readonly score: number }[],
): typeof ranked {
  const isLacking = ({ candidate }: (typeof ranked)[number]) => candidate.signals.lacksAnswer === true;
  // Otherwise, the scores stay as the answerability model knows them.
  if (!ranked[0] || !isLacking(ranked[0])) return ranked;
  return ranked
    .map((one) =>
      isLacking(one) ? { ...one, score: one.score - LACKING_PENALTY / RELEVANCE_CALIBRATION.scale } : one,
    )
    .sort((a, b) => b.score - a.score);
}

/** Without headlines, which name the subject but never answer, and without deks, unless only the dek says it. */
function leaveOutHeadlines<T extends { readonly candidate: Candidate }>(ranked: readonly T[]): readonly T[] {
  const body = ranked.filter(({ candidate }) => !candidate.sentence.isHeadline);
  if (body.length === 0) return ranked;
  const best = Math.max(...body.map(({ candidate }) => candidate.signals.coverage));
  return ranked.filter(({ candidate: { match, sentence, signals } }) => {
    if (!sentence.isHeadline) return true;
    const isDek = sentence.start >= endOfHeadline(match.article);
    return isDek && signals.coverage >= Math.max(MIN_DEK_COVERAGE, best + MIN_DEK_LEAD);
  });
}
