// From features to scores: a linear model orders all sentences, trees order the best of them anew.
import { KINDS } from './features/read.js';
import { QUESTION_TYPES, type QuestionType } from './question-type.js';
import { addUp, type Tree } from './trees.js';

/** A candidate as the model sees it. */
export interface Scorable {
  readonly values: ArrayLike<number>;
  /** Bits of `KINDS`. */
  readonly kinds: number;
  readonly paragraph: number;
}

/** What was learned to order sentences by. */
export interface RankModel {
  readonly weights: readonly number[];
  /** By question type, then by kind of thing. */
  readonly table: readonly (readonly number[])[];
  readonly trees: readonly Tree[];
}

/** Sentences that the trees order; the rest keep the linear model's order below them. */
export const REORDERED = 30;
/** What scores are divided by before they are added up in a paragraph: 1 to 2 did best. */
const PARAGRAPH_FLATNESS = 1.5;
/** Told to the trees beside the features, in this order; then each question type and each kind, 0 or 1. */
export const LIST_FEATURES = ['linear', 'belowBest', 'paragraphMass', 'shareOfMass'] as const;

/** Indices of the candidates, best first, with their scores. */
export function scoreAll<T extends Scorable>(
  candidates: readonly T[],
  type: QuestionType,
  model: RankModel,
): readonly { readonly candidate: T; readonly score: number }[] {
  const scored = candidates
    .map((candidate) => ({ candidate, score: scoreLinearly(candidate, type, model) }))
    .sort((a, b) => b.score - a.score);
  const first = scored.slice(0, REORDERED);
  const inputs = readListFeatures(first, type);
  const reordered = first
    .map(({ candidate, score }, at) => ({ candidate, score: score + addUp(model.trees, inputs[at] ?? []) }))
    .sort((a, b) => b.score - a.score);
  const least = reordered.at(-1)?.score ?? 0;
  return [
    ...reordered,
    ...scored.slice(REORDERED).map(({ candidate, score }) => ({ candidate, score: Math.min(score, least) })),
  ];
}

/**
 * Of each paragraph its best sentence, as a place among those ranked; the paragraph with the most mass first. Flatter
 * than the sentences' own likelihood, as an answer that is not in the best sentence is often beside a good one.
 */
export function orderParagraphs(
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

export function scoreLinearly(
  { values, kinds }: Scorable,
  type: QuestionType,
  { weights, table }: Omit<RankModel, 'trees'>,
): number {
  let score = 0;
  for (let at = 0; at < weights.length; at += 1) score += (weights[at] ?? 0) * (values[at] ?? 0);
  const row = table[QUESTION_TYPES.indexOf(type)] ?? [];
  for (let at = 0; at < KINDS.length; at += 1) if ((kinds >>> at) & 1) score += row[at] ?? 0;
  return score;
}

/** What the trees see of each: its features, how it stands among the others, and what is asked for and held. */
export function readListFeatures(
  scored: readonly { readonly candidate: Scorable; readonly score: number }[],
  type: QuestionType,
): readonly Float64Array[] {
  const best = scored[0]?.score ?? 0;
  const powers = scored.map(({ score }) => Math.exp(score - best));
  const total = powers.reduce((sum, power) => sum + power, 0);
  const masses = new Map<number, number>();
  for (const [at, { candidate }] of scored.entries())
    masses.set(candidate.paragraph, (masses.get(candidate.paragraph) ?? 0) + (powers[at] ?? 0));
  const typeAt = QUESTION_TYPES.indexOf(type);
  return scored.map(({ candidate, score }, at) => {
    const { values, kinds, paragraph } = candidate;
    const mass = masses.get(paragraph) ?? 0;
    const input = new Float64Array(
      values.length + LIST_FEATURES.length + QUESTION_TYPES.length + KINDS.length,
    );
    input.set(values);
    let place = values.length;
    for (const value of [score, score - best, mass / total, (powers[at] ?? 0) / mass]) {
      input[place] = value;
      place += 1;
    }
    input[place + typeAt] = 1;
    place += QUESTION_TYPES.length;
    for (let kind = 0; kind < KINDS.length; kind += 1) input[place + kind] = (kinds >>> kind) & 1;
    return input;
  });
}
