// From features to scores, and from the scores of sentences to an order of paragraphs.

import { ENTITY_TYPES } from '../entities/entity-types.js';
import { ANSWER_TYPES, type AnswerType } from '../question/answer-types.js';

/** A candidate as the model sees it. */
export interface Scorable {
  readonly values: ArrayLike<number>;
  /** Bits of `KINDS`. */
  readonly kinds: number;
  readonly paragraph: number;
}

/** What was learned to order sentences by. */
export interface LinearRankModel {
  readonly weights: readonly number[];
  /** By question type, then by kind of thing. */
  readonly table: readonly (readonly number[])[];
}

/** What scores are divided by before they are added up in a paragraph: 1 to 2 did best. */
const PARAGRAPH_FLATNESS = 1.5;

/** The candidates, best first, with their scores. */
export function scoreCandidates<T extends Scorable>(
  candidates: readonly T[],
  type: AnswerType,
  model: LinearRankModel,
): readonly { readonly candidate: T; readonly score: number }[] {
  return candidates
    .map((candidate) => ({ candidate, score: scoreCandidate(candidate, type, model) }))
    .sort((a, b) => b.score - a.score);
}

/**
 * Of each paragraph its best sentence, as a place among those ranked; the paragraph with the most mass first. Flatter
 * than the sentences' own likelihood, as an answer that is not in the best sentence is often beside a good one.
 */
export function rankParagraphs(
  ranked: readonly { readonly candidate: Scorable; readonly score: number }[],
): readonly number[] {
  const highest = ranked[0]?.score ?? 0;
  const found = new Map<number, { readonly best: number; mass: number }>();
  for (const [at, { candidate, score }] of ranked.entries()) {
    const mass = Math.exp((score - highest) / PARAGRAPH_FLATNESS);
    const known = found.get(candidate.paragraph);
    if (known) known.mass += mass;
    else found.set(candidate.paragraph, { best: at, mass });
  }
  return [...found.values()].sort((a, b) => b.mass - a.mass).map(({ best }) => best);
}

export function scoreCandidate(
  { values, kinds }: Scorable,
  type: AnswerType,
  { weights, table }: LinearRankModel,
): number {
  let score = 0;
  for (let at = 0; at < weights.length; at += 1) score += (weights[at] ?? 0) * (values[at] ?? 0);
  const row = table[ANSWER_TYPES.indexOf(type)] ?? [];
  for (let at = 0; at < ENTITY_TYPES.length; at += 1) if ((kinds >>> at) & 1) score += row[at] ?? 0;
  return score;
}
