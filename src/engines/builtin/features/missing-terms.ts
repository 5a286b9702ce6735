// Features of what is missing near a sentence: most of all for telling that an article does not say.

import { type CandidateSet, MATCH_THRESHOLD } from '../candidates/candidate-set.js';
import { matchedByNeighbour } from './context.js';
import { coverageOf } from './term-overlap.js';

export const MISSING_TERM_FEATURES = [
  'namesNearby',
  'othersNearby',
  'worstMissing',
  'worstMissingNearby',
  'worstMeaning',
  'elsewhere',
  'namesElsewhere',
] as const;

export function readMissingTermFeatures(
  overview: CandidateSet,
  at: number,
): { readonly features: readonly number[]; readonly nearby: readonly number[] } {
  const { asked, sentences, paragraphs } = overview;
  const seen = sentences[at];
  const nearby = new Array<number>(asked.terms.length).fill(0);
  if (!seen) return { features: [], nearby };
  const { held } = seen.level;
  const before = matchedByNeighbour(overview, at, at - 1);
  const after = matchedByNeighbour(overview, at, at + 1);
  const inParagraph = paragraphs[at]?.level.held;
  for (let index = 0; index < nearby.length; index += 1)
    nearby[index] = Math.max(
      held[index] ?? 0,
      inParagraph?.[index] ?? 0,
      before[index] ?? 0,
      after[index] ?? 0,
    );
  const worst = worstOf(overview, held);
  // What the article speaks of, but not here.
  const elsewhere = (ofNames: boolean) =>
    overview.weigh((index) =>
      overview.isKnown[index] &&
      (nearby[index] ?? 0) < MATCH_THRESHOLD &&
      asked.terms[index]?.isName === ofNames
        ? 1
        : 0,
    );
  const features = [
    coverageOf(overview, nearby, true),
    coverageOf(overview, nearby, false),
    worst.share,
    worstOf(overview, nearby).share,
    worst.index < 0 ? 1 : (seen.meaning.nearest[worst.index] ?? 0),
    elsewhere(false),
    elsewhere(true),
  ];
  return { features, nearby };
}

/** The rarest asked term that is not held, and its rarity as a share of the rarest of all. */
function worstOf({ asked: { terms }, byRarity }: CandidateSet, held: readonly number[]) {
  const index = byRarity.find((at) => (held[at] ?? 0) < MATCH_THRESHOLD && (terms[at]?.idf ?? 0) > 0) ?? -1;
  const most = Math.max(1e-9, terms[byRarity[0] ?? -1]?.idf ?? 0);
  return { index, share: (terms[index]?.idf ?? 0) / most };
}
