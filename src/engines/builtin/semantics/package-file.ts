// Files of learned or derived data that come with the package.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** @param name of a file beside this one's source: compiled code stands elsewhere, and the data is not copied there */
export function readPackageFile(name: string): Buffer {
  const root = dirname(createRequire(import.meta.url).resolve('footnote-bot/package.json'));
  return readFileSync(join(root, 'src/engines/builtin/semantics', name));
}
