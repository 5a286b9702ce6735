// Features of word overlap: how many query terms the sentence contains, how rare they are, and in what order.

import type { CandidateSet } from '../candidates/candidate-set.js';
import { readAdjacentPairs, readClosePairs, readDensity } from '../candidates/term-matching.js';

export const TERM_OVERLAP_FEATURES = [
  'bm25',
  'coverage',
  'softCoverage',
  'countShare',
  'rarest',
  'secondRarest',
  'nameCoverage',
  'otherCoverage',
  'firstTerm',
  'lastTerm',
  'pairsClose',
  'pairsAdjacent',
  'subsequence',
  'longestRun',
  'density',
  'ngramCoverage',
] as const;

export function readTermOverlapFeatures(candidateSet: CandidateSet, at: number): readonly number[] {
  const { query, sentences, byRarity, weigh } = candidateSet;
  const candidate = sentences[at];
  if (!candidate) return [];
  const { hits, termWeights, wordOrder, bm25, coverage, ngramCoverage } = candidate;
  const { matched } = termWeights;
  const { terms } = query;
  const [rarest = -1, secondRarest = -1] = byRarity;
  return [
    bm25,
    coverage,
    weigh((index) => matched[index] ?? 0),
    matched.filter((weight) => weight > 0).length / Math.max(1, terms.length),
    (matched[rarest] ?? 0) > 0 ? 1 : 0,
    (matched[secondRarest] ?? 0) > 0 ? 1 : 0,
    coverageOf(candidateSet, matched, true),
    coverageOf(candidateSet, matched, false),
    matched[0] ?? 0,
    matched[terms.length - 1] ?? 0,
    readClosePairs(hits, terms.length),
    readAdjacentPairs(hits, query),
    wordOrder.subsequence,
    wordOrder.longestRun,
    readDensity(hits, query),
    ngramCoverage,
  ];
}

/**
 * Share of the idf of the query's names, or of its other words, that is matched. 0.5 if the query has none.
 */
export function coverageOf(
  { query, nameIdf }: CandidateSet,
  matched: readonly number[],
  ofNames: boolean,
): number {
  const total = ofNames ? nameIdf : query.total - nameIdf;
  if (total <= 1e-6) return 0.5;
  let sum = 0;
  for (let index = 0; index < query.terms.length; index += 1) {
    const term = query.terms[index];
    if (term?.isName === ofNames) sum += term.idf * (matched[index] ?? 0);
  }
  return sum / total;
}
