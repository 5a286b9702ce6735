// Reads the sets of `npm run eval` and `npm run train`.
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/** Reads one value per line. Blank lines are skipped, and a file whose name ends in `.gz` is decompressed. */
export function readJsonLines<T>(file: string): readonly T[] {
  const bytes = readFileSync(file);
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as T);
}
