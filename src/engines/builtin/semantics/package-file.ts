// Reads data files that ship with the package.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/**
 * Reads a file of this folder's source, because the build doesn't copy data next to the compiled code.
 * @param name file name in `src/engines/builtin/semantics`
 */
export function readPackageFile(name: string): Buffer {
  const root = dirname(createRequire(import.meta.url).resolve('footnote-bot/package.json'));
  return readFileSync(join(root, 'src/engines/builtin/semantics', name));
}
