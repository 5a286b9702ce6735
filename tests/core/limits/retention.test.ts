import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { AppError } from '../../../src/core/errors.js';
import { startPruning } from '../../../src/core/limits/retention.js';
import { createBuiltinEngine } from '../../../src/engines/builtin/engine.js';
import { openStore } from '../../../src/store/open.js';
import { temporaryFolder } from '../../support/temporary.js';

const RETENTION = { answerDays: 10, cacheDays: 5, usageDays: 30 };
const DAY_MS = 24 * 60 * 60 * 1_000;
const ANSWER = { kind: 'not-in-article', closest: [], confidence: 0, engine: 'builtin' } as const;

/** A store with an answer, a cached answer and a usage entry for each age in days. */
async function openAged(now: Date, ages: readonly number[]) {
  const { embedder, analyzer } = createBuiltinEngine();
  const store = await openStore({ dataDir: temporaryFolder(), embedder, analyzer });
  onTestFinished(() => store.close());
  for (const age of ages) {
    const createdAt = new Date(now.getTime() - age * DAY_MS).toISOString();
    store.putAnswer({ id: `${age}`, library: 'town', question: 'Why?', answer: ANSWER, createdAt });
    store.putCachedAnswer(`${age}`, ANSWER, createdAt);
    store.addUsage({
      ...{ library: 'town', command: 'ask', outcome: 'not-in-article', engine: 'builtin', createdAt },
      ...{ inputTokens: 1, outputTokens: 0, ms: 1 },
    });
  }
  return {
    store,
    left: () => ({
      answers: ages.filter((age) => store.getAnswer(`${age}`)),
      cache: ages.filter((age) => store.getCachedAnswer(`${age}`)),
      usage: store.countTokens({ library: 'town' }, ''),
    }),
  };
}

describe('retention', () => {
  it('deletes at the start everything that is too old, and nothing else', async () => {
    const now = new Date('2031-03-03T10:00:00Z');
    const { store, left } = await openAged(now, [0, 5, 6, 10, 11, 30, 31]);

    const pruned = vi.spyOn(store, 'prune');
    const stop = startPruning(RETENTION, { store, clock: { now: () => now } });
    onTestFinished(stop);
    await pruned.mock.results[0]?.value;

    expect(left()).toEqual({ answers: [0, 5, 6, 10], cache: [0, 5], usage: 6 });
  });

  it('deletes old data once a day until it is stopped', async () => {
    vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'] });
    onTestFinished(() => void vi.useRealTimers());
    const { store, left } = await openAged(new Date(), [0]);
    const stop = startPruning(RETENTION, { store, clock: { now: () => new Date() } });

    const pruned = vi.spyOn(store, 'prune');
    vi.advanceTimersByTime(6 * DAY_MS);
    await Promise.all(pruned.mock.results.map(({ value }) => value));
    const afterSixDays = left();
    await stop();
    vi.advanceTimersByTime(100 * DAY_MS);

    expect(afterSixDays).toEqual({ answers: [0], cache: [], usage: 1 });
    expect(left()).toEqual(afterSixDays);
  });

  it('warns and carries on if the store cannot be pruned', async () => {
    const warnings: string[] = [];
    const busy = new AppError({
      code: 'store/unavailable',
      message: 'The database is busy.',
      advice: 'Wait.',
    });
    const store = {
      async prune(): Promise<number> {
        throw busy;
      },
    };

    const stop = startPruning(RETENTION, {
      store,
      clock: { now: () => new Date() },
      onWarning: (warning) => warnings.push(warning),
    });
    onTestFinished(stop);

    await vi.waitFor(() => expect(warnings).not.toEqual([]));
    expect(warnings).toEqual(["Couldn't delete old answers: The database is busy. Wait."]);
  });
});
