// Shows whether work leaves the event loop free, without measuring time.
import { setImmediate as nextTurn } from 'node:timers/promises';

/** Counts how often other code got a turn until the work was done. Work that blocks the event loop leaves none or two. */
export async function countTurnsDuring(work: Promise<unknown>): Promise<number> {
  let isDone = false;
  const stop = () => {
    isDone = true;
  };
  work.then(stop, stop);
  let turns = 0;
  for (; !isDone; turns += 1) await nextTurn();
  await work;
  return turns;
}
