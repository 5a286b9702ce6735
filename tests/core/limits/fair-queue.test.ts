import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFairQueue, type FairQueue } from '../../../src/core/limits/fair-queue.js';

const LIBRARIES = ['town', 'school', 'club', 'paper'];

/** Work that runs until it is told to end. */
interface Job {
  readonly library: string;
  readonly number: number;
  readonly positions: number[];
  readonly stopping: AbortController;
  state: 'waiting' | 'running' | 'done' | 'left';
  finish: () => void;
  settled: Promise<void>;
}

/** Puts work into a queue and keeps what came of it. */
function createYard(queue: FairQueue) {
  const jobs: Job[] = [];
  const started: Job[] = [];
  return {
    jobs,
    started,
    add(library: string): Job {
      const job: Job = {
        ...{ library, number: jobs.length, positions: [], stopping: new AbortController() },
        ...{ state: 'waiting', finish: () => {}, settled: Promise.resolve() },
      };
      jobs.push(job);
      const work = () =>
        new Promise<void>((resolve) => {
          job.state = 'running';
          job.finish = resolve;
          started.push(job);
        });
      const options = { signal: job.stopping.signal, onQueued: (place: number) => job.positions.push(place) };
      job.settled = queue.run(library, work, options).then(
        () => {
          job.state = 'done';
        },
        (reason) => {
          if (reason !== job.stopping.signal.reason) throw reason;
          job.state = 'left';
        },
      );
      return job;
    },
    inState: (state: Job['state']) => jobs.filter((job) => job.state === state),
  };
}

/** Lets every promise that can go on do so. */
const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('fair queue', () => {
  it('starts at once what finds a free place, and tells nobody of a queue', async () => {
    const yard = createYard(createFairQueue(2));

    const jobs = [yard.add('town'), yard.add('town')];
    await settle();

    expect(jobs.map(({ state, positions }) => ({ state, positions }))).toEqual([
      { state: 'running', positions: [] },
      { state: 'running', positions: [] },
    ]);
  });

  it('takes turns between a busy library and a quiet one', async () => {
    const yard = createYard(createFairQueue(1));
    for (const library of ['town', 'town', 'town', 'town', 'school']) yard.add(library);

    for (const _ of yard.jobs) {
      await settle();
      yard.started.at(-1)?.finish();
    }
    await settle();

    expect(yard.started.map(({ library }) => library)).toEqual(['town', 'town', 'school', 'town', 'town']);
  });

  it('tells each waiter its place, and again when it changes', async () => {
    const yard = createYard(createFairQueue(1));
    const [first, second, third] = [yard.add('town'), yard.add('town'), yard.add('town')];
    const other = yard.add('school');

    await settle();
    first.finish();
    await settle();

    expect(second.positions).toEqual([1]);
    expect(third.positions).toEqual([2, 3, 2]);
    expect(other.positions).toEqual([2, 1]);
  });

  it('lets an aborted waiter leave, with its own reason, and others move up', async () => {
    const yard = createYard(createFairQueue(1));
    yard.add('town');
    const [second, third] = [yard.add('town'), yard.add('town')];
    await settle();

    second.stopping.abort(new Error('gone home'));
    await second.settled;

    expect(second.state).toBe('left');
    expect(third.positions).toEqual([2, 1]);
  });

  it('does not begin for someone who left before', async () => {
    const queue = createFairQueue(1);
    const began: string[] = [];

    const run = queue.run('town', async () => began.push('town'), {
      signal: AbortSignal.abort(new Error('gone home')),
    });

    await expect(run).rejects.toThrow('gone home');
    expect(began).toEqual([]);
  });

  it('goes on after work that fails, and hands its error over', async () => {
    const queue = createFairQueue(1);

    const failing = queue.run('town', () => Promise.reject(new Error('model down')));
    const next = queue.run('town', async () => 'answered');

    await expect(failing).rejects.toThrow('model down');
    await expect(next).resolves.toBe('answered');
  });

  it('is bounded, fair and complete, whoever comes, ends and leaves in whatever order', async () => {
    const step = fc.oneof(
      {
        weight: 3,
        arbitrary: fc.record({ do: fc.constant('come' as const), library: fc.constantFrom(...LIBRARIES) }),
      },
      { weight: 2, arbitrary: fc.record({ do: fc.constant('end' as const), pick: fc.nat() }) },
      { weight: 1, arbitrary: fc.record({ do: fc.constant('leave' as const), pick: fc.nat() }) },
    );
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 4 }),
        fc.array(step, { maxLength: 60 }),
        async (most, steps) => {
          const yard = createYard(createFairQueue(most));
          // Whose turn it was since a library began to wait or last had one.
          const passedOver = new Map<string, string[]>();
          let seen = 0;
          const check = async () => {
            await settle();
            for (const { library } of yard.started.slice(seen)) {
              for (const others of passedOver.values()) others.push(library);
              passedOver.delete(library);
            }
            seen = yard.started.length;
            const waiting = yard.inState('waiting');
            const libraries = new Set(waiting.map(({ library }) => library));
            for (const library of passedOver.keys()) if (!libraries.has(library)) passedOver.delete(library);
            for (const library of libraries) if (!passedOver.has(library)) passedOver.set(library, []);
            const running = yard.inState('running').length;
            expect(running).toBeLessThanOrEqual(most);
            if (waiting.length > 0) expect(running).toBe(most);
            for (const others of passedOver.values()) expect(new Set(others).size).toBe(others.length);
            expect(waiting.map(({ positions }) => positions.at(-1)).sort((a = 0, b = 0) => a - b)).toEqual(
              waiting.map((_, index) => index + 1),
            );
          };
          for (const next of steps) {
            const running = yard.inState('running');
            const waiting = yard.inState('waiting');
            if (next.do === 'come') yard.add(next.library);
            else if (next.do === 'end') running[next.pick % Math.max(1, running.length)]?.finish();
            else waiting[next.pick % Math.max(1, waiting.length)]?.stopping.abort(new Error('gone home'));
            await check();
          }
          for (let running = yard.inState('running'); running.length > 0; running = yard.inState('running')) {
            running[0]?.finish();
            await check();
          }
          await Promise.all(yard.jobs.map(({ settled }) => settled));

          expect(yard.inState('done').length + yard.inState('left').length).toBe(yard.jobs.length);
          for (const library of LIBRARIES) {
            const order = yard.started.filter((job) => job.library === library).map(({ number }) => number);
            expect(order).toEqual(order.toSorted((a, b) => a - b));
          }
        },
      ),
      { numRuns: 150 },
    );
  });
});
