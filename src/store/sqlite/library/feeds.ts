// Followed feeds and the items that were seen in them.
import type { FeedEntry, FeedState, FeedStore } from '../../../core/library/library-store.js';
import type { RefreshInterval } from '../../../core/library/ports.js';
import type { Connection } from '../database.js';
import type { Changes } from './changes.js';

/** Items remembered of one feed. Older ones are no longer in it. */
const MAX_ITEMS = 10_000;

export interface FeedRow {
  library: string;
  id: string;
  url: string;
  title: string;
  added_by: string | null;
  added_at: string;
  check_every: string;
  max_articles: number;
  max_age_days: number;
  checked_at: string | null;
  due_at: string;
  failures: number;
  problem: string | null;
  revision: string | null;
}

interface ItemRow {
  id: string;
  url: string;
  title: string;
  published: string | null;
  state: string;
  article: string | null;
  failures: number;
}

export function createFeedStore(database: Connection, changes: Changes): FeedStore {
  const selectAll = database.prepare('SELECT * FROM feeds WHERE library = ? ORDER BY added_at, id');
  const select = database.prepare('SELECT * FROM feeds WHERE library = ? AND id = ?');
  const upsert = database.prepare(
    `INSERT INTO feeds (library, id, url, title, added_by, added_at, check_every, max_articles, max_age_days,
       checked_at, due_at, failures, problem, revision)
     VALUES (@library, @id, @url, @title, @added_by, @added_at, @check_every, @max_articles, @max_age_days,
       @checked_at, @due_at, @failures, @problem, @revision)
     ON CONFLICT (library, id) DO UPDATE SET url = @url, title = @title, check_every = @check_every,
       max_articles = @max_articles, max_age_days = @max_age_days, checked_at = @checked_at, due_at = @due_at,
       failures = @failures, problem = @problem, revision = @revision, claimed_until = NULL`,
  );
  const update = database.prepare(
    `UPDATE feeds SET title = @title, checked_at = @checked_at, due_at = @due_at, failures = @failures,
       problem = @problem, revision = @revision, claimed_until = NULL
     WHERE library = @library AND id = @id`,
  );
  const remove = database.prepare('DELETE FROM feeds WHERE library = ? AND id = ?');
  const removeItems = database.prepare('DELETE FROM feed_items WHERE library = ? AND feed = ?');
  const selectItems = database.prepare(
    `SELECT * FROM feed_items WHERE library = ? AND feed = ?
     ORDER BY published IS NULL, published DESC, position DESC`,
  );
  const lastPosition = database
    .prepare('SELECT coalesce(max(position), 0) FROM feed_items WHERE library = ? AND feed = ?')
    .pluck();
  const forgetItems = database.prepare(
    "DELETE FROM feed_items WHERE library = ? AND feed = ? AND position <= ? AND state != 'waiting'",
  );
  const upsertItem = database.prepare(
    `INSERT INTO feed_items (library, feed, id, url, title, published, state, article, failures, position)
     VALUES (@library, @feed, @id, @url, @title, @published, @state, @article, @failures, @position)
     ON CONFLICT (library, feed, id) DO UPDATE SET state = @state, article = @article, failures = @failures`,
  );

  return {
    listFeeds: (library) => (selectAll.all(library) as FeedRow[]).map(toFeed),
    getFeed(feedId, library) {
      const row = select.get(library, feedId) as FeedRow | undefined;
      return row && toFeed(row);
    },
    putFeed(feed, change) {
      database
        .transaction(() => {
          upsert.run(toRow(feed));
          if (change) changes.add(change);
        })
        .immediate();
    },
    updateFeed({ id, library, title, checkedAt, dueAt, failures, problem, revision }) {
      update.run({
        ...{ id, library, title, failures, checked_at: checkedAt ?? null, due_at: dueAt },
        ...{ problem: problem ?? null, revision: revision ?? null },
      });
    },
    removeFeed(feedId, library, change) {
      return database
        .transaction(() => {
          removeItems.run(library, feedId);
          const isRemoved = remove.run(library, feedId).changes > 0;
          if (isRemoved && change) changes.add(change);
          return isRemoved;
        })
        .immediate();
    },
    listEntries: (feedId, library) => (selectItems.all(library, feedId) as ItemRow[]).map(toEntry),
    putEntries(feedId, library, entries) {
      database
        .transaction(() => {
          // The feed may have been unfollowed meanwhile.
          if (!select.get(library, feedId)) return;
          let position = lastPosition.get(library, feedId) as number;
          // A feed starts with its newest item, so that one gets the highest position.
          for (const entry of entries.toReversed()) {
            position += 1;
            const { published = null, articleId: article = null } = entry;
            upsertItem.run({ ...entry, library, feed: feedId, published, article, position });
          }
          forgetItems.run(library, feedId, position - MAX_ITEMS);
        })
        .immediate();
    },
  };
}

export function toFeed(row: FeedRow): FeedState {
  return {
    ...{ id: row.id, library: row.library, url: row.url, title: row.title, addedAt: row.added_at },
    ...(row.added_by === null ? {} : { addedBy: row.added_by }),
    ...{ checkEvery: row.check_every as RefreshInterval },
    ...{ maxArticles: row.max_articles, maxAgeDays: row.max_age_days },
    ...(row.checked_at === null ? {} : { checkedAt: row.checked_at }),
    ...(row.problem === null ? {} : { problem: row.problem }),
    ...(row.revision === null ? {} : { revision: row.revision }),
    ...{ failures: row.failures, dueAt: row.due_at },
  };
}

function toRow(feed: FeedState): FeedRow {
  return {
    ...{ library: feed.library, id: feed.id, url: feed.url, title: feed.title, added_at: feed.addedAt },
    ...{ added_by: feed.addedBy ?? null, check_every: feed.checkEvery },
    ...{ max_articles: feed.maxArticles, max_age_days: feed.maxAgeDays },
    ...{ checked_at: feed.checkedAt ?? null, due_at: feed.dueAt, failures: feed.failures },
    ...{ problem: feed.problem ?? null, revision: feed.revision ?? null },
  };
}

function toEntry({ id, url, title, published, state, article, failures }: ItemRow): FeedEntry {
  return {
    ...{ id, url, title, state: state as FeedEntry['state'], failures },
    ...(published === null ? {} : { published }),
    ...(article === null ? {} : { articleId: article }),
  };
}
