// English antonyms. A sentence with the opposite of a query term doesn't answer the question.
import { readFileSync } from 'node:fs';
import { packagePath } from '../../../package-path.js';

/** One pair of terms per line. `npm run train:antonyms` derives them from WordNet and the word vectors. */
const FILE = 'src/engines/builtin/semantics/antonyms.txt';

let opened: ReadonlyMap<string, readonly string[]> | undefined;

/** Returns the antonyms of a term. */
export function antonymsOf(term: string): readonly string[] {
  opened ??= readAntonyms();
  return opened.get(term) ?? [];
}

function readAntonyms(): ReadonlyMap<string, readonly string[]> {
  const antonyms = new Map<string, string[]>();
  const add = (one: string, other: string) => {
    const known = antonyms.get(one);
    if (known) known.push(other);
    else antonyms.set(one, [other]);
  };
  for (const pair of readFileSync(packagePath(FILE), 'ascii').trimEnd().split('\n')) {
    const [one = '', other = ''] = pair.split(' ');
    add(one, other);
    add(other, one);
  }
  return antonyms;
}
