// Summarises what a data folder contains, without opening the whole store.
import { accessSync, constants, existsSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { explainDatabaseError, openDatabase } from './sqlite/database.js';

export interface StoreContents {
  readonly articles: number;
  readonly passages: number;
  /** Fingerprints of the embedders whose vectors are stored. */
  readonly fingerprints: readonly string[];
}

/** More than fits into what a full disk has left. */
const PROBE_BYTES = 256 * 1024;
const PROBE_FILE = 'write-test.tmp';

/**
 * Writes once to the data folder, or checks that the folder could be created.
 * @throws AppError `store/unavailable`
 */
export function checkWritable(dataDir: string): void {
  const file = join(dataDir, 'footnote.db');
  try {
    if (existsSync(file)) writeToDatabase(file);
    else if (existsSync(dataDir)) writeFile(join(dataDir, PROBE_FILE));
    else accessSync(firstExisting(dataDir), constants.W_OK);
  } catch (error) {
    throw explainDatabaseError(error, file);
  }
}

function writeToDatabase(file: string): void {
  const database = openDatabase(file);
  try {
    const insert = database.prepare("INSERT OR REPLACE INTO meta (key, value) VALUES ('write-test', ?)");
    database.transaction(() => insert.run('0'.repeat(PROBE_BYTES))).immediate();
    database.prepare("DELETE FROM meta WHERE key = 'write-test'").run();
  } finally {
    database.close();
  }
}

function writeFile(path: string): void {
  try {
    writeFileSync(path, '0'.repeat(PROBE_BYTES));
  } finally {
    rmSync(path, { force: true });
  }
}

function firstExisting(folder: string): string {
  const path = resolve(folder);
  return existsSync(path) || path === dirname(path) ? path : firstExisting(dirname(path));
}

/**
 * Returns undefined if there is no database yet.
 * @throws AppError as {@link openDatabase}
 */
export function inspectStore(dataDir: string): StoreContents | undefined {
  const file = join(dataDir, 'footnote.db');
  if (!existsSync(file)) return undefined;
  const database = openDatabase(file);
  const count = (of: string) => database.prepare(`SELECT count(*) FROM ${of}`).pluck().get() as number;
  try {
    return {
      articles: count('articles WHERE visible = 1'),
      passages: count('passages'),
      fingerprints: database.prepare('SELECT DISTINCT fingerprint FROM vectors').pluck().all() as string[],
    };
  } finally {
    database.close();
  }
}
