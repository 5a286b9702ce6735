// Deletes the rows of articles that nobody sees any more.
import { isOtherLiveProcess, type ProcessIdentity } from '../../process-alive.js';
import type { Connection } from '../database.js';
import { writeInSteps } from './write-in-steps.js';

/** Deletes an invisible article, its passages and their vectors. */
export async function deleteArticleRows(database: Connection, key: number): Promise<void> {
  const ids = database.prepare('SELECT id FROM passages WHERE article = ?').pluck().all(key) as number[];
  const deletions = ['passages_text WHERE rowid', 'vectors WHERE passage', 'passages WHERE id'].map((from) =>
    database.prepare(`DELETE FROM ${from} = ?`),
  );
  await writeInSteps(database, ids, (id) => {
    for (const deletion of deletions) deletion.run(id);
  });
  database.prepare('DELETE FROM articles WHERE key = ? AND visible = 0').run(key);
}

/** Deletes what an interrupted write or removal left behind. */
export async function deleteInvisibleArticles(database: Connection): Promise<void> {
  const left = database
    .prepare('SELECT key, writer AS id, writer_started AS startedAt FROM articles WHERE visible = 0')
    .all() as (ProcessIdentity & { key: number })[];
  for (const { key, id, startedAt } of left)
    if (!isOtherLiveProcess(id, startedAt)) await deleteArticleRows(database, key);
}
