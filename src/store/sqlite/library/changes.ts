// The audit log of libraries.
import type { LibraryChange } from '../../../core/library/ports.js';
import type { Connection } from '../database.js';

interface ChangeRow {
  library: string;
  at: string;
  user: string | null;
  action: string;
  subject: string;
  article: string | null;
}

export type Changes = ReturnType<typeof createChanges>;

export function createChanges(database: Connection) {
  const insert = database.prepare(
    `INSERT INTO library_changes (library, at, user, action, subject, article)
     VALUES (@library, @at, @user, @action, @subject, @article)`,
  );
  const select = database.prepare(
    `SELECT library, at, user, action, subject, article FROM library_changes
     WHERE library = ? ORDER BY at DESC, id DESC LIMIT ?`,
  );
  const additions = database
    .prepare(
      `SELECT at FROM (
         SELECT at FROM library_changes WHERE library = ? AND action = 'added' AND at > ? ORDER BY at DESC LIMIT ?
       ) ORDER BY at`,
    )
    .pluck();

  return {
    add(change: LibraryChange): void {
      const { userId: user = null, articleId: article = null } = change;
      insert.run({ ...change, user, article });
    },
    list: (library: string, limit: number) => (select.all(library, limit) as ChangeRow[]).map(toChange),
    listAdditions: (library: string, since: string, limit: number) =>
      additions.all(library, since, limit) as string[],
  };
}

function toChange({ library, at, user, action, subject, article }: ChangeRow): LibraryChange {
  return {
    ...{ library, at, action: action as LibraryChange['action'], subject },
    ...(user === null ? {} : { userId: user }),
    ...(article === null ? {} : { articleId: article }),
  };
}
