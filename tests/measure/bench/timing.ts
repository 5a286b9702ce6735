// Measures wall-clock time and processor time. A busy machine distorts processor time less.
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { percentile } from '../report/statistics.js';

/** Milliseconds of each run. */
export interface Times {
  readonly wallMs: readonly number[];
  /** Summed over all threads of the process. */
  readonly processorMs: readonly number[];
}

/** Runs `work` on each item in turn. The first item is run once more in advance to warm up. */
export async function timeEach<T>(items: readonly T[], work: (item: T) => unknown): Promise<Times> {
  const wallMs: number[] = [];
  const processorMs: number[] = [];
  if (items[0] !== undefined) await work(items[0]);
  for (const item of items) {
    const usage = process.cpuUsage();
    const began = performance.now();
    await work(item);
    wallMs.push(performance.now() - began);
    const { user, system } = process.cpuUsage(usage);
    processorMs.push((user + system) / 1_000);
  }
  return { wallMs, processorMs };
}

/** Runs `work` and measures its duration and the longest time that the event loop was blocked. */
export async function watchLoop<T>(
  work: () => Promise<T>,
): Promise<{ result: T; ms: number; blockMs: number }> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const began = performance.now();
  const result = await work();
  const ms = performance.now() - began;
  delay.disable();
  return { result, ms, blockMs: delay.max / 1e6 };
}

export function showTimes({ wallMs, processorMs }: Times): string {
  const at = (values: readonly number[], share: number) => percentile(values, share).toFixed(1);
  return `p50 ${at(wallMs, 0.5)} ms, p95 ${at(wallMs, 0.95)} ms (processor ${at(processorMs, 0.5)}, ${at(processorMs, 0.95)} ms)`;
}
