// Features of a question's clauses: what happened after something is told after it.

import type { CandidateSentence, CandidateSet } from '../candidates/candidate-set.js';
import { matchedByNeighbour } from './context.js';

export const CLAUSE_FEATURES = [
  'mainCoverage',
  'mainLast',
  'clauseCoverage',
  'clauseBefore',
  'clauseFarBefore',
  'clauseAfter',
  'clauseInParagraph',
  'actAfterClause',
  'actBesideClause',
  'actRestAfterClause',
  'actRestBefore',
] as const;

const NO_CLAUSE: readonly number[] = CLAUSE_FEATURES.map(() => 0);
/** Words that tell something of their own. */
const REST_WORDS = 12;

export function readClauseFeatures(overview: CandidateSet, at: number): readonly number[] {
  const { asked, sentences, paragraphs, clause, type } = overview;
  const seen = sentences[at];
  if (!seen) return [];
  if (!clause) return NO_CLAUSE;
  const { held } = seen.level;
  const { nearest } = seen.meaning;
  const share = (indices: readonly number[], value: (index: number) => number): number => {
    let [sum, whole] = [0, 1e-9];
    for (const index of indices) {
      const idf = asked.terms[index]?.idf ?? 0;
      whole += idf;
      sum += idf * value(index);
    }
    return sum / whole;
  };
  const holds = (index: number) => held[index] ?? 0;
  const { inside, outside, order } = clause;
  const last = outside.at(-1) ?? -1;
  const mainLast = Math.max(held[last] ?? 0, 0.8 * (nearest[last] ?? 0));
  const before = matchedByNeighbour(overview, at, at - 1);
  const farBefore = matchedByNeighbour(overview, at, at - 2);
  const after = matchedByNeighbour(overview, at, at + 1);
  const inParagraph = paragraphs[at]?.level.held ?? [];
  const beside = (of: readonly number[]) =>
    share(inside, (index) => Math.max(0, (of[index] ?? 0) - holds(index)));
  const clauseBefore = order === 'precedes' ? 0 : beside(before);
  const isAct = type === 'deed' || type === 'act' || type === 'what' ? 1 : 0;
  const isInside = new Set(inside);
  // What is left to tell once the clause is told.
  const restAfter = (of: CandidateSentence | undefined) => {
    let end = 0;
    for (const { index, place } of of?.hits.terms ?? [])
      if (isInside.has(index)) end = Math.max(end, place + 1);
    return Math.min(1, ((of?.sentence.tokens.length ?? 0) - end) / REST_WORDS);
  };
  const ownClause = share(inside, holds);
  return [
    share(outside, holds),
    mainLast,
    ownClause,
    clauseBefore,
    order === 'precedes' ? 0 : beside(farBefore),
    order === 'precedes' ? beside(after) : 0,
    beside(inParagraph),
    isAct * clauseBefore,
    isAct * ownClause,
    isAct * ownClause * restAfter(seen),
    isAct * clauseBefore * restAfter(sentences[at - 1]),
  ];
}
