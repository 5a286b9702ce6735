// Word vectors: which English words mean nearly the same or stand for the same kind of thing.
import { DIMENSIONS, VECTORS, WORDS } from './word-vectors.data.js';

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
  const bytes = Buffer.from(VECTORS, 'base64');
  const places = new Map(WORDS.split(' ').map((word, index) => [word, index * DIMENSIONS]));
  return {
    find: (term) => places.get(term),
    values: new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length),
    dimensions: DIMENSIONS,
  };
}

/** Cosine of two vectors that begin at `a` and `b`, -1…1. */
export function cosine({ values, dimensions }: WordVectors, a: number, b: number): number {
  let sum = 0;
  for (let at = 0; at < dimensions; at += 1) sum += (values[a + at] as number) * (values[b + at] as number);
  return sum / 16_129;
}
