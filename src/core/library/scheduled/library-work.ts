// The scheduled work of libraries: refreshes and feeds that are due, planned deletions, and old versions.

import { type RepeatedWork, repeatWork } from '../../async/repeated-work.js';
import type { DataDeletion, FeedStore, LibrarySchedule } from '../library-store.js';
import { RESTORABLE_MS } from '../manage/articles/articles.js';
import { backoffMs, intervalMs } from '../manage/intervals.js';
import { DAY_MS, timeFromNow } from '../manage/parts.js';
import type { ArticleRecord } from '../ports.js';
import { checkFeed } from './check-feed.js';
import { claimTimes, inTime, MAX_PER_STEP, runClaims } from './claimed-work.js';
import { describeProblem, isExpected } from './describe-problem.js';
import type { WorkParts } from './parts.js';

const STEP_MS = 60_000;
/** How long the audit log is kept. */
const LOG_DAYS = 365;
/** Versions that no answer cites are kept this long, to say what has changed since. */
const VERSION_DAYS = 90;

/** `run` does everything that is due. */
export type LibraryWork = RepeatedWork;

/** Starts the work, which runs now and once a minute. Two processes on one store never do the same work at the same time. */
export function startLibraryWork(
  parts: WorkParts,
  { stepMs = STEP_MS }: { readonly stepMs?: number | undefined } = {},
): LibraryWork {
  const steps = [deleteLibraries, refreshArticles, checkFeeds, createPurge(parts)];
  return repeatWork((signal) => runDue(steps, parts, signal), { everyMs: stepMs });
}

/** Never throws: a step that fails doesn't keep the others from running. */
async function runDue(
  steps: readonly ((parts: WorkParts, signal: AbortSignal) => Promise<void>)[],
  parts: WorkParts,
  signal: AbortSignal,
): Promise<void> {
  for (const step of steps) {
    if (signal.aborted) return;
    try {
      await step(parts, signal);
    } catch (error) {
      if (!signal.aborted) parts.onFailure?.(error);
    }
  }
}

async function deleteLibraries(parts: WorkParts, signal: AbortSignal): Promise<void> {
  const { store }: { readonly store: LibrarySchedule & DataDeletion } = parts;
  for (let done = 0; done < MAX_PER_STEP; done += 1) {
    const [now, until] = claimTimes(parts);
    const planned = store.claimDeletion(now, until);
    if (!planned) return;
    await store.deleteLibrary(planned.library, signal);
  }
}

async function refreshArticles(parts: WorkParts, signal: AbortSignal): Promise<void> {
  const { store }: { readonly store: LibrarySchedule } = parts;
  await runClaims(
    () => store.claimRefresh(...claimTimes(parts)),
    (record) => refreshArticle(record, parts, signal),
    signal,
  );
}

async function refreshArticle(
  { articleId, library, refreshEvery }: ArticleRecord,
  parts: WorkParts,
  signal: AbortSignal,
): Promise<void> {
  const { manager, store, clock } = parts;
  const schedule = (waitMs: number | undefined, failures: number) => {
    const dueAt = waitMs === undefined ? undefined : timeFromNow(parts, waitMs);
    store.scheduleRefresh(articleId, library, dueAt, failures);
  };
  if (refreshEvery === undefined) return schedule(undefined, 0);
  try {
    await inTime(signal, (limited) => manager.refresh(articleId, { library }, { signal: limited }));
    schedule(intervalMs(refreshEvery), 0);
  } catch (error) {
    if (signal.aborted) {
      store.scheduleRefresh(articleId, library, clock.now().toISOString(), 0);
      throw error;
    }
    if (!isExpected(error)) parts.onFailure?.(error);
    const failures = store.countRefreshFailures(articleId, library) + 1;
    // It may have been removed meanwhile.
    const record = store.getRecord(articleId, library);
    if (record) store.putRecord({ ...record, problem: describeProblem(error) });
    schedule(backoffMs(refreshEvery, failures), failures);
  }
}

async function checkFeeds(parts: WorkParts, signal: AbortSignal): Promise<void> {
  const { store }: { readonly store: LibrarySchedule & FeedStore } = parts;
  await runClaims(
    () => store.claimFeed(...claimTimes(parts)),
    (feed) => checkFeed(feed, parts, signal),
    signal,
  );
}

/** Old versions are looked for once an hour. */
function createPurge({ clock }: WorkParts) {
  let nextAt = Number.NEGATIVE_INFINITY;
  return async (parts: WorkParts, signal: AbortSignal): Promise<void> => {
    const now = clock.now().getTime();
    if (now < nextAt) return;
    nextAt = now + RESTORABLE_MS;
    await parts.store.purgeVersions(
      {
        removed: timeFromNow(parts, -RESTORABLE_MS),
        replaced: timeFromNow(parts, -VERSION_DAYS * DAY_MS),
        changes: timeFromNow(parts, -LOG_DAYS * DAY_MS),
      },
      signal,
    );
  };
}
