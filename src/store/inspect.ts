// What a data folder holds, told without opening it for use.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from './sqlite/database.js';

export interface StoreContents {
  readonly articles: number;
  readonly passages: number;
  /** Of the embedders whose vectors it holds. */
  readonly fingerprints: readonly string[];
}

/** @returns nothing where there is no database yet. @throws AppError as {@link openDatabase} */
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
