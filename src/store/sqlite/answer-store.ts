// Stores given answers by id, and cached answers by everything they depend on.
import type { Answer } from '../../core/answer.js';
import type { AnswerStore, StoredAnswer } from '../../core/store-ports.js';
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
  channelId: string | null;
  threadId: string | null;
}

const COLUMNS = `id, library, question, answer, created_at AS createdAt, user AS userId, previous AS previousId,
  private AS isPrivate, channel AS channelId, thread AS threadId`;

export function createAnswerStore(database: Connection): AnswerStore {
  const insert = database.prepare(
    `INSERT OR REPLACE INTO answers (id, library, question, answer, created_at, user, previous, private, channel, thread)
     VALUES (@id, @library, @question, @answer, @createdAt, @userId, @previousId, @isPrivate, @channelId, @threadId)`,
  );
  const select = database.prepare(`SELECT ${COLUMNS} FROM answers WHERE id = ?`);
  const selectAsked = database.prepare(
    `SELECT ${COLUMNS} FROM answers
     WHERE library = @library AND channel = @channelId AND (@threadId IS NULL OR thread = @threadId)
       AND created_at >= @since AND private = 0
     ORDER BY created_at DESC, id LIMIT @limit`,
  );
  const insertCited = database.prepare(
    'INSERT OR IGNORE INTO answer_articles (article, answer) VALUES (?, ?)',
  );
  const insertNamed = database.prepare(
    'INSERT OR IGNORE INTO answer_libraries (library, answer) VALUES (?, ?)',
  );
  const insertCached = database.prepare(
    'INSERT OR REPLACE INTO answer_cache (key, answer, created_at, libraries) VALUES (?, ?, ?, ?)',
  );
  const selectCached = database.prepare('SELECT answer FROM answer_cache WHERE key = ?').pluck();

  return {
    putAnswer(stored) {
      const { userId = null, previousId = null, place } = stored;
      const { channelId = null, threadId = null } = place ?? {};
      const isPrivate = stored.isPrivate ? 1 : 0;
      database
        .transaction(() => {
          const answer = JSON.stringify(stored.answer);
          const { id, library, question, createdAt } = stored;
          const row = { id, library, question, answer, createdAt, userId, previousId, isPrivate };
          insert.run({ ...row, channelId, threadId } satisfies AnswerRow);
          for (const articleId of citedArticles(stored.answer)) insertCited.run(articleId, stored.id);
          for (const named of stored.namedLibraries ?? []) insertNamed.run(named, stored.id);
        })
        .immediate();
    },

    getAnswer(answerId) {
      const row = select.get(answerId) as AnswerRow | undefined;
      return row && toStored(row);
    },

    listAsked: (library, { channelId, threadId = null }, since, limit) =>
      (selectAsked.all({ library, channelId, threadId, since, limit }) as AnswerRow[]).map(toStored),

    putCachedAnswer(key, answer, createdAt, libraries = []) {
      insertCached.run(key, JSON.stringify(answer), createdAt, JSON.stringify(libraries));
    },

    getCachedAnswer(key) {
      const answer = selectCached.get(key) as string | undefined;
      return answer === undefined ? undefined : (JSON.parse(answer) as Answer);
    },
  };
}

function toStored(row: AnswerRow): StoredAnswer {
  const { id, library, question, createdAt, channelId, threadId } = row;
  return {
    ...{ id, library, question, createdAt, answer: JSON.parse(row.answer) as StoredAnswer['answer'] },
    ...(row.userId === null ? {} : { userId: row.userId }),
    ...(row.previousId === null ? {} : { previousId: row.previousId }),
    ...(row.isPrivate === 0 ? {} : { isPrivate: true }),
    ...(channelId === null ? {} : { place: { channelId, ...(threadId === null ? {} : { threadId }) } }),
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
