// Reads the sentences of passages once and keeps what was read: the same article is asked about again and again.
import type { Match } from '../../core/ports.js';
import { type Token, tokenize } from './analyze.js';
import { readSentenceKinds, readWordKinds } from './kinds.js';
import { addWord, openWordVectors } from './word-vectors.js';

/** A sentence, read. */
export interface ReadSentence {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly tokens: readonly Token[];
  /** Distinct terms that are no stop words. */
  readonly terms: ReadonlySet<string>;
  /**
   * Those of its terms that have a word vector, with its place, and the token where they first stand; none in languages
   * but English.
   */
  readonly meanings: readonly Meant[];
  /** Their vectors, added up; empty in other languages. */
  readonly sum: Float32Array;
  /** Bits of `WORD_KINDS`, by token. */
  readonly wordKinds: Int32Array;
  /** Bits of `SENTENCE_KINDS`. */
  readonly sentenceKinds: number;
  /** Which runs of {@link GRAM} letters it holds, as a set of hashes. */
  readonly grams: Uint32Array;
  readonly startsWithPronoun: boolean;
  readonly startsParagraph: boolean;
  /** Stands in headline or dek. */
  readonly isHead: boolean;
}

interface Meant {
  readonly term: string;
  readonly place: number;
  readonly at: number;
}

/** Passages kept: some 200 words each. */
const MAX_KEPT = 4_000;
/** Letters in a run: common to a word's inflections and to its misspellings. */
const GRAM = 4;
/** Bits in a sentence's set of hashes; a long sentence sets one in ten. */
const GRAM_BITS = 2_048;
const GRAM_WORDS = GRAM_BITS / 32;
const PRONOUNS = new Set(
  'he she it they his her their its this that these those such er sie es il elle ils elles él ella ellos lui lei он она оно они'.split(
    ' ',
  ),
);

const kept = new Map<string, readonly ReadSentence[]>();

/** The sentences of a match's passage. */
export function readSentences({ article, passage }: Match): readonly ReadSentence[] {
  const key = `${article.digest} ${passage.start} ${passage.end}`;
  const known = kept.get(key);
  if (known) return known;
  const isMeant = hasMeaning(article.language);
  const texts = passage.sentences.map(({ start, end }) => article.text.slice(start, end));
  const read = texts.map((text) => tokenize(text, article.language));
  // One piece of memory each for all sentences: many small ones cost more than what is written to them.
  const allGrams = new Uint32Array(texts.length * GRAM_WORDS);
  const allKinds = new Int32Array(read.reduce((sum, tokens) => sum + tokens.length, 0));
  let from = 0;
  const sentences = passage.sentences.map(({ start, end }, index): ReadSentence => {
    const [text = '', tokens = []] = [texts[index], read[index]];
    const grams = allGrams.subarray(index * GRAM_WORDS, (index + 1) * GRAM_WORDS);
    const wordKinds = allKinds.subarray(from, from + tokens.length);
    from += tokens.length;
    readWordKinds(text, tokens, article.language, wordKinds);
    return {
      ...{ start, end, text, tokens, grams, wordKinds },
      ...readTerms(tokens, isMeant, grams),
      sentenceKinds: readSentenceKinds(text),
      startsWithPronoun: PRONOUNS.has(tokens[0]?.word.kinds.lower ?? ''),
      startsParagraph: /(?:^|\n\s*\n)\s*$/.test(article.text.slice(Math.max(0, start - 8), start)),
      isHead: start < article.bodyStart,
    };
  });
  if (kept.size >= MAX_KEPT) kept.clear();
  kept.set(key, sentences);
  return sentences;
}

/** Whether words of the language have vectors. */
export function hasMeaning(language: string): boolean {
  return language === 'en' || language === 'und';
}

/** The distinct terms, with what they mean; writes the set of their runs of letters. */
function readTerms(tokens: readonly Token[], isMeant: boolean, grams: Uint32Array) {
  const terms = new Set<string>();
  const meanings: Meant[] = [];
  const vectors = openWordVectors();
  const sum = new Float32Array(isMeant ? vectors.dimensions : 0);
  for (const [at, { term, isStop, word }] of tokens.entries()) {
    if (isStop || terms.has(term)) continue;
    terms.add(term);
    word.known ??= { grams: gramsOf(term), place: vectors.find(word.surface) };
    const { grams: own, place } = word.known;
    for (const bit of own) grams[bit >>> 5] = (grams[bit >>> 5] as number) | (1 << (bit & 31));
    if (!isMeant || place === undefined) continue;
    meanings.push({ term, place, at });
    addWord(sum, vectors, place);
  }
  return { terms, meanings, sum };
}

/** The bits that a word's runs of letters set; one run of a shorter word. */
export function gramsOf(term: string): readonly number[] {
  const bits: number[] = [];
  const word = `<${term}`;
  for (let at = 0; at === 0 || at + GRAM <= word.length; at += 1) {
    let hash = 0x811c9dc5;
    for (let offset = at; offset < Math.min(word.length, at + GRAM); offset += 1)
      hash = Math.imul(hash ^ word.charCodeAt(offset), 0x01000193);
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
    bits.push((hash >>> 8) % GRAM_BITS);
  }
  return bits;
}
