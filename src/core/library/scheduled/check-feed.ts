// Checks a followed feed: notes new items, adds some of those that wait, and removes the oldest beyond the cap.
import type { FeedEntry, FeedState } from '../library-store.js';
import { noteItems } from '../manage/feeds.js';
import { backoffMs, intervalMs } from '../manage/intervals.js';
import { DAY_MS, timeFromNow } from '../manage/parts.js';
import type { ManagedArticle } from '../ports.js';
import { inTime } from './claimed-work.js';
import { describeProblem, isExpected } from './describe-problem.js';
import type { WorkParts } from './parts.js';

/** Items read in one check, so that a busy feed neither floods a library nor the site. */
const ITEMS_PER_CHECK = 5;
/** If more items wait, they are added after this time, without reading the feed again. */
const PACE_MS = 15 * 60 * 1_000;
/** After this many failures, an item is skipped. */
const MAX_ITEM_FAILURES = 3;
/** A check may be a little early, because the schedule runs in steps. */
const TOLERANCE_MS = 2 * 60 * 1_000;
/** Reasons why nothing more can be added for now. */
const NO_ROOM = new Set(['library/full', 'library/too-many-today']);

/** Never throws, except for the signal's reason. */
export async function checkFeed(feed: FeedState, parts: WorkParts, signal: AbortSignal): Promise<void> {
  const { store, clock } = parts;
  const now = clock.now().toISOString();
  const { id, library, checkEvery } = feed;
  let checked = feed;
  try {
    const { problem, isMoreWaiting } = await inTime(signal, async (limited) => {
      checked = { ...(await readDueFeed(feed, parts, limited)), failures: 0 };
      return await addWaiting(checked, parts, limited);
    });
    const wait = isMoreWaiting && problem === undefined ? PACE_MS : intervalMs(checkEvery);
    store.updateFeed({ ...checked, problem, dueAt: timeFromNow(parts, wait) });
  } catch (error) {
    if (signal.aborted) {
      store.updateFeed({ ...feed, dueAt: now });
      throw error;
    }
    if (!isExpected(error)) parts.onFailure?.(error);
    const failures = feed.failures + 1;
    const dueAt = timeFromNow(parts, backoffMs(checkEvery, failures));
    store.updateFeed({
      ...checked,
      id,
      library,
      failures,
      problem: describeProblem(error),
      dueAt,
      checkedAt: now,
    });
  }
}

/** Reads the feed if its interval is over. */
async function readDueFeed(feed: FeedState, parts: WorkParts, signal: AbortSignal): Promise<FeedState> {
  const { sources, clock } = parts;
  const now = clock.now();
  const nextRead = Date.parse(feed.checkedAt ?? '') + intervalMs(feed.checkEvery) - TOLERANCE_MS;
  if (nextRead > now.getTime()) return feed;
  const { url, revision } = feed;
  const found = await sources.readFeed(url, { signal, revision });
  if (found) noteItems(feed, found.items, parts);
  const checkedAt = now.toISOString();
  return found
    ? { ...feed, title: found.title, revision: found.revision, checkedAt }
    : { ...feed, checkedAt };
}

async function addWaiting(feed: FeedState, parts: WorkParts, signal: AbortSignal) {
  const { id, library, maxAgeDays } = feed;
  const { store, clock } = parts;
  const waiting = store.listEntries(id, library).filter(({ state }) => state === 'waiting');
  const oldest = clock.now().getTime() - maxAgeDays * DAY_MS;
  for (const entry of waiting.slice(0, ITEMS_PER_CHECK)) {
    signal.throwIfAborted();
    if (!store.getFeed(id, library)) return { problem: undefined, isMoreWaiting: false };
    const isTooOld = entry.published !== undefined && Date.parse(entry.published) < oldest;
    const outcome = isTooOld ? skipped(entry) : await addItem(feed, entry, parts, signal);
    if (typeof outcome === 'string') return { problem: outcome, isMoreWaiting: true };
    store.putEntries(id, library, [outcome]);
  }
  await removeOldest(feed, parts);
  return { problem: undefined, isMoreWaiting: waiting.length > ITEMS_PER_CHECK };
}

/** @returns what became of the item, or why nothing can be added for now */
async function addItem(
  feed: FeedState,
  entry: FeedEntry,
  { manager, store }: WorkParts,
  signal: AbortSignal,
): Promise<FeedEntry | string> {
  const actor = { library: feed.library };
  const [oldest, ...others] = articlesOf(feed, manager.list(actor));
  if (oldest && others.length + 1 >= feed.maxArticles && dateOf(oldest) > (entry.published ?? '9'))
    return skipped(entry);
  try {
    const source = { kind: 'link', url: entry.url, feedId: feed.id } as const;
    const preview = await manager.preview(source, actor, { signal });
    if (preview.replaces) {
      manager.dropPreview(preview.id, actor);
      return { ...entry, state: 'added', articleId: preview.replaces.id };
    }
    // Nobody may want the feed any more.
    if (!store.getFeed(feed.id, feed.library)) {
      manager.dropPreview(preview.id, actor);
      return skipped(entry);
    }
    const { article } = await manager.add(preview.id, actor, { signal });
    return { ...entry, state: 'added', articleId: article.id };
  } catch (error) {
    signal.throwIfAborted();
    // The item isn't to blame for a full disk or a model that fails.
    if (!isExpected(error)) throw error;
    if (NO_ROOM.has(error.code)) return describeProblem(error);
    const failures = entry.failures + 1;
    return { ...entry, failures, state: failures >= MAX_ITEM_FAILURES ? 'skipped' : 'waiting' };
  }
}

/** Removes the feed's oldest articles until no more than its cap are left. */
async function removeOldest(feed: FeedState, { manager }: WorkParts): Promise<void> {
  const actor = { library: feed.library };
  const articles = articlesOf(feed, manager.list(actor));
  for (const { id } of articles.slice(0, Math.max(0, articles.length - feed.maxArticles)))
    await manager.remove(id, actor);
}

/** Oldest first. */
function articlesOf(
  { id, library }: FeedState,
  articles: readonly ManagedArticle[],
): readonly ManagedArticle[] {
  return articles
    .filter(({ record }) => record.library === library && record.feedId === id)
    .toSorted((a, b) => (dateOf(a) < dateOf(b) ? -1 : 1));
}

function dateOf({ published, record }: ManagedArticle): string {
  return published !== undefined && !Number.isNaN(Date.parse(published))
    ? new Date(published).toISOString()
    : record.addedAt;
}

function skipped(entry: FeedEntry): FeedEntry {
  return { ...entry, state: 'skipped' };
}
