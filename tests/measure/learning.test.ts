import { describe, expect, it } from 'vitest';
import { FEATURES } from '../../src/engines/builtin/features/read.js';
import { addUp } from '../../src/engines/builtin/trees.js';
import { growTrees } from './boosting.js';
import type { Example } from './example.js';
import { fitLine } from './fit-line.js';

const OPTIONS = { trees: 60, depth: 2, rate: 0.3, minLeaf: 1, ridge: 1, columnShare: 1, seed: 3 };

describe('growTrees', () => {
  it('learns what no straight line can: one or the other, but not both', () => {
    const rows = Array.from({ length: 400 }, (_, at) => [at % 2, Math.floor(at / 2) % 2, (at * 7) % 5]);
    const target: number[] = rows.map(([a = 0, b = 0]) => (a === b ? 0 : 3));
    // A first split on either column alone gains nothing, so one value stands out a little.
    target[0] = 1;

    const scores = new Float64Array(rows.length);
    const trees = growTrees(
      [0, 1, 2].map((at) => Float32Array.from(rows, (row) => row[at] ?? 0)),
      scores,
      (now, first, second) => {
        for (const [row, wanted] of target.entries()) {
          first[row] = (now[row] ?? 0) - wanted;
          second[row] = 1;
        }
      },
      OPTIONS,
    );

    expect(addUp(trees, [0, 1, 2])).toBeCloseTo(3, 0);
    expect(addUp(trees, [1, 1, 2])).toBeCloseTo(0, 0);
    expect(addUp(trees, rows[5] ?? [])).toBeCloseTo(scores[5] ?? Number.NaN, 9);
  });
});

describe('fitLine', () => {
  it('weighs what tells the answer, and gives no weight to what never differs within a question', () => {
    const [telling, constant] = [FEATURES.indexOf('bm25'), FEATURES.indexOf('articleShare')];
    const examples = Array.from(
      { length: 60 },
      (_, at): Example => ({
        ...{
          set: 'made-up',
          article: 'made-up',
          kind: 'answerable',
          fold: 0,
          type: 'who',
          questionValues: [],
        },
        candidates: Array.from({ length: 6 }, (_, place) => {
          const values = new Array<number>(FEATURES.length).fill(0);
          values[telling] = place === at % 6 ? 1 : 0.2 * (place % 3);
          values[constant] = at % 5 === 0 ? 0 : 1;
          return { values, kinds: 0, paragraph: place, isGold: place === at % 6, isInGoldParagraph: false };
        }),
      }),
    );

    const { weights } = fitLine(examples, () => 1);

    expect(weights[telling]).toBeGreaterThan(1);
    expect(Math.abs(weights[constant] ?? Number.NaN)).toBeLessThan(1e-6);
  });
});
