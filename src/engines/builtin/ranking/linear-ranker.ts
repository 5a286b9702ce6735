// The linear ranker: turns features into sentence scores, and sentence scores into an order of paragraphs.

import { ENTITY_TYPES } from '../entities/entity-types.js';
import { ANSWER_TYPES, type AnswerType } from '../question/answer-types.js';

/** A candidate as the model sees it. */
export interface Scorable {
  readonly values: ArrayLike<number>;
  /** Bits of `ENTITY_TYPES`. */
  readonly entityTypes: number;
  readonly paragraph: number;
}

/** The learned weights of the ranker. */
export interface LinearRankModel {
  readonly weights: readonly number[];
  /** By answer type, then by entity type. */
  readonly table: readonly (readonly number[])[];
}

/** Softmax temperature for summing sentence scores within a paragraph. Values from 1 to 2 did best. */
const PARAGRAPH_TEMPERATURE = 1.5;

/** Scores the candidates and sorts them, best first. */
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
 * Returns the index in `ranked` of each paragraph's best sentence. The paragraph with the most probability
 * mass comes first. The temperature flattens the distribution, because an answer that isn't in the best
 * sentence is often next to another good one.
 */
export function rankParagraphs(
  ranked: readonly { readonly candidate: Scorable; readonly score: number }[],
): readonly number[] {
  const highest = ranked[0]?.score ?? 0;
  const found = new Map<number, { readonly best: number; mass: number }>();
  for (const [at, { candidate, score }] of ranked.entries()) {
    const mass = Math.exp((score - highest) / PARAGRAPH_TEMPERATURE);
    const known = found.get(candidate.paragraph);
    if (known) known.mass += mass;
    else found.set(candidate.paragraph, { best: at, mass });
  }
  return [...found.values()].sort((a, b) => b.mass - a.mass).map(({ best }) => best);
}

export function scoreCandidate(
  { values, entityTypes }: Scorable,
  type: AnswerType,
  { weights, table }: LinearRankModel,
): number {
  let score = 0;
  for (let at = 0; at < weights.length; at += 1) score += (weights[at] ?? 0) * (values[at] ?? 0);
  const row = table[ANSWER_TYPES.indexOf(type)] ?? [];
  for (let at = 0; at < ENTITY_TYPES.length; at += 1) if ((entityTypes >>> at) & 1) score += row[at] ?? 0;
  return score;
}
