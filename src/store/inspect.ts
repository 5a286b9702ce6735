// Summarises what a data folder contains, without opening the whole store.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from './sqlite/database.js';

export interface StoreContents {
  readonly articles: number;
  readonly passages: number;
  /** Fingerprints of the embedders whose vectors are stored. */
  readonly fingerprints: readonly string[];
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
