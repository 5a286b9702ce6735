// Words that say the opposite of one another, in English: a sentence that holds one where the question has the other
// does not answer it.
import { readPackageFile } from './package-file.js';

/** Pairs of terms, a pair a line: `npm run train:antonyms` makes them of WordNet and the word vectors. */
const FILE = 'antonyms.txt';

let opened: ReadonlyMap<string, readonly string[]> | undefined;

/** The terms that say the opposite of a term. */
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
  for (const pair of readPackageFile(FILE).toString('ascii').trimEnd().split('\n')) {
    const [one = '', other = ''] = pair.split(' ');
    add(one, other);
    add(other, one);
  }
  return antonyms;
}
