// Digests, and the slots in which they are posted.
import type { DigestStore } from '../../../core/digest/ports.js';
import type { Connection } from '../database.js';
import type { Changes } from '../library/changes.js';
import { type DigestRow, fromDigest, toDigest } from './digest-row.js';
import { createSlots } from './slots.js';

export function createDigestStore(database: Connection, changes: Changes): DigestStore {
  const selectAll = database.prepare('SELECT * FROM digests WHERE library = ? ORDER BY created_at, id');
  const select = database.prepare('SELECT * FROM digests WHERE library = ? AND id = ?');
  const insert = database.prepare(
    `INSERT INTO digests (library, id, channel, subject, style, schedule, created_by, created_at, paused_at, problem,
       posted_at, posted_url, due_at, covered)
     VALUES (@library, @id, @channel, @subject, @style, @schedule, @created_by, @created_at, @paused_at, @problem,
       @posted_at, @posted_url, @due_at, @covered)`,
  );
  const pause = database.prepare(
    'UPDATE digests SET paused_at = ?, problem = ? WHERE library = ? AND id = ? AND paused_at IS NULL',
  );
  const resume = database.prepare(
    `UPDATE digests SET paused_at = NULL, problem = NULL, due_at = ?
     WHERE library = ? AND id = ? AND paused_at IS NOT NULL`,
  );
  const remove = database.prepare('DELETE FROM digests WHERE library = ? AND id = ?');
  const removeSlots = database.prepare('DELETE FROM digest_slots WHERE library = ? AND digest = ?');
  const due = database.prepare(
    `SELECT * FROM digests
     WHERE paused_at IS NULL AND due_at <= ? AND library NOT IN (SELECT library FROM planned_deletions)
     ORDER BY due_at LIMIT ?`,
  );

  return {
    ...createSlots(database),
    listDigests: (library) => (selectAll.all(library) as DigestRow[]).map(toDigest),
    getDigest(digestId, library) {
      const row = select.get(library, digestId) as DigestRow | undefined;
      return row && toDigest(row);
    },
    addDigest(digest, change) {
      database
        .transaction(() => {
          insert.run(fromDigest(digest));
          changes.add(change);
        })
        .immediate();
    },
    setPaused(digestId, library, change, state) {
      return database
        .transaction(() => {
          const { changes: changed } =
            'paused' in state
              ? pause.run(state.paused.at, state.paused.problem ?? null, library, digestId)
              : resume.run(state.dueAt, library, digestId);
          if (changed > 0) changes.add(change);
          return changed > 0;
        })
        .immediate();
    },
    removeDigest(digestId, library, change) {
      return database
        .transaction(() => {
          removeSlots.run(library, digestId);
          const isRemoved = remove.run(library, digestId).changes > 0;
          if (isRemoved) changes.add(change);
          return isRemoved;
        })
        .immediate();
    },
    listDueDigests: (now, limit) => (due.all(now, limit) as DigestRow[]).map(toDigest),
  };
}
