import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFairQueue, type FairQueue } from '../../../src/core/limits/fair-queue.js';

const LIBRARIES = ['town', 'school', 'club', 'paper'];

/** Work that runs until the test finishes it. */
interface Job {
  readonly library: string;
  readonly number: number;
  readonly positions: number[];
  readonly stopping: AbortController;
  state: 'waiting' | 'running' | 'done' | 'cancelled';
  finish: () => void;
  settled: Promise<void>;
}

/** Adds jobs to a queue and records what happens to them. */
function createJobRecorder(queue: FairQueue) {
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
          job.state = 'cancelled';
        },
      );
      return job;
    },
    inState: (state: Job['state']) => jobs.filter((job) => job.state === state),
  };
}

/** Waits until all pending promise callbacks have run. */
const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('fair queue', () => {
  it('starts work right away while there is room, without reporting positions', async () => {
    const recorder = createJobRecorder(createFairQueue(2));

    const jobs = [recorder.add('town'), recorder.add('town')];
    await settle();

    expect(jobs.map(({ state, positions }) => ({ state, positions }))).toEqual([
      { state: 'running', positions: [] },
      { state: 'running', positions: [] },
    ]);
  });

  it('alternates between a busy library and a quiet one', async () => {
    const recorder = createJobRecorder(createFairQueue(1));
    for (const library of ['town', 'town', 'town', 'town', 'school']) recorder.add(library);

    for (const _ of recorder.jobs) {
      await settle();
      recorder.started.at(-1)?.finish();
    }
    await settle();

    expect(recorder.started.map(({ library }) => library)).toEqual([
      'town',
      'town',
      'school',
      'town',
      'town',
    ]);
  });

  it('reports each position in the queue, and again when it changes', async () => {
    const recorder = createJobRecorder(createFairQueue(1));
    const [first, second, third] = [recorder.add('town'), recorder.add('town'), recorder.add('town')];
    const other = recorder.add('school');

    await settle();
    first.finish();
    await settle();

    expect(second.positions).toEqual([1]);
    expect(third.positions).toEqual([2, 3, 2]);
    expect(other.positions).toEqual([2, 1]);
  });

  it('removes an aborted waiter with its own reason, and moves the others up', async () => {
    const recorder = createJobRecorder(createFairQueue(1));
    recorder.add('town');
    const [second, third] = [recorder.add('town'), recorder.add('town')];
    await settle();

    second.stopping.abort(new Error('gone home'));
    await second.settled;

    expect(second.state).toBe('cancelled');
    expect(third.positions).toEqual([2, 1]);
  });

  it('does not start work that was aborted before', async () => {
    const queue = createFairQueue(1);
    const started: string[] = [];

    const run = queue.run('town', async () => started.push('town'), {
      signal: AbortSignal.abort(new Error('gone home')),
    });

    await expect(run).rejects.toThrow('gone home');
    expect(started).toEqual([]);
  });

  it('continues after work that fails, and passes on its error', async () => {
    const queue = createFairQueue(1);

    const failing = queue.run('town', () => Promise.reject(new Error('model down')));
    const next = queue.run('town', async () => 'answered');

    await expect(failing).rejects.toThrow('model down');
    await expect(next).resolves.toBe('answered');
  });

  it('stays bounded, fair and complete for any order of arrivals, completions and cancellations', async () => {
    const step = fc.oneof(
      {
        weight: 3,
        arbitrary: fc.record({ do: fc.constant('add' as const), library: fc.constantFrom(...LIBRARIES) }),
      },
      { weight: 2, arbitrary: fc.record({ do: fc.constant('finish' as const), pick: fc.nat() }) },
      { weight: 1, arbitrary: fc.record({ do: fc.constant('cancel' as const), pick: fc.nat() }) },
    );
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 4 }),
        fc.array(step, { maxLength: 60 }),
        async (most, steps) => {
          const recorder = createJobRecorder(createFairQueue(most));
          // For each waiting library, the libraries that started since it began to wait or had its last turn.
          const passedOver = new Map<string, string[]>();
          let checkedStarts = 0;
          const check = async () => {
            await settle();
            for (const { library } of recorder.started.slice(checkedStarts)) {
              for (const others of passedOver.values()) others.push(library);
              passedOver.delete(library);
            }
            checkedStarts = recorder.started.length;
            const waiting = recorder.inState('waiting');
            const libraries = new Set(waiting.map(({ library }) => library));
            for (const library of passedOver.keys()) if (!libraries.has(library)) passedOver.delete(library);
            for (const library of libraries) if (!passedOver.has(library)) passedOver.set(library, []);
            const running = recorder.inState('running').length;
            expect(running).toBeLessThanOrEqual(most);
            if (waiting.length > 0) expect(running).toBe(most);
            for (const others of passedOver.values()) expect(new Set(others).size).toBe(others.length);
            expect(waiting.map(({ positions }) => positions.at(-1)).sort((a = 0, b = 0) => a - b)).toEqual(
              waiting.map((_, index) => index + 1),
            );
          };
          for (const next of steps) {
            const running = recorder.inState('running');
            const waiting = recorder.inState('waiting');
            if (next.do === 'add') recorder.add(next.library);
            else if (next.do === 'finish') running[next.pick % Math.max(1, running.length)]?.finish();
            else waiting[next.pick % Math.max(1, waiting.length)]?.stopping.abort(new Error('gone home'));
            await check();
          }
          for (
            let running = recorder.inState('running');
            running.length > 0;
            running = recorder.inState('running')
          ) {
            running[0]?.finish();
            await check();
          }
          await Promise.all(recorder.jobs.map(({ settled }) => settled));

          expect(recorder.inState('done').length + recorder.inState('cancelled').length).toBe(
            recorder.jobs.length,
          );
          for (const library of LIBRARIES) {
            const order = recorder.started
              .filter((job) => job.library === library)
              .map(({ number }) => number);
            expect(order).toEqual(order.toSorted((a, b) => a - b));
          }
        },
      ),
      { numRuns: 150 },
    );
  });
});
