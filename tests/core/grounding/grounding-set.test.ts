// The promise, on every sentence of our own set.
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { verifySentence } from '../../../src/core/grounding/verifier/verify.js';
import { readGroundingSet } from '../../measure/eval/grounding-set.js';

const results = readGroundingSet(join(import.meta.dirname, '../../measure/grounding')).map((one) => ({
  ...one,
  found: verifySentence(one.sentence, one.evidence).kind,
}));
const shareOf = (cases: typeof results, kind: string) =>
  cases.filter(({ found }) => found === kind).length / cases.length;

describe('our own grounding set', () => {
  it('confirms no planted claim', () => {
    const planted = results.filter(({ label }) => label === 'planted');

    expect(planted.filter(({ found }) => found === 'same').map(({ id }) => id)).toEqual([]);
  });

  it('confirms at most one false sentence in a hundred', () => {
    expect(
      shareOf(
        results.filter(({ label }) => label === 'false'),
        'same',
      ),
    ).toBeLessThanOrEqual(0.01);
  });

  it('confirms seven of ten faithful sentences, and contradicts none', () => {
    const faithful = results.filter(({ label }) => label === 'faithful');

    expect(shareOf(faithful, 'same')).toBeGreaterThanOrEqual(0.7);
    expect(faithful.filter(({ found }) => found === 'contradicts').map(({ id }) => id)).toEqual([]);
  });
});
