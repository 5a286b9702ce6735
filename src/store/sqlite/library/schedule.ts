// Work of libraries that is due. A claim keeps other processes from doing the same, and expires if its process dies.
import type { LibrarySchedule, PlannedDeletion } from '../../../core/library/library-store.js';
import type { Connection } from '../database.js';
import type { Changes } from './changes.js';
import { type FeedRow, toFeed } from './feeds.js';
import { toRecord } from './records.js';

interface DeletionRow {
  library: string;
  planned_at: string;
  due_at: string;
  user: string | null;
}

export function createSchedule(
  database: Connection,
  changes: Changes,
): LibrarySchedule & { findDeletion(library: string): PlannedDeletion | undefined } {
  /**
   * A single statement, so that two processes never claim the same row. Of one library, one row is claimed at a time, so
   * that slow sites of one library don't keep others waiting.
   */
  const claim = (table: string, key: string, due: string) =>
    database.prepare(
      `UPDATE ${table} SET claimed_until = @until WHERE (${key}) = (
         SELECT ${key} FROM ${table} AS t
         WHERE ${due} <= @now AND NOT EXISTS
             (SELECT 1 FROM ${table} AS o WHERE o.library = t.library AND o.claimed_until > @now)
           ${table === 'planned_deletions' ? '' : 'AND library NOT IN (SELECT library FROM planned_deletions)'}
         ORDER BY ${due} LIMIT 1
       ) RETURNING *`,
    );
  const claims = {
    feed: claim('feeds', 'library, id', 'due_at'),
    refresh: claim('article_records', 'library, article', 'refresh_at'),
    deletion: claim('planned_deletions', 'library', 'due_at'),
  };
  const setRefresh = database.prepare(
    `UPDATE article_records SET refresh_at = ?, failures = ?, claimed_until = NULL
     WHERE library = ? AND article = ?`,
  );
  const failures = database
    .prepare('SELECT failures FROM article_records WHERE library = ? AND article = ?')
    .pluck();
  const insertDeletion = database.prepare(
    'INSERT OR IGNORE INTO planned_deletions (library, planned_at, due_at, user) VALUES (?, ?, ?, ?)',
  );
  // Once it has begun, some data is gone already.
  const removeDeletion = database.prepare(
    'DELETE FROM planned_deletions WHERE library = ? AND claimed_until IS NULL',
  );
  const selectDeletion = database.prepare(
    'SELECT library, planned_at, due_at, user FROM planned_deletions WHERE library = ?',
  );

  return {
    claimFeed(now, until) {
      const row = claims.feed.get({ now, until }) as FeedRow | undefined;
      return row && toFeed(row);
    },
    claimRefresh(now, until) {
      const row = claims.refresh.get({ now, until }) as Parameters<typeof toRecord>[0] | undefined;
      return row && toRecord(row);
    },
    scheduleRefresh(articleId, library, dueAt, failed) {
      setRefresh.run(dueAt ?? null, failed, library, articleId);
    },
    countRefreshFailures: (articleId, library) =>
      (failures.get(library, articleId) as number | undefined) ?? 0,
    claimDeletion(now, until) {
      const row = claims.deletion.get({ now, until }) as DeletionRow | undefined;
      return row && toDeletion(row);
    },
    planDeletion({ library, plannedAt, dueAt, userId }, change) {
      database
        .transaction(() => {
          if (insertDeletion.run(library, plannedAt, dueAt, userId ?? null).changes > 0) changes.add(change);
        })
        .immediate();
    },
    cancelDeletion(library, change) {
      return database
        .transaction(() => {
          const isCancelled = removeDeletion.run(library).changes > 0;
          if (isCancelled) changes.add(change);
          return isCancelled;
        })
        .immediate();
    },
    findDeletion(library) {
      const row = selectDeletion.get(library) as DeletionRow | undefined;
      return row && toDeletion(row);
    },
  };
}

function toDeletion({ library, planned_at, due_at, user }: DeletionRow): PlannedDeletion {
  return { library, plannedAt: planned_at, dueAt: due_at, ...(user === null ? {} : { userId: user }) };
}
