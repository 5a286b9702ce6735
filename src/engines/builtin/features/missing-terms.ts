// Features of the query terms that are missing near a sentence. They matter most for detecting unanswerable
// questions.

import { type CandidateSet, MATCH_THRESHOLD } from '../candidates/candidate-set.js';
import { matchedByNeighbour } from './context.js';
import { coverageOf } from './term-overlap.js';

export const MISSING_TERM_FEATURES = [
  'namesNearby',
  'othersNearby',
  'rarestMissing',
  'rarestMissingNearby',
  'semanticOfRarestMissing',
  'matchedElsewhere',
  'namesElsewhere',
] as const;

export function readMissingTermFeatures(
  candidateSet: CandidateSet,
  at: number,
): { readonly features: readonly number[]; readonly nearby: readonly number[] } {
  const { query, sentences, paragraphs } = candidateSet;
  const candidate = sentences[at];
  const nearby = new Array<number>(query.terms.length).fill(0);
  if (!candidate) return { features: [], nearby };
  const { matched } = candidate.termWeights;
  const before = matchedByNeighbour(candidateSet, at, at - 1);
  const after = matchedByNeighbour(candidateSet, at, at + 1);
  const inParagraph = paragraphs[at]?.termWeights.matched;
  for (let index = 0; index < nearby.length; index += 1)
    nearby[index] = Math.max(
      matched[index] ?? 0,
      inParagraph?.[index] ?? 0,
      before[index] ?? 0,
      after[index] ?? 0,
    );
  const rarestMissing = findRarestMissing(candidateSet, matched);
  // Terms that the article contains, but not near this sentence.
  const elsewhere = (ofNames: boolean) =>
    candidateSet.weigh((index) =>
      candidateSet.isFoundAnywhere[index] &&
      (nearby[index] ?? 0) < MATCH_THRESHOLD &&
      query.terms[index]?.isName === ofNames
        ? 1
        : 0,
    );
  const features = [
    coverageOf(candidateSet, nearby, true),
    coverageOf(candidateSet, nearby, false),
    rarestMissing.share,
    findRarestMissing(candidateSet, nearby).share,
    rarestMissing.index < 0 ? 1 : (candidate.semantic.nearest[rarestMissing.index] ?? 0),
    elsewhere(false),
    elsewhere(true),
  ];
  return { features, nearby };
}

/** The rarest query term that isn't matched, and its idf as a share of the highest idf. */
function findRarestMissing({ query: { terms }, byRarity }: CandidateSet, matched: readonly number[]) {
  const index =
    byRarity.find((at) => (matched[at] ?? 0) < MATCH_THRESHOLD && (terms[at]?.idf ?? 0) > 0) ?? -1;
  const most = Math.max(1e-9, terms[byRarity[0] ?? -1]?.idf ?? 0);
  return { index, share: (terms[index]?.idf ?? 0) / most };
}
