// Deletes data of libraries and people for good, in steps between which the event loop gets a turn.
import { setImmediate as yieldToEvents } from 'node:timers/promises';
import type { DataDeletion } from '../../../core/library/library-store.js';
import type { Connection } from '../database.js';

/** Rows deleted in one step, which takes a few milliseconds. */
const ROWS_PER_STEP = 100;
/** Replaced versions of one article that are kept though no answer cites them, to say what has changed. */
const KEPT_VERSIONS = 30;
/** After this time, nobody repeats an addition that was interrupted. Its vectors are useless then. */
const VECTOR_AGE = '-1 day';
/** An answer is stored a moment after its article was read. */
const ANSWER_DELAY = '+5 minutes';

/** What {@link createDataDeletion} needs from the rest of the store. */
export interface DeletionParts {
  /** Visible articles of a library. */
  listArticles(library: string): readonly string[];
  /** Deletes an article without keeping a version. */
  deleteArticle(articleId: string, library: string): Promise<void>;
  /** Gives the deleted space back to the disk. */
  compact(signal: AbortSignal | undefined): Promise<void>;
}

const CITED = `EXISTS (
  SELECT 1 FROM answer_articles c JOIN answers a ON a.id = c.answer
  WHERE c.article = v.article AND a.created_at >= v.since
    AND a.created_at <= strftime('%Y-%m-%dT%H:%M:%fZ', v.until, '${ANSWER_DELAY}')
)`;

/**
 * What is stored about a library besides its articles. The planned deletion goes last, because it resumes after a crash. The bot
 * of its server stays as long as it is in the server.
 */
const LIBRARY_ROWS = [
  ['answers', 'id IN (SELECT id FROM answers WHERE library = @library LIMIT @limit)'],
  ['answers', 'id IN (SELECT answer FROM answer_libraries WHERE library = @library LIMIT @limit)'],
  [
    'answer_cache',
    `key IN (SELECT key FROM answer_cache WHERE EXISTS
       (SELECT 1 FROM json_each(libraries) WHERE value = @library) LIMIT @limit)`,
  ],
  ['usage', 'id IN (SELECT id FROM usage WHERE library = @library LIMIT @limit)'],
  ['article_versions', 'key IN (SELECT key FROM article_versions WHERE library = @library LIMIT @limit)'],
  ['article_records', 'library = @library'],
  ['feed_items', 'library = @library'],
  ['feeds', 'library = @library'],
  ['digest_slots', 'library = @library'],
  ['digests', 'library = @library'],
  ['library_settings', 'library = @library'],
  ['channel_defaults', 'library = @library'],
  ['hidden_articles', 'library = @library'],
  ['library_changes', 'id IN (SELECT id FROM library_changes WHERE library = @library LIMIT @limit)'],
  ['planned_deletions', 'library = @library'],
] as const;

export function createDataDeletion(database: Connection, parts: DeletionParts): DataDeletion {
  const citing = database.prepare(
    `DELETE FROM answers WHERE id IN (
       SELECT c.answer FROM answer_articles c WHERE c.article IN (
         SELECT article FROM article_records WHERE library = @library
         UNION SELECT article FROM article_versions WHERE library = @library
       ) LIMIT @limit)`,
  );
  const deletions = LIBRARY_ROWS.map(([table, where]) =>
    database.prepare(`DELETE FROM ${table} WHERE ${where}`),
  );
  const personAnswers = database.prepare(
    'DELETE FROM answers WHERE id IN (SELECT id FROM answers WHERE user = @userId LIMIT @limit)',
  );
  const forgetPerson = [
    'UPDATE usage SET user = NULL WHERE id IN (SELECT id FROM usage WHERE user = @userId LIMIT @limit)',
    `UPDATE library_changes SET user = NULL
     WHERE id IN (SELECT id FROM library_changes WHERE user = @userId LIMIT @limit)`,
    'UPDATE article_records SET added_by = NULL WHERE added_by = @userId',
    'UPDATE feeds SET added_by = NULL WHERE added_by = @userId',
    'UPDATE digests SET created_by = NULL WHERE created_by = @userId',
    "UPDATE planned_deletions SET user = '' WHERE user = @userId",
    `UPDATE article_versions SET record = json_remove(record, '$.addedBy')
     WHERE record IS NOT NULL AND json_extract(record, '$.addedBy') = @userId`,
  ].map((sql) => database.prepare(sql));
  const measure = database.prepare(
    `SELECT (SELECT count(*) FROM article_records WHERE library = @library) AS articles,
       (SELECT count(*) FROM answers WHERE user = @userId OR library = @library) AS answers,
       (SELECT count(*) FROM usage WHERE user = @userId OR library = @library) AS usageEntries,
       (SELECT min(at) FROM (
         SELECT min(added_at) AS at FROM article_records WHERE library = @library
         UNION ALL SELECT min(created_at) FROM answers WHERE user = @userId OR library = @library
         UNION ALL SELECT min(created_at) FROM usage WHERE user = @userId OR library = @library
       )) AS since`,
  );
  const expireRemoved = database.prepare(
    'UPDATE article_versions SET record = NULL WHERE removed = 1 AND until < ? AND record IS NOT NULL',
  );
  const purges = [
    database.prepare(
      `DELETE FROM article_versions WHERE key IN (
         SELECT v.key FROM article_versions v
         WHERE v.removed = 1 AND v.until < @removed AND NOT ${CITED} LIMIT @limit)`,
    ),
    database.prepare(
      `DELETE FROM article_versions WHERE key IN (
         SELECT v.key FROM article_versions v WHERE v.removed = 0 AND NOT ${CITED}
           AND (v.until < @replaced OR (SELECT count(*) FROM article_versions n
             WHERE n.article = v.article AND n.until > v.until) >= ${KEPT_VERSIONS}) LIMIT @limit)`,
    ),
    database.prepare(
      'DELETE FROM library_changes WHERE id IN (SELECT id FROM library_changes WHERE at < @changes LIMIT @limit)',
    ),
    database.prepare(
      `DELETE FROM kept_vectors WHERE (fingerprint, digest) IN (
         SELECT fingerprint, digest FROM kept_vectors
         WHERE kept_at < strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '${VECTOR_AGE}') LIMIT @limit)`,
    ),
  ];

  /** Runs a statement that changes at most `limit` rows until it changes fewer. */
  async function repeat(
    statement: ReturnType<Connection['prepare']>,
    parameters: Readonly<Record<string, string>>,
    signal: AbortSignal | undefined,
  ): Promise<number> {
    let total = 0;
    for (let changed = ROWS_PER_STEP; changed >= ROWS_PER_STEP; ) {
      signal?.throwIfAborted();
      changed = statement.run({ ...parameters, limit: ROWS_PER_STEP }).changes;
      total += changed;
      await yieldToEvents();
      // A statement without a limit is done at once.
      if (!statement.source.includes('@limit')) break;
    }
    return total;
  }

  return {
    async deleteLibrary(library, signal) {
      // First, because it needs to know the library's articles.
      await repeat(citing, { library }, signal);
      for (const articleId of parts.listArticles(library)) {
        signal?.throwIfAborted();
        await parts.deleteArticle(articleId, library);
      }
      for (const statement of deletions) await repeat(statement, { library }, signal);
      await parts.compact(signal);
    },
    measurePerson(userId, library) {
      const { since, ...counts } = measure.get({ userId, library }) as {
        readonly articles: number;
        readonly answers: number;
        readonly usageEntries: number;
        readonly since: string | null;
      };
      return since === null ? counts : { ...counts, since };
    },
    async deletePerson(userId, signal) {
      await repeat(personAnswers, { userId }, signal);
      for (const statement of forgetPerson) await repeat(statement, { userId }, signal);
      await parts.compact(signal);
    },
    async purgeVersions(before, signal) {
      expireRemoved.run(before.removed);
      let purged = 0;
      for (const statement of purges) purged += await repeat(statement, before, signal);
      if (purged > 0) await parts.compact(signal);
    },
  };
}
