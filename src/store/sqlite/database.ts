// Opens the SQLite file: refuses what is not ours or is damaged before a byte is written, then migrates it.
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { AppError } from '../../core/errors.js';

export type Connection = Database.Database;

/** "Ftnt": marks the file as ours. https://www.sqlite.org/pragma.html#pragma_application_id */
const APPLICATION_ID = 0x46746e74;
/** A second process (the terminal beside the bot) waits this long for a write to end. */
const BUSY_TIMEOUT_MS = 10_000;

/**
 * Each entry brings the schema from version `index` to `index + 1`; entries are never edited, only added.
 *
 * An article is written in short steps with `visible = 0`, so that no step blocks the event loop, and one small
 * transaction makes it visible; whatever a crash leaves invisible is swept at the next start, unless the process that
 * writes it (`writer`, its id) still lives. `passages.id` is never
 * reused, so that the graph index can be brought up to date by comparing ids alone.
 */
const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE libraries (key INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
  CREATE TABLE articles (
    key INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL,
    library INTEGER NOT NULL REFERENCES libraries (key),
    visible INTEGER NOT NULL,
    writer INTEGER NOT NULL,
    title TEXT NOT NULL,
    text TEXT NOT NULL,
    body_start INTEGER NOT NULL,
    language TEXT NOT NULL,
    digest TEXT NOT NULL,
    url TEXT, author TEXT, published TEXT
  );
  CREATE UNIQUE INDEX visible_articles ON articles (id) WHERE visible = 1;
  CREATE INDEX articles_by_library ON articles (library, visible);
  CREATE TABLE passages (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    article INTEGER NOT NULL REFERENCES articles (key),
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    sentences BLOB NOT NULL
  );
  CREATE INDEX passages_by_article ON passages (article);
  CREATE TABLE vectors (
    passage INTEGER NOT NULL,
    fingerprint TEXT NOT NULL,
    vector BLOB NOT NULL,
    UNIQUE (passage, fingerprint)
  );
  CREATE VIRTUAL TABLE passages_text USING fts5 (
    scope, terms, content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 0 categories 'L* N* M* Co'"
  );
  CREATE VIRTUAL TABLE passages_vocabulary USING fts5vocab (passages_text, col);
  CREATE TABLE answers (
    id TEXT PRIMARY KEY,
    library TEXT NOT NULL,
    question TEXT NOT NULL,
    answer TEXT NOT NULL,
    created_at TEXT NOT NULL
  ) WITHOUT ROWID;
  `,
  `
  ALTER TABLE answers ADD COLUMN user TEXT;
  ALTER TABLE answers ADD COLUMN previous TEXT;
  CREATE INDEX answers_by_age ON answers (created_at);
  CREATE TABLE answer_cache (key TEXT PRIMARY KEY, answer TEXT NOT NULL, created_at TEXT NOT NULL);
  CREATE INDEX answer_cache_by_age ON answer_cache (created_at);
  CREATE TABLE usage (
    id INTEGER PRIMARY KEY,
    library TEXT NOT NULL,
    user TEXT,
    command TEXT NOT NULL,
    outcome TEXT NOT NULL,
    engine TEXT NOT NULL,
    input_tokens INTEGER NOT NULL,
    output_tokens INTEGER NOT NULL,
    ms INTEGER NOT NULL,
    created_at TEXT NOT NULL
  );
  CREATE INDEX usage_by_library ON usage (library, created_at);
  CREATE INDEX usage_by_user ON usage (user, created_at) WHERE user IS NOT NULL;
  CREATE INDEX usage_by_age ON usage (created_at);
  `,
  // Vectors of articles on their way in, so that an interrupted one pays an embedding model for nothing twice.
  `
  CREATE TABLE kept_vectors (
    fingerprint TEXT NOT NULL,
    digest TEXT NOT NULL,
    vector BLOB NOT NULL,
    PRIMARY KEY (fingerprint, digest)
  ) WITHOUT ROWID;
  `,
  // FTS5 would merge hundreds of pages in one commit now and then: `createTextMerger` merges a few after each step.
  "INSERT INTO passages_text (passages_text, rank) VALUES ('automerge', 0);",
  // Headings, table rows and so on, as JSON: `Article.structure`.
  'ALTER TABLE articles ADD COLUMN structure TEXT;',
];

/**
 * Opens or creates the database.
 * @throws AppError `store/corrupt`, `store/foreign`, `store/too-new` or `store/unavailable`; the file is left as it is.
 */
export function openDatabase(file: string): Connection {
  let database: Connection | undefined;
  try {
    mkdirSync(dirname(file), { recursive: true });
    database = new Database(file, { timeout: BUSY_TIMEOUT_MS });
    checkOwnership(database, file);
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = NORMAL');
    database.pragma('foreign_keys = ON');
    database.pragma('cache_size = -65536');
    migrate(database);
    return database;
  } catch (error) {
    database?.close();
    throw explainDatabaseError(error, file);
  }
}

/** Runs `work`, telling of a damaged file in words where SQLite finds one only now. */
export function guarded<T>(database: Connection, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw explainDatabaseError(error, database.name);
  }
}

function checkOwnership(database: Connection, file: string): void {
  const tables = database.prepare('SELECT count(*) FROM sqlite_schema').pluck().get() as number;
  const version = database.pragma('user_version', { simple: true }) as number;
  if (tables > 0 && database.pragma('application_id', { simple: true }) !== APPLICATION_ID) {
    throw new AppError({
      code: 'store/foreign',
      message: `${file} is a database of another program.`,
      advice: 'Nothing was changed. Point DATA_DIR at another folder.',
    });
  }
  if (version > MIGRATIONS.length) {
    throw new AppError({
      code: 'store/too-new',
      message: `${file} was written by a newer Footnote (schema ${version}, this one knows ${MIGRATIONS.length}).`,
      advice: 'Nothing was changed. Update Footnote, or point DATA_DIR at another folder.',
    });
  }
}

function migrate(database: Connection): void {
  // Immediate, and the version read inside: of two processes that start at once, one migrates and the other sees it done.
  database
    .transaction(() => {
      const version = database.pragma('user_version', { simple: true }) as number;
      for (const migration of MIGRATIONS.slice(version)) database.exec(migration);
      if (version === 0) database.pragma(`application_id = ${APPLICATION_ID}`);
      if (version < MIGRATIONS.length) database.pragma(`user_version = ${MIGRATIONS.length}`);
    })
    .immediate();
}

/** An error in words, where it is one of SQLite or of the file system; any other as it is. */
export function explainDatabaseError(error: unknown, file: string): unknown {
  if (!(error instanceof Database.SqliteError)) {
    const code = (error as NodeJS.ErrnoException | undefined)?.code;
    if (error instanceof AppError || typeof code !== 'string') return error;
    return unavailable(error, file, code);
  }
  if (error.code.startsWith('SQLITE_CORRUPT') || error.code === 'SQLITE_NOTADB') {
    return new AppError({
      code: 'store/corrupt',
      message: `The database ${file} is damaged (${error.message}).`,
      advice:
        'It was left untouched. Restore it from a backup, or move it away: built-in articles are then indexed anew, added ones must be added again.',
      cause: error,
    });
  }
  if (/^SQLITE_(CANTOPEN|READONLY|FULL|IOERR|BUSY|LOCKED|PERM)/.test(error.code)) {
    return unavailable(error, file, error.message);
  }
  return error;
}

function unavailable(cause: unknown, file: string, what: string): AppError {
  return new AppError({
    code: 'store/unavailable',
    message: `The database ${file} cannot be opened or written (${what}).`,
    advice: 'Check that the folder exists, is writable, has free space, and that no other program holds it.',
    cause,
  });
}
