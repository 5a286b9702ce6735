// Makes the full-text index again if it is damaged. It is derived from the articles, so nothing is lost.
import type { Connection } from './database.js';

/** As the migrations leave them. */
const TABLES = `
  CREATE VIRTUAL TABLE passages_text USING fts5 (
    scope, terms, content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 0 categories 'L* N* M* Co'"
  );
  INSERT INTO passages_text (passages_text, rank) VALUES ('automerge', 0);
  CREATE VIRTUAL TABLE passages_vocabulary USING fts5vocab (passages_text, col);
`;
const BROKEN = 'text-index-broken';

/** Whether the index can't be read, or was found damaged before the store was closed. Cheap: reads one row. */
export function isTextIndexBroken(database: Connection): boolean {
  if (database.prepare('SELECT 1 FROM meta WHERE key = ?').get(BROKEN)) return true;
  try {
    database.prepare('SELECT rowid FROM passages_text WHERE passages_text MATCH ? LIMIT 1').get('"a"');
    database.prepare('SELECT doc FROM passages_vocabulary LIMIT 1').get();
    return false;
  } catch {
    return true;
  }
}

/** Remembers the damage, so that the next start rebuilds the index if this process can't. */
export function markTextIndexBroken(database: Connection): void {
  database.prepare("INSERT OR REPLACE INTO meta (key, value) VALUES (?, '')").run(BROKEN);
}

/** Replaces the index by an empty one. The passages have to be analyzed again. */
export function recreateTextIndex(database: Connection): void {
  try {
    database.transaction(() => replaceTables(database, dropTables)).immediate();
  } catch {
    // FTS5 can't drop a table whose own tables are missing or unreadable.
    database.unsafeMode(true);
    try {
      database.transaction(() => replaceTables(database, forgetTables)).immediate();
    } finally {
      database.unsafeMode(false);
    }
  }
}

function replaceTables(database: Connection, remove: (database: Connection) => void): void {
  remove(database);
  database.exec(TABLES);
  database.prepare("DELETE FROM meta WHERE key IN ('analyzer', ?)").run(BROKEN);
}

function dropTables(database: Connection): void {
  database.exec('DROP TABLE IF EXISTS passages_vocabulary; DROP TABLE IF EXISTS passages_text;');
}

/** Removes the tables from the schema. Their pages stay unused. */
function forgetTables(database: Connection): void {
  database.pragma('writable_schema = ON');
  database
    .prepare(
      "DELETE FROM sqlite_schema WHERE name LIKE 'passages\\_text%' ESCAPE '\\' OR name = 'passages_vocabulary'",
    )
    .run();
  database.pragma('writable_schema = RESET');
}
