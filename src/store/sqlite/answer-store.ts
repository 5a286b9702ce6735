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
  const insertCited = database.prepare(
    'INSERT OR IGNORE INTO answer_articles (article, answer) VALUES (?, ?)',
  );
  const insertCached = database.prepare(
    'INSERT OR REPLACE INTO answer_cache (key, answer, created_at, libraries) VALUES (?, ?, ?, ?)',
  );
  const selectCached = database.prepare('SELECT answer FROM answer_cache WHERE key = ?').pluck();

  return {
    putAnswer(stored) {
      const { userId = null, previousId = null } = stored;
      const isPrivate = stored.isPrivate ? 1 : 0;
      database
        .transaction(() => {
          insert.run({ ...stored, userId, previousId, isPrivate, answer: JSON.stringify(stored.answer) });
          for (const articleId of citedArticles(stored.answer)) insertCited.run(articleId, stored.id);
        })
        .immediate();
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

    putCachedAnswer(key, answer, createdAt, libraries = []) {
      insertCached.run(key, JSON.stringify(answer), createdAt, JSON.stringify(libraries));
    },

    getCachedAnswer(key) {
      const answer = selectCached.get(key) as string | undefined;
      return answer === undefined ? undefined : (JSON.parse(answer) as Answer);
    },
  };
}

/** Ids of the articles that an answer quotes. */
function citedArticles(answer: StoredAnswer['answer']): ReadonlySet<string> {
  if (answer.kind === 'answered') return new Set(answer.citations.map(({ articleId }) => articleId));
  if (answer.kind === 'not-in-article') return new Set(answer.closest.map(({ articleId }) => articleId));
  if (answer.kind !== 'checked') return new Set();
  const quoted = answer.claims.flatMap(({ citations, closest }) => [...citations, ...closest]);
  return new Set(quoted.map(({ articleId }) => articleId));
}
