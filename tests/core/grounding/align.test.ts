import { describe, expect, it } from 'vitest';
import { align } from '../../../src/core/grounding/verifier/align/align.js';
import { findOmissions } from '../../../src/core/grounding/verifier/omit/omissions.js';
import { parseSentence } from '../../../src/core/grounding/verifier/parse/parse-sentence.js';

/** Steps that it takes to find that a sentence of repeated words can't be derived from a longer one. */
function countSteps(size: number): number {
  const words = (count: number) => Array.from({ length: count }, () => 'rain').join(' ');
  const { tokens: claim } = parseSentence(`${words(size)} never`, () => false);
  const { tokens: evidence } = parseSentence(words(size * 2), () => false);
  const budget = { steps: 1_000_000 };

  align(claim, evidence, findOmissions(evidence), false, budget);

  return 1_000_000 - budget.steps;
}

describe('align', () => {
  it('needs no more than a cubic number of steps for repeated words', () => {
    for (const size of [5, 10, 20]) expect(countSteps(size)).toBeLessThanOrEqual(2 * (2 * size + 1) ** 3);
  });

  it('gives up once its budget is spent', () => {
    const { tokens } = parseSentence('Rain fell on the town.', () => false);

    expect(align(tokens, tokens, () => true, false, { steps: 2 })).toBeUndefined();
    expect(align(tokens, tokens, () => true, false, { steps: 100 })).toBeDefined();
  });
});
