// English word vectors. Words with similar meanings or of the same type have a high cosine.
import { readFileSync } from 'node:fs';
import { packagePath } from '../../../package-path.js';

/** The words on one line, followed by the bytes of their vectors in the same order. */
const FILE = 'src/engines/builtin/semantics/word-vectors.bin';

/** Unit vectors as signed bytes, where 127 is 1. The most frequent words come first. */
export interface WordVectors {
  /** In lower case, in the order of `values`. */
  readonly words: readonly string[];
  /** Offset in `values` where a word's vector starts, or undefined if it has none. */
  find(word: string): number | undefined;
  /** How uncommon the word with this offset is, 0…1: the logarithm of its frequency rank, normalised. */
  rarityAt(place: number): number;
  readonly values: Int8Array;
  readonly dimensions: number;
}

const UNIT = 127;
/**
 * A word of this rank has half weight in a sum (Arora et al. 2017, "A Simple but Tough-to-Beat Baseline").
 */
const HALF_WEIGHT_RANK = 300;

let opened: WordVectors | undefined;

/** Reads the file on first use. */
export function openWordVectors(): WordVectors {
  opened ??= readWordVectors();
  return opened;
}

function readWordVectors(): WordVectors {
  const file = readFileSync(packagePath(FILE));
  const lineEnd = file.indexOf('\n');
  const words = file.toString('utf8', 0, lineEnd).split(' ');
  const values = new Int8Array(file.buffer, file.byteOffset + lineEnd + 1, file.length - lineEnd - 1);
  const dimensions = values.length / words.length;
  const places = new Map(words.map((word, index) => [word, index * dimensions]));
  const find = (word: string) => {
    const lower = word.toLowerCase().replace(/['’]s?$/u, '');
    return places.get(lower) ?? (lower.endsWith('s') ? places.get(lower.slice(0, -1)) : undefined);
  };
  const most = Math.log1p(words.length);
  const rarityAt = (place: number) => Math.log1p(place / dimensions) / most;
  return { words, find, rarityAt, values, dimensions };
}

/** Cosine of the vectors at offsets `a` and `b`, -1…1. */
export function cosine({ values, dimensions }: WordVectors, a: number, b: number): number {
  let sum = 0;
  for (let at = 0; at < dimensions; at += 1) sum += (values[a + at] as number) * (values[b + at] as number);
  return sum / (UNIT * UNIT);
}

/** Adds the vector at offset `place` to a sum. Rare words weigh more. */
export function addWord(sum: Float32Array, { values, dimensions }: WordVectors, place: number, times = 1) {
  const rank = place / dimensions;
  const weight = (times * rank) / (rank + HALF_WEIGHT_RANK) / UNIT;
  for (let at = 0; at < dimensions; at += 1)
    sum[at] = (sum[at] as number) + weight * (values[place + at] as number);
}

/** Cosine of `a` with `b + extra`, -1…1. It is 0 if either sum is zero or empty. */
export function cosineOfSums(a: Float32Array, b: Float32Array, extra?: Float32Array): number {
  if (b.length === 0) return 0;
  let [product, left, right] = [0, 0, 0];
  for (let at = 0; at < a.length; at += 1) {
    const one = a[at] as number;
    const other = (b[at] as number) + (extra?.[at] ?? 0);
    product += one * other;
    left += one * one;
    right += other * other;
  }
  return product === 0 ? 0 : product / Math.sqrt(left * right);
}
