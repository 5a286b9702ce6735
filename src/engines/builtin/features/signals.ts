// What rules on top of the learned ranking need to know about a sentence.
import type { RelevanceSignals } from '../../../core/ranking-ports.js';
import type { Article, Span } from '../../../core/text/article.js';
import type { CandidateSet } from '../candidates/candidate-set.js';
import { lacksAskedKind } from '../question/asked-kind.js';
import { readAnswerTypeTerms } from '../question/query-terms.js';

/** Below both, the kind of thing that is asked for isn't mentioned. */
const MIN_HEAD_MATCH = 0.45;
const MIN_HEAD_SIMILARITY = 0.5;

/** Whether the kind of thing that is asked for, such as "brand" in "What brand", is nowhere near the sentence. */
export function lacksHead(
  { query, sentences }: CandidateSet,
  at: number,
  nearby: readonly number[],
): boolean {
  const head = readAnswerTypeTerms(query).filter(({ isName }) => !isName);
  const nearest = sentences[at]?.semantic.nearest;
  return (
    head.length > 0 &&
    head.every((term) => {
      const index = query.terms.indexOf(term);
      return (nearby[index] ?? 0) < MIN_HEAD_MATCH && (nearest?.[index] ?? 0) < MIN_HEAD_SIMILARITY;
    })
  );
}

/** Similar words count this much in {@link RelevanceSignals.looseCoverage}. */
const SIMILAR_WORD_WEIGHT = 0.8;

/** Share of the query, by idf, that the headings above a sentence match. */
export function readHeadingCoverage({ query, sentences, weigh }: CandidateSet, at: number): number {
  const matched = new Set<number>();
  for (const term of sentences[at]?.sentence.contextTerms ?? []) {
    const known = query.matchByTerm.get(term);
    if (known) matched.add(known.index);
  }
  return matched.size === 0 ? 0 : weigh((index) => (matched.has(index) ? 1 : 0));
}

export function readSignals(
  candidateSet: CandidateSet,
  question: string,
  at: number,
  hasAnswerType: boolean | undefined,
  nearby: readonly number[],
  hasAntonym: boolean,
): RelevanceSignals {
  const candidate = candidateSet.sentences[at];
  // The name of its column may say what a number is.
  const lacksAnswer =
    candidate !== undefined &&
    !isListed(candidate.match.article, candidate.sentence) &&
    lacksAskedKind(question, candidate.sentence.text);
  return {
    hasAnswerType: lacksAnswer ? false : hasAnswerType,
    lacksAnswer,
    hasAntonym,
    coverage: candidate?.coverage ?? 0,
    looseCoverage: candidateSet.weigh((index) =>
      Math.max(nearby[index] ?? 0, SIMILAR_WORD_WEIGHT * (candidate?.semantic.nearest[index] ?? 0)),
    ),
  };
}

/** Whether it is a row of a table or an item of a list. */
function isListed({ structure = [] }: Article, { start }: Span): boolean {
  return structure.some((one) => (one.kind === 'row' || one.kind === 'list-marker') && one.start === start);
}
