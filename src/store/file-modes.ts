// Keeps the store's files to the user who runs Footnote, because they hold private questions.
import { chmodSync, closeSync, existsSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';

const OWNER_ONLY_FILE = 0o600;
const OWNER_ONLY_FOLDER = 0o700;
/** SQLite gives its other files the mode of the database, but earlier versions of Footnote left it open to all. */
const SUFFIXES = ['', '-wal', '-shm'];

/**
 * Creates the database's file and folder if they are missing, readable by their owner alone, and closes an existing file to
 * others. A folder that someone else has made keeps its mode.
 */
export function createPrivateFile(file: string): void {
  const folder = dirname(file);
  const isNew = !existsSync(file);
  const created = mkdirSync(folder, { recursive: true, mode: OWNER_ONLY_FOLDER });
  if (isNew) closeSync(openSync(file, 'a', OWNER_ONLY_FILE));
  if (created !== undefined || !isNew) changeMode(folder, OWNER_ONLY_FOLDER);
  for (const suffix of SUFFIXES) changeMode(`${file}${suffix}`, OWNER_ONLY_FILE);
}

/** Another user's files can't be changed, and don't have to be. */
function changeMode(path: string, mode: number): void {
  try {
    if (existsSync(path)) chmodSync(path, mode);
  } catch {
    // The mode is the administrator's choice then.
  }
}
