// Words that say the opposite of one another, in English: a sentence that holds one where the question has the other
// does not answer it.
import { readPackageFile } from './package-file.js';

/** Pairs of terms, a pair a line: `npm run train:opposites` takes them from WordNet. */
const FILE = 'opposites.txt';
const PREFIXES = ['un', 'dis', 'non', 'in', 'im', 'il', 'ir', 'mis', 'de', 'anti'];
/** What is left of a word without its prefix has at least so many letters. */
const MIN_LETTERS = 4;

let opened: ReadonlyMap<string, readonly string[]> | undefined;

/** The terms that say the opposite of a term, or would if they are words. */
export function oppositesOf(term: string): readonly string[] {
  opened ??= readOpposites();
  const prefixed = PREFIXES.flatMap((prefix) =>
    term.startsWith(prefix) && term.length >= prefix.length + MIN_LETTERS
      ? [prefix + term, term.slice(prefix.length)]
      : [prefix + term],
  );
  return [...(opened.get(term) ?? []), ...(term.length >= MIN_LETTERS ? prefixed : [])];
}

function readOpposites(): ReadonlyMap<string, readonly string[]> {
  const opposites = new Map<string, string[]>();
  const add = (one: string, other: string) => {
    const known = opposites.get(one);
    if (known) known.push(other);
    else opposites.set(one, [other]);
  };
  for (const pair of readPackageFile(FILE).toString('ascii').trimEnd().split('\n')) {
    const [one = '', other = ''] = pair.split(' ');
    add(one, other);
    add(other, one);
  }
  return opposites;
}
