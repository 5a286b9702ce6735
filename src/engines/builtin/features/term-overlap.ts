// Features of a sentence's words: how many of the question's it holds, how rare, and in what order.

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
  'gramCoverage',
] as const;

export function readTermOverlapFeatures(overview: CandidateSet, at: number): readonly number[] {
  const { asked, sentences, byRarity, weigh } = overview;
  const seen = sentences[at];
  if (!seen) return [];
  const { hits, level, order, bm25, coverage, gramCoverage } = seen;
  const { held } = level;
  const { terms } = asked;
  const [rarest = -1, secondRarest = -1] = byRarity;
  return [
    bm25,
    coverage,
    weigh((index) => held[index] ?? 0),
    held.filter((weight) => weight > 0).length / Math.max(1, terms.length),
    (held[rarest] ?? 0) > 0 ? 1 : 0,
    (held[secondRarest] ?? 0) > 0 ? 1 : 0,
    coverageOf(overview, held, true),
    coverageOf(overview, held, false),
    held[0] ?? 0,
    held[terms.length - 1] ?? 0,
    readClosePairs(hits, terms.length),
    readAdjacentPairs(hits, asked),
    order.subsequence,
    order.longestRun,
    readDensity(hits, asked),
    gramCoverage,
  ];
}

/** Share of the rarity of the question's names, or of its other words, that is held; a half where it has none. */
export function coverageOf(
  { asked, nameTotal }: CandidateSet,
  held: readonly number[],
  ofNames: boolean,
): number {
  const whole = ofNames ? nameTotal : asked.total - nameTotal;
  if (whole <= 1e-6) return 0.5;
  let sum = 0;
  for (let index = 0; index < asked.terms.length; index += 1) {
    const term = asked.terms[index];
    if (term?.isName === ofNames) sum += term.idf * (held[index] ?? 0);
  }
  return sum / whole;
}
