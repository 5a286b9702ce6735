import { describe, expect, it } from 'vitest';
import type { Match } from '../../../src/core/ranking-ports.js';
import { FEATURES } from '../../../src/engines/builtin/features/extract-features.js';
import { sumTrees } from '../../../src/engines/builtin/ranking/regression-trees.js';
import { createRandom } from '../report/statistics.js';
import { makeMisleading } from './adversarial-questions.js';
import { growTrees } from './boosting.js';
import { compressVectors } from './compress-vectors.js';
import { fitLinearRanker } from './fit-linear-ranker.js';
import { fitSoftmax } from './fit-softmax.js';
import { fitPlatt } from './platt-scaling.js';
import type { Example } from './training-example.js';

const OPTIONS = {
  trees: 60,
  depth: 2,
  learningRate: 0.3,
  minLeafWeight: 1,
  ridge: 1,
  columnShare: 1,
  seed: 3,
};

const MATCH: Match = {
  article: {
    ...{ id: 'made-up', library: 'made-up', title: 'Made up', text: 'Text', bodyStart: 0 },
    ...{ language: 'en', digest: 'made-up' },
  },
  passage: { start: 0, end: 4, sentences: [{ start: 0, end: 4 }] },
  similarity: 0,
  textScore: 0,
};

describe('compressVectors', () => {
  it('keeps what differs and drops what all vectors share', () => {
    const random = createRandom(11);
    // Two types of words that differ only in the fifth number. The first four are large and meaningless.
    const vectors = Array.from({ length: 200 }, (_, at) => [
      ...[90, 60, 40].map((spread) => spread * (random() - 0.5)),
      ...[7, at % 2 === 0 ? 3 : -3],
    ]);

    const bytes = compressVectors(vectors, 1);

    expect(bytes).toHaveLength(200);
    expect(new Set([bytes[0], bytes[1]])).toEqual(new Set([127, -127]));
    expect([...bytes]).toEqual(vectors.map((_, at) => bytes[at % 2]));
  });
});

describe('growTrees', () => {
  it('learns exclusive or, which no linear model can', () => {
    const rows = Array.from({ length: 400 }, (_, at) => [at % 2, Math.floor(at / 2) % 2, (at * 7) % 5]);
    const target: number[] = rows.map(([a = 0, b = 0]) => (a === b ? 0 : 3));
    // Makes one value differ a little, because otherwise a first split on either column alone would gain
    // nothing.
    target[0] = 1;

    const scores = new Float64Array(rows.length);
    const trees = growTrees(
      [0, 1, 2].map((at) => Float32Array.from(rows, (row) => row[at] ?? 0)),
      scores,
      (now, first, second) => {
        for (const [row, expected] of target.entries()) {
          first[row] = (now[row] ?? 0) - expected;
          second[row] = 1;
        }
      },
      OPTIONS,
    );

    expect(sumTrees(trees, [0, 1, 2])).toBeCloseTo(3, 0);
    expect(sumTrees(trees, [1, 1, 2])).toBeCloseTo(0, 0);
    expect(sumTrees(trees, rows[5] ?? [])).toBeCloseTo(scores[5] ?? Number.NaN, 9);
  });
});

describe('fitLinearRanker', () => {
  it('weights informative features and ignores constant ones', () => {
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
          question: { text: 'Who?', language: 'en' },
          questionValues: [],
        },
        candidates: Array.from({ length: 6 }, (_, place) => {
          const values = new Float32Array(FEATURES.length);
          values[telling] = place === at % 6 ? 1 : 0.2 * (place % 3);
          values[constant] = at % 5 === 0 ? 0 : 1;
          return {
            values,
            entityTypes: 0,
            paragraph: place,
            isGold: place === at % 6,
            isInGoldParagraph: false,
            match: MATCH,
            sentence: { start: 0, end: 4 },
            signals: { coverage: 0, looseCoverage: 0, hasAntonym: false },
            ...{ lacksHead: false, isMatched: true },
          };
        }),
      }),
    );

    const { weights } = fitLinearRanker(examples, () => 1);

    expect(weights[telling]).toBeGreaterThan(1);
    expect(Math.abs(weights[constant] ?? Number.NaN)).toBeLessThan(1e-6);
  });
});

describe('fitPlatt', () => {
  it('recovers the odds that the scores were drawn from', () => {
    const random = createRandom(5);
    const rows = Array.from({ length: 4_000 }, () => {
      const score = 6 * (random() - 0.5);
      return { score, isRight: random() < 1 / (1 + Math.exp(1 - 2 * score)), weight: 1 };
    });

    const { scale, bias } = fitPlatt(rows);

    expect(scale).toBeCloseTo(2, 0);
    expect(bias).toBeCloseTo(-1, 0);
  });

  it('respects the weights of rows', () => {
    const rows = [-1, 1].flatMap((score) => [
      { score, isRight: true, weight: 3 },
      { score, isRight: false, weight: 1 },
    ]);

    expect(fitPlatt(rows).bias).toBeCloseTo(Math.log(3), 3);
  });
});

describe('makeMisleading', () => {
  const TEXT = 'In 2031 the mayor Ines Calloway met Rolf Moss. In 1904 the pier was built.';

  it.each([
    [0, 'Who met Ines Calloway?', 'Who met Rolf Moss?'],
    [1, 'What did the large pump lift?', 'What did the small pump lift?'],
    [2, 'What was built in 1904?', 'What was built in 2031?'],
    [4, 'Where did the mayor live?', "Where didn't the mayor live?"],
  ])('changes one thing with strategy %i: “%s” becomes “%s”', (turn, question, changed) => {
    expect(makeMisleading(question, TEXT, turn)).toBe(changed);
  });

  it('tries the next strategy if one finds nothing to change, and gives up after the last', () => {
    expect(makeMisleading('Who was ill?', TEXT, 0)).toBe("Who wasn't ill?");
    expect(makeMisleading('Who?', TEXT, 0)).toBeUndefined();
  });
});

describe('fitSoftmax', () => {
  it('learns which dense and sparse features a class has', () => {
    const random = createRandom(5);
    const rows = Array.from({ length: 300 }, (_, at) => {
      const label = at % 3;
      const dense = [label === 0 ? 1 : -1, random() - 0.5];
      const sparse = label === 1 ? [[0, 1] as const] : [];
      return { dense, sparse, label, weight: 1 };
    });

    const weights = fitSoftmax(rows, {
      ...{ classes: 3, dense: 2, sparse: 1, ridge: 1e-4, epochs: 20, learningRate: 0.05 },
    });

    const wrong = rows.filter(({ dense, sparse, label }) => {
      const inputs = [1, ...dense, sparse.length];
      const scores = weights.map((own) => inputs.reduce((sum, value, at) => sum + value * (own[at] ?? 0), 0));
      return scores.indexOf(Math.max(...scores)) !== label;
    });
    expect(wrong).toEqual([]);
  });
});
