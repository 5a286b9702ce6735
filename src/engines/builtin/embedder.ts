// The lexical embedder: hashed subword vectors. It needs no model and no network and gives the same result everywhere.
// It embeds the languages that the built-in model can't read, and all of them where the model can't run.
import type { Embedder, VectorSpace } from '../../core/ports.js';
import { fnv1a } from './hash.js';
import { stopWordsOf } from './words/stop-words.js';

/**
 * Dimension of the vectors (1.5 KB each). A larger one separates passages better by vector alone, but hybrid
 * search finds no more and a graph index costs proportionally more. Measured in docs/retrieval.md.
 */
const DIMENSIONS = 384;
const VERSION = 2;
const MIN_NGRAM = 3;
const MAX_NGRAM = 5;
/** Weight of a word's n-grams together, relative to the word itself. */
const NGRAM_WEIGHT = 1.1;
const PAIR_WEIGHT = 0.4;
const STOP_WEIGHT = 0.1;
/** Names and numbers say more about a text than ordinary words. */
const RARE_WEIGHT = 1.4;
/** How quickly repetitions of a word stop counting (Robertson & Zaragoza 2009). */
const SATURATION = 1.2;
const MAX_CACHED_WORDS = 20_000;

const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;

/**
 * Vectors of different passages are far apart, so a graph would find too few of the nearest. The weight is measured in
 * docs/retrieval.md.
 */
export const LEXICAL_SPACE: VectorSpace = { name: 'lexical', weight: 0.3, isClustered: false };

/** A position in the vector and the signed value to add there. */
interface Feature {
  readonly index: number;
  readonly value: number;
}

const cache = new Map<string, readonly Feature[]>();

/**
 * Hashes each word as a whole, by its character 3- to 5-grams between word borders (Bojanowski et al. 2017,
 * "Enriching Word Vectors with Subword Information") and paired with its neighbour, into {@link DIMENSIONS}
 * signed positions (Weinberger et al. 2009, "Feature Hashing for Large Scale Multitask Learning").
 * Repetitions saturate as in BM25. Stop words count little. Words with a capital letter or a digit count
 * more. Vectors have unit length, except that a text without words gives the zero vector.
 */
export function createEmbedder(): Embedder {
  return {
    fingerprint: `builtin-subword-${VERSION}-${DIMENSIONS}`,
    dimensions: DIMENSIONS,
    spaceOf: () => LEXICAL_SPACE,
    embedDocuments: async (texts) => texts.map(embed),
    embedQuery: async (text) => embed(text),
  };
}

/** Embeds one text. The vector has unit length, or is zero if the text has no words. */
export function embed(text: string): number[] {
  const stopWords = stopWordsOf('und');
  const counts = new Map<string, { count: number; weight: number }>();
  const count = (key: string, weight: number) => {
    const known = counts.get(key);
    if (known) known.count += 1;
    else counts.set(key, { count: 1, weight });
  };
  let before = '';
  for (const [surface] of text.matchAll(WORD)) {
    const word = fold(surface);
    const isStop = stopWords.has(word);
    const isRare = !isStop && /[\p{Lu}\p{N}]/u.test(surface);
    count(word, isStop ? STOP_WEIGHT : isRare ? RARE_WEIGHT : 1);
    if (before !== '' && !isStop) count(`${before} ${word}`, PAIR_WEIGHT);
    if (!isStop) before = word;
  }
  const vector = new Array<number>(DIMENSIONS).fill(0);
  for (const [key, { count: occurrences, weight }] of counts) {
    const scale = (weight * occurrences * (SATURATION + 1)) / (occurrences + SATURATION);
    for (const { index, value } of featuresOf(key)) vector[index] = (vector[index] ?? 0) + scale * value;
  }
  const length = Math.hypot(...vector);
  return length === 0 ? vector : vector.map((value) => value / length);
}

function featuresOf(key: string): readonly Feature[] {
  const known = cache.get(key);
  if (known) return known;
  const features = [feature(key, 1)];
  if (!key.includes(' ')) {
    const ngrams = characterNgrams(key);
    // All n-grams of a word together weigh as much as one feature of this weight.
    for (const ngram of ngrams) features.push(feature(`#${ngram}`, NGRAM_WEIGHT / Math.sqrt(ngrams.length)));
  }
  if (cache.size >= MAX_CACHED_WORDS) cache.clear();
  cache.set(key, features);
  return features;
}

function characterNgrams(word: string): string[] {
  // Words of scripts without spaces come in long runs, so their n-grams are single characters and pairs.
  const [least, most] = UNSPACED.test(word) ? [1, 2] : [MIN_NGRAM, MAX_NGRAM];
  const letters = least === 1 ? [...word] : ['<', ...word, '>'];
  const ngrams: string[] = [];
  for (let size = least; size <= most; size += 1) {
    for (let at = 0; at + size <= letters.length; at += 1) ngrams.push(letters.slice(at, at + size).join(''));
  }
  return ngrams;
}

function feature(key: string, weight: number): Feature {
  const hash = fnv1a(key);
  return { index: (hash >>> 1) % DIMENSIONS, value: hash & 1 ? weight : -weight };
}

function fold(word: string): string {
  return word
    .toLowerCase()
    .normalize('NFKD')
    .replace(/([a-zα-ωа-я])\p{M}+/gu, '$1')
    .normalize('NFC');
}
