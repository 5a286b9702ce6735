// `npm run train:antonyms -- FOLDER`: writes antonym pairs, as the built-in engine's terms, into
// `src/engines/builtin/semantics/antonyms.txt`, one pair per line. They come from WordNet (Fellbaum 1998,
// https://wordnet.princeton.edu) and from negating prefixes. WordNet's file format:
// https://wordnet.princeton.edu/documentation/wndb5wn
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cosine, openWordVectors } from '../../src/engines/builtin/semantics/word-vectors.js';
import { tokenize } from '../../src/engines/builtin/words/analyzer.js';

const OUTPUT = join(import.meta.dirname, '../../../src/engines/builtin/semantics/antonyms.txt');
/**
 * Parts of speech and their letters in WordNet's pointers. Satellite adjectives have the letter `s` there.
 */
const PARTS = { noun: 'n', verb: 'v', adj: 'a', adv: 'r' } as const;

const PREFIXES = ['un', 'dis', 'non', 'in', 'im', 'il', 'ir', 'mis'];
/**
 * Minimum length of a word after its prefix, and its minimum similarity: "inform" isn't the opposite of
 * "form".
 */
const MIN_LETTERS = 4;
const MIN_SIMILARITY = 0.35;

interface Sense {
  readonly words: readonly string[];
  /** Index of the word in this sense, key of the other sense, and index of the word there. */
  readonly antonyms: readonly { readonly from: number; readonly key: string; readonly to: number }[];
}

const [folder] = process.argv.slice(2);
if (folder === undefined)
  throw new Error('Pass the folder of WordNet’s data files. docs/model-card.md says how to get them.');
const senses = new Map(
  Object.entries(PARTS).flatMap(([part, letter]) => readSenses(join(folder, `data.${part}`), letter)),
);
const pairs = new Set<string>();
const add = (one: string | undefined, other: string | undefined) => {
  if (one !== undefined && other !== undefined && one !== other) pairs.add([one, other].sort().join(' '));
};
for (const { words, antonyms } of senses.values())
  for (const { from, key, to } of antonyms) add(termOf(words[from]), termOf(senses.get(key)?.words[to]));
for (const [word, other] of prefixedPairs()) add(termOf(word), termOf(other));
writeFileSync(OUTPUT, `${[...pairs].sort().join('\n')}\n`);
console.log(`Wrote ${pairs.size} pairs into ${OUTPUT}`);

/** Undefined for stop words and for more than one word. */
function termOf(word: string | undefined): string | undefined {
  const [token, ...more] = tokenize(word ?? '', 'en');
  return token && more.length === 0 && !token.isStop && /^[a-z]{2,}$/.test(token.term)
    ? token.term
    : undefined;
}

function prefixedPairs(): (readonly [string, string])[] {
  const vectors = openWordVectors();
  return vectors.words.flatMap((word) =>
    PREFIXES.flatMap((prefix): (readonly [string, string])[] => {
      const rest = word.slice(prefix.length);
      if (!word.startsWith(prefix) || rest.length < MIN_LETTERS) return [];
      const [place, other] = [vectors.find(word), vectors.find(rest)];
      if (place === undefined || other === undefined) return [];
      return cosine(vectors, place, other) >= MIN_SIMILARITY ? [[word, rest]] : [];
    }),
  );
}

function readSenses(file: string, letter: string): (readonly [string, Sense])[] {
  // Skips the licence at the top of each file, which is indented.
  const lines = readFileSync(file, 'latin1')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith(' '));
  return lines.map((line) => {
    const fields = line.slice(0, line.indexOf(' | ')).split(' ');
    const count = Number.parseInt(fields[3] ?? '0', 16);
    const words = Array.from({ length: count }, (_, at) => (fields[4 + 2 * at] ?? '').replace(/\(.*\)/, ''));
    const first = 4 + 2 * count;
    const antonyms = Array.from({ length: Number(fields[first]) }, (_, at) =>
      fields.slice(first + 1 + 4 * at, first + 5 + 4 * at),
    ).flatMap(([symbol, offset = '', part = '', places = '']) =>
      symbol === '!'
        ? [
            {
              from: Number.parseInt(places.slice(0, 2), 16) - 1,
              key: `${part === 's' ? 'a' : part} ${offset}`,
              to: Number.parseInt(places.slice(2), 16) - 1,
            },
          ]
        : [],
    );
    return [`${letter} ${fields[0]}`, { words, antonyms }] as const;
  });
}
