// Stores given answers by id, and cached answers by everything they depend on.
import type { Answer } from '../../core/answer.js';
import type { AnswerStore, StoredAnswer } from '../../core/ports.js';
import type { Connection } from './database.js';

interface AnswerRow {
  id: string;
  library: string;
  question: string;
  answer: string;
  createdAt: string;
  userId: string | null;
  previousId: string | null;
  isPrivate: number;
}

export function createAnswerStore(database: Connection): AnswerStore {
  const insert = database.prepare(
    `INSERT OR REPLACE INTO answers (id, library, question, answer, created_at, user, previous, private)
     VALUES (@id, @library, @question, @answer, @createdAt, @userId, @previousId, @isPrivate)`,
  );
  const select = database.prepare(
    `SELECT id, library, question, answer, created_at AS createdAt, user AS userId, previous AS previousId, private AS isPrivate
     FROM answers WHERE id = ?`,
  );
  const insertCached = database.prepare(
    'INSERT OR REPLACE INTO answer_cache (key, answer, created_at) VALUES (?, ?, ?)',
  );
  const selectCached = database.prepare('SELECT answer FROM answer_cache WHERE key = ?').pluck();

  return {
    putAnswer(stored) {
      const { userId = null, previousId = null } = stored;
      const isPrivate = stored.isPrivate ? 1 : 0;
      insert.run({ ...stored, userId, previousId, isPrivate, answer: JSON.stringify(stored.answer) });
    },

    getAnswer(answerId) {
      const row = select.get(answerId) as AnswerRow | undefined;
      if (!row) return undefined;
      const { id, library, question, createdAt } = row;
      return {
        ...{ id, library, question, createdAt, answer: JSON.parse(row.answer) as StoredAnswer['answer'] },
        ...(row.userId === null ? {} : { userId: row.userId }),
        ...(row.previousId === null ? {} : { previousId: row.previousId }),
        ...(row.isPrivate === 0 ? {} : { isPrivate: true }),
      };
    },

    putCachedAnswer(key, answer, createdAt) {
      insertCached.run(key, JSON.stringify(answer), createdAt);
    },

    getCachedAnswer(key) {
      const answer = selectCached.get(key) as string | undefined;
      return answer === undefined ? undefined : (JSON.parse(answer) as Answer);
    },
  };
}
