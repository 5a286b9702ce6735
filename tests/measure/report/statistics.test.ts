import { describe, expect, it } from 'vitest';
import {
  areaUnderRoc,
  bootstrapInterval,
  calibrationError,
  createRandom,
  mean,
  percentile,
  reliability,
} from './statistics.js';

describe('statistics', () => {
  it('computes the area under the ROC curve with ties as half', () => {
    expect(areaUnderRoc([2, 3], [0, 1])).toBe(1);
    expect(areaUnderRoc([0, 1], [2, 3])).toBe(0);
    expect(areaUnderRoc([1, 2], [1, 2])).toBe(0.5);
    expect(areaUnderRoc([1, 3], [2])).toBe(0.5);
    expect(areaUnderRoc([1], [])).toBeNaN();
  });

  it('computes percentiles by nearest rank', () => {
    const values = [5, 1, 4, 2, 3];

    expect([0, 0.5, 0.95, 1].map((share) => percentile(values, share))).toEqual([1, 3, 5, 5]);
  });

  it('computes intervals that cover the true mean about as often as they claim', () => {
    const random = createRandom(5);
    const rounds = 200;
    let covered = 0;
    for (let round = 0; round < rounds; round += 1) {
      const values = Array.from({ length: 100 }, () => (random() < 0.3 ? 1 : 0));
      const [low, high] = bootstrapInterval(values, mean);
      if (low <= 0.3 && 0.3 <= high) covered += 1;
    }

    expect(covered / rounds).toBeGreaterThan(0.88);
    expect(covered / rounds).toBeLessThan(0.99);
  });

  it('measures the calibration error', () => {
    const judgements = (confidence: number, trueOnes: number, falseOnes: number) => [
      ...Array.from({ length: trueOnes }, () => ({ confidence, isTrue: true })),
      ...Array.from({ length: falseOnes }, () => ({ confidence, isTrue: false })),
    ];

    const honest = reliability([...judgements(0.85, 85, 15), ...judgements(0.25, 25, 75)]);
    const boastful = reliability([...judgements(1, 50, 50), ...judgements(0.25, 25, 75)]);

    expect(honest.map(({ count }) => count)).toEqual([100, 100]);
    expect(calibrationError(honest)).toBeCloseTo(0);
    expect(calibrationError(boastful)).toBeCloseTo(0.25);
  });
});
