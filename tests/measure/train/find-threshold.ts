// Finds the answerability below which questions are refused.
import type { Example } from './training-example.js';

/** The highest threshold that refuses at most this share of the answerable questions, with all sets weighted equally. */
export function findThreshold(
  predictions: readonly { readonly example: Pick<Example, 'kind' | 'set'>; readonly confidence: number }[],
  maxWrongRefusals: number,
): number {
  const answerable = predictions.filter(({ example }) => example.kind === 'answerable');
  const sizes = new Map<string, number>();
  for (const { example } of answerable) sizes.set(example.set, (sizes.get(example.set) ?? 0) + 1);
  let refused = 0;
  const first = answerable
    .toSorted((a, b) => a.confidence - b.confidence)
    .find(({ example }) => {
      refused += 1 / (sizes.get(example.set) ?? 1) / sizes.size;
      return refused > maxWrongRefusals;
    });
  return Math.floor((first?.confidence ?? 0) * 1_000) / 1_000;
}
