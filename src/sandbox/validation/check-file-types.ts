// Validates the filter of file types, in commands and in forms.
// https://docs.discord.com/developers/reference#file-type-filtering
import type { Problems } from './discord-error.js';
import { checkCount, type Path } from './problems.js';

const GROUPS: readonly unknown[] = ['image', 'video', 'audio'];

export function checkFileTypes(problems: Problems, path: Path, types: unknown): void {
  checkCount(problems, path, types, { max: 10 });
  if (!Array.isArray(types)) return;
  for (const [index, type] of types.entries()) {
    if (GROUPS.includes(type) || /^\.[\w.+-]{1,31}$/.test(String(type))) continue;
    problems.add([...path, index], 'FILE_TYPE_INVALID', 'Must be a group of file types or an extension.');
  }
}
