// How work that is due is claimed and done, so that slow sites keep neither other libraries nor other processes waiting.
import { libraryErrors } from '../manage/errors.js';
import { timeFromNow } from '../manage/parts.js';
import type { WorkParts } from './parts.js';

/** Feeds, articles or deletions in one step, so that one kind of work doesn't keep the others waiting for long. */
export const MAX_PER_STEP = 50;
/** After this time, another process may take over work that was claimed. */
const CLAIM_MS = 15 * 60_000;
/** Work ends before its claim does. */
const MAX_WORK_MS = 10 * 60_000;
/** Refreshes or feeds at a time. */
const CONCURRENCY = 3;

export function claimTimes(parts: Pick<WorkParts, 'clock'>): readonly [now: string, until: string] {
  return [timeFromNow(parts, 0), timeFromNow(parts, CLAIM_MS)];
}

/** Does what is claimed, some of it at the same time, because a site may be slow. @throws the first error, at the end */
export async function runClaims<T>(
  claim: () => T | undefined,
  work: (claimed: T) => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  let done = 0;
  const workers = Array.from({ length: CONCURRENCY }, async () => {
    while (done < MAX_PER_STEP && !signal.aborted) {
      done += 1;
      const claimed = claim();
      if (claimed === undefined) return;
      await work(claimed);
    }
  });
  const failed = (await Promise.allSettled(workers)).find((outcome) => outcome.status === 'rejected');
  if (failed) throw failed.reason;
}

/** Ends the work before another process may take it over. @throws AppError `library/too-slow` */
export async function inTime<T>(signal: AbortSignal, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(libraryErrors.tooSlow()), MAX_WORK_MS);
  timer.unref();
  try {
    return await work(AbortSignal.any([signal, late.signal]));
  } finally {
    clearTimeout(timer);
  }
}
