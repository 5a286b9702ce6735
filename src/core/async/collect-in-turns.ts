// Runs long computations on the thread that also serves requests.
import { setImmediate as yieldToEvents } from 'node:timers/promises';

/** Between two turns of the event loop, in milliseconds. */
const STEP_MS = 15;

/** Collects the values, and gives the event loop a turn every few milliseconds. @throws the signal's reason */
export async function collectInTurns<T>(values: Iterable<T>, signal?: AbortSignal): Promise<readonly T[]> {
  const collected: T[] = [];
  let until = performance.now() + STEP_MS;
  for (const value of values) {
    collected.push(value);
    if (performance.now() < until) continue;
    await yieldToEvents();
    signal?.throwIfAborted();
    until = performance.now() + STEP_MS;
  }
  return collected;
}
