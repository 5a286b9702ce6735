// Following feeds. The scheduled work adds their items.
import { digestOf } from '../../text/article.js';
import type { FeedEntry, FeedState } from '../library-store.js';
import type { LibraryManager } from '../manager.js';
import type { FeedItem, FollowedFeed } from '../ports.js';
import { libraryErrors } from './errors.js';
import { changeOf, DAY_MS, type ManagerParts, requireKept } from './parts.js';

const MAX_AGE_DAYS = 36_500;
/** Of a new feed, items beyond these are never added. */
const MAX_WAITING = 500;

export function createFeedMethods(
  parts: ManagerParts,
): Pick<LibraryManager, 'follow' | 'unfollow' | 'listFeeds'> {
  const { store, sources, clock, limits, interruptible, limitReading } = parts;

  return {
    async follow(url, options, actor, read = {}) {
      const { library, userId } = actor;
      requireKept(parts, library);
      const known = store.listFeeds(library);
      // Whether this one is followed already is known only once it is read.
      if (known.length >= limits.feeds && !known.some((feed) => feed.url === url))
        throw libraryErrors.tooManyFeeds(limits.feeds);
      const found = await interruptible.run(library, read.signal, async (signal) => {
        const feed = await limitReading(userId, signal, () => sources.readFeed(url, { ...read, signal }));
        signal.throwIfAborted();
        return feed;
      });
      requireKept(parts, library);
      if (!found) throw libraryErrors.noSuchFeed();
      const id = digestOf(library, found.url).slice(0, 16);
      const existing = store.getFeed(id, library);
      if (!existing && store.listFeeds(library).length >= limits.feeds)
        throw libraryErrors.tooManyFeeds(limits.feeds);
      const now = clock.now().toISOString();
      const feed: FeedState = {
        ...{ id, library, url: found.url, title: found.title, checkEvery: options.checkEvery },
        maxArticles: clamp(options.maxArticles, limits.articles),
        maxAgeDays: clamp(options.maxAgeDays, MAX_AGE_DAYS),
        addedAt: existing?.addedAt ?? now,
        ...((existing?.addedBy ?? userId) === undefined ? {} : { addedBy: existing?.addedBy ?? userId }),
        ...{ checkedAt: now, dueAt: now, failures: 0 },
        ...(found.revision === undefined ? {} : { revision: found.revision }),
      };
      const change = changeOf(parts, actor, { action: 'followed', subject: feed.title });
      store.putFeed(feed, change);
      noteItems(feed, found.items, parts);
      return { feed: toFollowed(feed), items: found.items };
    },

    unfollow(feedId, actor) {
      const { library } = actor;
      const feed = store.getFeed(feedId, library);
      if (!feed) throw libraryErrors.noSuchFeed();
      const change = changeOf(parts, actor, { action: 'unfollowed', subject: feed.title });
      store.removeFeed(feedId, library, change);
      return toFollowed(feed);
    },

    listFeeds({ library }) {
      if (store.findDeletion(library)) return [];
      return store.listFeeds(library).map(toFollowed);
    },
  };
}

/** Remembers items that weren't seen before. Of those of a new feed, only as many wait as the library will keep. */
export function noteItems(
  { id, library, maxArticles, maxAgeDays }: FollowedFeed,
  items: readonly FeedItem[],
  { store, clock }: Pick<ManagerParts, 'store' | 'clock'>,
): void {
  const entries = store.listEntries(id, library);
  const seen = new Set(entries.map((entry) => entry.id));
  const oldest = clock.now().getTime() - maxAgeDays * DAY_MS;
  const isTooOld = ({ published }: FeedItem) => published !== undefined && Date.parse(published) < oldest;
  let waiting = entries.filter(({ state }) => state === 'waiting').length;
  const added: FeedEntry[] = [];
  for (const item of newestFirst(items)) {
    if (seen.has(item.id)) continue;
    seen.add(item.id);
    const isWaiting = !isTooOld(item) && waiting < Math.min(maxArticles, MAX_WAITING);
    if (isWaiting) waiting += 1;
    added.push({ ...item, state: isWaiting ? 'waiting' : 'skipped', failures: 0 });
  }
  if (added.length > 0) store.putEntries(id, library, added);
}

/** By date where they have one. Otherwise a feed's order counts, which starts with the newest. */
function newestFirst(items: readonly FeedItem[]): readonly FeedItem[] {
  if (items.some(({ published }) => published === undefined || Number.isNaN(Date.parse(published))))
    return items;
  return items.toSorted((a, b) => Date.parse(b.published ?? '') - Date.parse(a.published ?? ''));
}

function toFollowed({ revision: _, failures: __, dueAt: ___, ...feed }: FeedState): FollowedFeed {
  return feed;
}

function clamp(value: number, max: number): number {
  return Math.min(Math.max(1, Math.round(value)), max);
}
