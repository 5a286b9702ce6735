// Opens the SQLite file. Refuses foreign or damaged files before writing anything, then migrates the schema.
import { statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { AppError } from '../../core/errors.js';
import { createPrivateFile } from '../file-modes.js';
import { STORE_TEXT } from '../text.js';
import { DIGEST_TABLES } from './digests/tables.js';
import { BOT_TABLE, LIBRARY_TABLES, NAMED_LIBRARIES_TABLE } from './library/tables.js';

export type Connection = Database.Database;

/** "Ftnt" identifies our files. https://www.sqlite.org/pragma.html#pragma_application_id */
const APPLICATION_ID = 0x46746e74;
/** The value of `auto_vacuum` that moves pages only when asked. */
const INCREMENTAL = 2;
/** Larger databases of earlier versions keep their size. */
const MAX_REWRITE_BYTES = 128 * 1024 * 1024;
/** How long a second process, such as the terminal next to the bot, waits for a write to finish. */
const BUSY_TIMEOUT_MS = 10_000;

/**
 * Schema migrations. Entry `index` leads from version `index` to `index + 1`. Never edit an entry, only
 * append.
 * An article is written in short steps with `visible = 0`, so that no step blocks the event loop, and one
 * small transaction makes it visible. The next start deletes what a crash left invisible, unless the process
 * that writes it (`writer`, its id, and `writer_started`) is still running. `passages.id` is never reused, so a vector index can be
 * synchronised by comparing ids alone.
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
  // Vectors of articles that are still being added, so that nothing has to be embedded (and paid for) twice
  // after an interruption.
  `
  CREATE TABLE kept_vectors (
    fingerprint TEXT NOT NULL,
    digest TEXT NOT NULL,
    vector BLOB NOT NULL,
    PRIMARY KEY (fingerprint, digest)
  ) WITHOUT ROWID;
  `,
  // FTS5 would occasionally merge hundreds of pages in one commit. `createTextMerger` merges a few after each
  // step instead.
  "INSERT INTO passages_text (passages_text, rank) VALUES ('automerge', 0);",
  // Headings, table rows and so on, as JSON: `Article.structure`.
  'ALTER TABLE articles ADD COLUMN structure TEXT;',
  // When the writing process started, because another one may have its id later.
  `
  ALTER TABLE articles ADD COLUMN writer_started TEXT NOT NULL DEFAULT '';
  ALTER TABLE answers ADD COLUMN private INTEGER NOT NULL DEFAULT 0;
  `,
  LIBRARY_TABLES,
  DIGEST_TABLES,
  // When the vector was made, because an addition that nobody repeats must not leave it behind.
  "ALTER TABLE kept_vectors ADD COLUMN kept_at TEXT NOT NULL DEFAULT '';",
  BOT_TABLE,
  NAMED_LIBRARIES_TABLE,
];

/**
 * Opens or creates the database.
 * @throws AppError `store/corrupt`, `store/foreign`, `store/too-new` or `store/unavailable`. The file stays
 * unchanged
 */
export function openDatabase(file: string): Connection {
  let database: Connection | undefined;
  try {
    createPrivateFile(file);
    database = new Database(file, { timeout: BUSY_TIMEOUT_MS });
    checkOwnership(database, file);
    turnOnVacuum(database, file);
    database.pragma('journal_mode = WAL');
    // Overwrites deleted content: https://www.sqlite.org/pragma.html#pragma_secure_delete
    database.pragma('secure_delete = ON');
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

/** Runs `work` and explains database errors, because SQLite may only notice damage on reading. */
export function withDatabaseErrors<T>(database: Connection, work: () => T): T {
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
    throw new AppError({ code: 'store/foreign', ...STORE_TEXT.foreign(file) });
  }
  if (version > MIGRATIONS.length) {
    const text = STORE_TEXT.tooNew(file, version, MIGRATIONS.length);
    throw new AppError({ code: 'store/too-new', ...text });
  }
}

/**
 * Lets deleted content be given back to the disk: https://www.sqlite.org/pragma.html#pragma_auto_vacuum. A new database has
 * it from the start. An older one is rewritten once if that takes no more than a moment.
 */
function turnOnVacuum(database: Connection, file: string): void {
  if (database.pragma('auto_vacuum', { simple: true }) === INCREMENTAL) return;
  database.pragma('auto_vacuum = INCREMENTAL');
  const { size } = statSync(file);
  if (size > 0 && size <= MAX_REWRITE_BYTES) database.exec('VACUUM');
}

function migrate(database: Connection): void {
  // The transaction is immediate and reads the version inside, so that only one of two processes starting
  // together migrates.
  database
    .transaction(() => {
      const version = database.pragma('user_version', { simple: true }) as number;
      for (const migration of MIGRATIONS.slice(version)) database.exec(migration);
      if (version === 0) database.pragma(`application_id = ${APPLICATION_ID}`);
      if (version < MIGRATIONS.length) database.pragma(`user_version = ${MIGRATIONS.length}`);
    })
    .immediate();
}

/** Explains errors of SQLite and the file system. Returns any other error unchanged. */
export function explainDatabaseError(error: unknown, file: string): unknown {
  if (!(error instanceof Database.SqliteError)) {
    const code = (error as NodeJS.ErrnoException | undefined)?.code;
    if (error instanceof AppError || typeof code !== 'string') return error;
    return unavailable(error, file, code);
  }
  if (isDamage(error)) {
    const text = STORE_TEXT.corrupt(file, error.message);
    return new AppError({ code: 'store/corrupt', ...text, cause: error });
  }
  if (/^SQLITE_(CANTOPEN|READONLY|FULL|IOERR|BUSY|LOCKED|PERM)/.test(error.code)) {
    return unavailable(error, file, error.message);
  }
  return error;
}

/** Whether the error comes from damaged data. A damaged schema lacks tables or columns. */
export function isDamage(error: unknown): boolean {
  if (!(error instanceof Database.SqliteError)) return false;
  const isSchema =
    error.code === 'SQLITE_ERROR' && /no such (?:table|column)|malformed|has no column/u.test(error.message);
  return isSchema || error.code.startsWith('SQLITE_CORRUPT') || error.code === 'SQLITE_NOTADB';
}

/** Makes every method explain the database's errors, whether it returns a promise or not. Getters stay getters. */
export function explainErrorsOf<T extends object>(methods: T, file: string): T {
  const explain = (error: unknown): never => {
    throw explainDatabaseError(error, file);
  };
  const wrap =
    (method: (...values: unknown[]) => unknown) =>
    (...values: unknown[]) => {
      try {
        const result = method(...values);
        return result instanceof Promise ? result.catch(explain) : result;
      } catch (error) {
        return explain(error);
      }
    };
  const descriptors = Object.entries(Object.getOwnPropertyDescriptors(methods)).map(([name, descriptor]) => [
    name,
    typeof descriptor.value === 'function' ? { ...descriptor, value: wrap(descriptor.value) } : descriptor,
  ]);
  return Object.defineProperties({}, Object.fromEntries(descriptors)) as T;
}

function unavailable(cause: unknown, file: string, reason: string): AppError {
  return new AppError({ code: 'store/unavailable', ...STORE_TEXT.unavailable(file, reason), cause });
}
