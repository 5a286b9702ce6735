// Settings of the program itself, such as which commands Discord has.
import { join } from 'node:path';
import type { SettingStore } from '../core/store-ports.js';
import { type Connection, explainErrorsOf, openDatabase } from './sqlite/database.js';

/** Settings share a table with the store's own metadata, under a prefix. */
export function createSettings(database: Connection): SettingStore {
  const select = database.prepare("SELECT value FROM meta WHERE key = 'setting:' || ?").pluck();
  const insert = database.prepare("INSERT OR REPLACE INTO meta (key, value) VALUES ('setting:' || ?, ?)");
  return {
    getSetting: (key) => select.get(key) as string | undefined,
    putSetting: (key, value) => void insert.run(key, value),
  };
}

/**
 * Opens a store's settings alone, without its articles and an engine.
 * @throws AppError as `openDatabase` does
 */
export function openSettings(dataDir: string): SettingStore & { close(): void } {
  const database = openDatabase(join(dataDir, 'footnote.db'));
  return {
    ...explainErrorsOf(createSettings(database), database.name),
    close: () => void database.close(),
  };
}
