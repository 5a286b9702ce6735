import { describe, expect, it } from 'vitest';
import { createReadingLimit } from '../../../../src/engines/builtin/reader/reading-limit.js';
import { createGate } from '../../../support/gate.js';

/** A limit of 300 ms, with a clock and timeouts that the test moves. */
function createLimit() {
  const timeouts: { readonly ms: number; readonly controller: AbortController }[] = [];
  let time = 0;
  const limit = createReadingLimit({
    limitMs: 300,
    now: () => time,
    timeout(ms) {
      const controller = new AbortController();
      timeouts.push({ ms, controller });
      return controller.signal;
    },
  });
  return {
    limit,
    timeouts,
    advance(ms: number) {
      time += ms;
    },
  };
}

/** A reading that takes until the gate opens or its time is over. */
const until =
  <T>(opened: Promise<T>) =>
  (signal: AbortSignal): Promise<T> =>
    new Promise((resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason));
      void opened.then(resolve);
    });

describe('createReadingLimit', () => {
  it('returns what was read in time', async () => {
    const { limit, timeouts } = createLimit();

    expect(await limit.run(async () => 'read')).toBe('read');
    expect(timeouts.map(({ ms }) => ms)).toEqual([300]);
  });

  it('returns nothing when the time is over', async () => {
    const { limit, timeouts } = createLimit();
    const gate = createGate<string>();

    const result = limit.run(until(gate.opened));
    timeouts[0]?.controller.abort();

    expect(await result).toBeUndefined();
  });

  it('does not start a reading that would wait too long for the others', async () => {
    const { limit, advance } = createLimit();
    const gate = createGate<string>();
    const slow = limit.run(async () => {
      advance(250);
      return 'first';
    });
    await slow;
    const [second, third] = [limit.run(until(gate.opened)), limit.run(until(gate.opened))];

    let hasStarted = false;
    const fourth = await limit.run(async () => {
      hasStarted = true;
      return 'fourth';
    });
    gate.open('read');

    expect([await second, await third]).toEqual(['read', 'read']);
    expect([fourth, hasStarted]).toEqual([undefined, false]);
  });

  it('reads again once the others are done', async () => {
    const { limit } = createLimit();
    const gate = createGate<string>();
    const waiting = [1, 2, 3].map(() => limit.run(until(gate.opened)));
    expect(await limit.run(async () => 'too many')).toBeUndefined();
    gate.open('read');
    await Promise.all(waiting);

    expect(await limit.run(async () => 'read')).toBe('read');
  });

  it('always reads if nothing else is being read, however slow it was before', async () => {
    const { limit, advance } = createLimit();
    for (let count = 0; count < 20; count += 1) {
      await limit.run(async () => advance(5_000));
    }

    expect(await limit.run(async () => 'read')).toBe('read');
  });

  it('passes on other failures', async () => {
    const { limit } = createLimit();

    await expect(limit.run(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(await limit.run(async () => 'read')).toBe('read');
  });
});
