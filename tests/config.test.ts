import { describe, expect, it } from 'vitest';
import { readConfig } from '../src/config.js';

describe('configuration of cost', () => {
  it('bounds nothing but haste where nothing is set', () => {
    const { limits, prices, retention } = readConfig({ PRICE_INPUT_PER_MILLION: '' });

    expect(limits).toEqual({
      budgets: { libraryTokensPerDay: 0, userTokensPerDay: 0 },
      cooldownSeconds: 2,
      modelConcurrency: 4,
    });
    expect(prices).toBeUndefined();
    expect(retention).toEqual({ answerDays: 90, cacheDays: 30, usageDays: 90 });
  });

  it('reads budgets, prices and ages', () => {
    const { limits, prices, retention } = readConfig({
      BUDGET_LIBRARY_TOKENS_PER_DAY: '200000',
      BUDGET_USER_TOKENS_PER_DAY: '20000',
      PRICE_OUTPUT_PER_MILLION: '1.60',
      PRICE_CURRENCY: 'EUR',
      KEEP_USAGE_DAYS: '400',
    });

    expect(limits.budgets).toEqual({ libraryTokensPerDay: 200_000, userTokensPerDay: 20_000 });
    expect(prices).toEqual({ inputPerMillion: 0, outputPerMillion: 1.6, currency: 'EUR' });
    expect(retention.usageDays).toBe(400);
  });

  it('tells of every problem at once', () => {
    const environment = {
      BUDGET_USER_TOKENS_PER_DAY: '-1',
      MODEL_CONCURRENCY: '0',
      PRICE_CURRENCY: 'euros',
      KEEP_USAGE_DAYS: '7',
    };

    const names = Object.keys(environment).join('.*');

    expect(() => readConfig(environment)).toThrow(new RegExp(`4 problems.*${names}`, 's'));
  });
});
