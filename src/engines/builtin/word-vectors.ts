// Word vectors: which English words mean nearly the same or stand for the same kind of thing.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Below the package's folder, compiled or not: words on one line, then the bytes of their vectors in that order. */
const FILE = 'src/engines/builtin/word-vectors.bin';

/** Vectors of unit length, as bytes: 127 is 1. */
export interface WordVectors {
  /** Where a term's vector begins in `values`; undefined where it has none. */
  find(term: string): number | undefined;
  readonly values: Int8Array;
  readonly dimensions: number;
}

let opened: WordVectors | undefined;

/** Read once, when they are first asked for. */
export function openWordVectors(): WordVectors {
  opened ??= readWordVectors();
  return opened;
}

function readWordVectors(): WordVectors {
  const root = dirname(createRequire(import.meta.url).resolve('footnote-bot/package.json'));
  const file = readFileSync(join(root, FILE));
  const lineEnd = file.indexOf('\n');
  const words = file.toString('ascii', 0, lineEnd).split(' ');
  const values = new Int8Array(file.buffer, file.byteOffset + lineEnd + 1, file.length - lineEnd - 1);
  const dimensions = values.length / words.length;
  const places = new Map(words.map((word, index) => [word, index * dimensions]));
  return { find: (term) => places.get(term), values, dimensions };
}

/** Cosine of two vectors that begin at `a` and `b`, -1…1. */
export function cosine({ values, dimensions }: WordVectors, a: number, b: number): number {
  let sum = 0;
  for (let at = 0; at < dimensions; at += 1) sum += (values[a + at] as number) * (values[b + at] as number);
  return sum / 16_129;
}
