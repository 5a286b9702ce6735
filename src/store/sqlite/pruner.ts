// Deletes rows that are past their retention period, in steps between which the event loop gets a turn, and gives the
// space back to the disk.
import { setImmediate as yieldToEvents } from 'node:timers/promises';
import type { Pruner } from '../../core/store-ports.js';
import type { Connection } from './database.js';

/** Rows deleted in one step, which takes a few milliseconds. */
const ROWS_PER_STEP = 200;
/** Pages given back in one step. */
const PAGES_PER_STEP = 200;

export function createPruner(database: Connection): Pruner['prune'] {
  const deleteOld = (table: string, key: string) =>
    database.prepare(
      `DELETE FROM ${table} WHERE ${key} IN (SELECT ${key} FROM ${table} WHERE created_at < ? LIMIT ${ROWS_PER_STEP})`,
    );
  const deletions = {
    answers: deleteOld('answers', 'id'),
    cache: deleteOld('answer_cache', 'key'),
    usage: deleteOld('usage', 'id'),
  };
  return async (times, signal) => {
    let deleted = 0;
    for (const [name, deletion] of Object.entries(deletions) as [
      keyof typeof deletions,
      (typeof deletions)['usage'],
    ][]) {
      for (let changes = ROWS_PER_STEP; changes === ROWS_PER_STEP; ) {
        signal?.throwIfAborted();
        changes = deletion.run(times[name]).changes;
        deleted += changes;
        await yieldToEvents();
      }
    }
    if (deleted === 0) return 0;
    await compact(database, signal);
    return deleted;
  };
}

/** Gives the space of deleted rows back to the disk. */
export async function compact(database: Connection, signal: AbortSignal | undefined): Promise<void> {
  const freePages = () => database.pragma('freelist_count', { simple: true }) as number;
  for (let before = Number.POSITIVE_INFINITY, left = freePages(); left > 0 && left < before; ) {
    await yieldToEvents();
    signal?.throwIfAborted();
    database.pragma(`incremental_vacuum(${PAGES_PER_STEP})`);
    [before, left] = [left, freePages()];
  }
  signal?.throwIfAborted();
  // Deleted text would stay in the write-ahead log until it is overwritten.
  database.pragma('wal_checkpoint(TRUNCATE)');
}
