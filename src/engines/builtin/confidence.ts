// Whether the best sentences answer the question at all: a judgement apart from which are best.
import type { Candidate, Reading } from './features.js';

/** What the judgement looks at, in the order of the weights. */
const CONFIDENCE_FEATURES = [
  'bestScore',
  'margin',
  'bm25',
  'coverage',
  'nearbyCoverage',
  'softCoverage',
  'allHeld',
  'allHeldNearby',
  'worstMissing',
  'namesHeld',
  'unknownTerms',
  'askedThing',
  'noAskedThing',
  'pairs',
  'similarity',
  'fewHeld',
  'onlyOneHeld',
  'unknownName',
] as const;

/** @param scores of the candidates, in their order; `ranked` best first */
export function readConfidenceFeatures(
  { asked, type }: Reading,
  ranked: readonly { readonly candidate: Candidate; readonly score: number }[],
): readonly number[] {
  const [best, second] = ranked;
  if (!best) return CONFIDENCE_FEATURES.map(() => 0);
  const { candidate, score } = best;
  const total = Math.max(
    asked.reduce((sum, { idf }) => sum + idf, 0),
    1e-9,
  );
  const most = Math.max(...asked.map(({ idf }) => idf), 1e-9);
  const nearby = asked.filter(({ term }) => candidate.heldNearby.has(term));
  const missing = asked.filter(({ term }) => !candidate.heldNearby.has(term));
  const names = asked.filter(({ isName }) => isName);
  const unknown = asked.filter(({ term }) => !ranked.some((one) => one.candidate.held.has(term)));
  const share = (terms: typeof asked) => terms.reduce((sum, { idf }) => sum + idf, 0) / total;
  const isTyped = type !== 'other' && type !== 'why' && type !== 'quote';
  return [
    score / 4,
    Math.min(2, score - (second?.score ?? score - 2)) / 2,
    candidate.values[0] ?? 0,
    candidate.values[1] ?? 0,
    share(nearby),
    candidate.values[3] ?? 0,
    candidate.held.size === asked.length ? 1 : 0,
    missing.length === 0 ? 1 : 0,
    Math.max(0, ...missing.map(({ idf }) => idf)) / most,
    names.length === 0
      ? 0.5
      : names.filter(({ term }) => candidate.heldNearby.has(term)).length / names.length,
    share(unknown),
    isTyped ? candidate.askedThing : 0,
    isTyped && candidate.askedThing === 0 ? 1 : 0,
    candidate.values[5] ?? 0,
    candidate.values[6] ?? 0,
    share(nearby) < 0.5 ? 1 : 0,
    nearby.length === 1 && asked.length > 1 ? 1 : 0,
    unknown.some(({ isName }) => isName) ? 1 : 0,
  ];
}
