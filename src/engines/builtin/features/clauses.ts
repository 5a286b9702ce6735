// Features of questions with a subordinate clause. What happened after an event usually follows it in the
// text.

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
  'actionAfterClause',
  'actionInClause',
  'actionRestAfterClause',
  'actionRestBefore',
] as const;

const NO_CLAUSE: readonly number[] = CLAUSE_FEATURES.map(() => 0);
/** A rest of this many words certainly says something of its own. */
const LONG_REST_WORDS = 12;

export function readClauseFeatures(candidateSet: CandidateSet, at: number): readonly number[] {
  const { query, sentences, paragraphs, clause, type } = candidateSet;
  const candidate = sentences[at];
  if (!candidate) return [];
  if (!clause) return NO_CLAUSE;
  const { matched } = candidate.termWeights;
  const { nearest } = candidate.semantic;
  const share = (indices: readonly number[], value: (index: number) => number): number => {
    let [sum, total] = [0, 1e-9];
    for (const index of indices) {
      const idf = query.terms[index]?.idf ?? 0;
      total += idf;
      sum += idf * value(index);
    }
    return sum / total;
  };
  const matchOf = (index: number) => matched[index] ?? 0;
  const { clauseTerms, mainTerms, order } = clause;
  const last = mainTerms.at(-1) ?? -1;
  const mainLast = Math.max(matched[last] ?? 0, 0.8 * (nearest[last] ?? 0));
  const before = matchedByNeighbour(candidateSet, at, at - 1);
  const farBefore = matchedByNeighbour(candidateSet, at, at - 2);
  const after = matchedByNeighbour(candidateSet, at, at + 1);
  const inParagraph = paragraphs[at]?.termWeights.matched ?? [];
  const gainFrom = (weights: readonly number[]) =>
    share(clauseTerms, (index) => Math.max(0, (weights[index] ?? 0) - matchOf(index)));
  const clauseBefore = order === 'precedes' ? 0 : gainFrom(before);
  const isAction = type === 'event' || type === 'action' || type === 'what' ? 1 : 0;
  const isInside = new Set(clauseTerms);
  // How much the sentence says after the words of the clause, 0…1.
  const restAfter = (sentence: CandidateSentence | undefined) => {
    let end = 0;
    for (const { index, place } of sentence?.hits.terms ?? [])
      if (isInside.has(index)) end = Math.max(end, place + 1);
    return Math.min(1, ((sentence?.sentence.tokens.length ?? 0) - end) / LONG_REST_WORDS);
  };
  const clauseCoverage = share(clauseTerms, matchOf);
  return [
    share(mainTerms, matchOf),
    mainLast,
    clauseCoverage,
    clauseBefore,
    order === 'precedes' ? 0 : gainFrom(farBefore),
    order === 'precedes' ? gainFrom(after) : 0,
    gainFrom(inParagraph),
    isAction * clauseBefore,
    isAction * clauseCoverage,
    isAction * clauseCoverage * restAfter(candidate),
    isAction * clauseBefore * restAfter(sentences[at - 1]),
  ];
}
