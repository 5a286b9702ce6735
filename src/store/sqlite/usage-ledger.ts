// The usage ledger in SQLite. A day is a prefix of an ISO 8601 time, so both compare as text.
import type { UsageLedger, UsageSum } from '../../core/store-ports.js';
import type { Connection } from './database.js';

export function createUsageLedger(database: Connection): UsageLedger {
  const insert = database.prepare(
    `INSERT INTO usage (library, user, command, outcome, engine, input_tokens, output_tokens, ms, created_at)
     VALUES (@library, @userId, @command, @outcome, @engine, @inputTokens, @outputTokens, @ms, @createdAt)`,
  );
  const countBy = (column: 'library' | 'user') =>
    database
      .prepare(
        `SELECT coalesce(sum(input_tokens + output_tokens), 0) FROM usage WHERE ${column} = ? AND created_at >= ?`,
      )
      .pluck();
  const count = { library: countBy('library'), user: countBy('user') };
  const sums = database.prepare(
    `SELECT substr(created_at, 1, 10) AS day, command, outcome, engine, count(*) AS count,
       sum(ms) AS ms, sum(input_tokens) AS inputTokens, sum(output_tokens) AS outputTokens
     FROM usage WHERE library = ? AND created_at >= ? GROUP BY day, command, outcome, engine ORDER BY day`,
  );

  return {
    addUsage(entry) {
      insert.run({ ...entry, userId: entry.userId ?? null, ms: Math.round(entry.ms) });
    },

    countTokens(whose, sinceDay) {
      const tokens =
        'library' in whose
          ? count.library.get(whose.library, sinceDay)
          : count.user.get(whose.userId, sinceDay);
      return tokens as number;
    },

    sumUsage(library, sinceDay) {
      return sums.all(library, sinceDay) as UsageSum[];
    },
  };
}
