// Paths of files that ship with the package, such as model weights.
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/**
 * The absolute path of a package file, whether the code that asks is compiled or not.
 * @param path relative to the package's root
 */
export function packagePath(path: string): string {
  const root = dirname(createRequire(import.meta.url).resolve('footnote-bot/package.json'));
  return join(root, path);
}
