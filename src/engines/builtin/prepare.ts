// Reads the sentences of passages once and keeps what was read: the same article is asked about again and again.
import type { Match } from '../../core/ports.js';
import { type Token, tokenize } from './analyze.js';
import { readSentenceKinds, readWordKinds } from './kinds.js';
import { openWordVectors } from './word-vectors.js';

/** A sentence, read. */
export interface ReadSentence {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly tokens: readonly Token[];
  /** Distinct terms that are no stop words. */
  readonly terms: ReadonlySet<string>;
  /** Those of its terms that have a word vector, with its place; none in languages but English. */
  readonly meanings: readonly { readonly term: string; readonly place: number }[];
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

/** Passages kept: some 200 words each. */
const MAX_KEPT = 4_000;
/** Letters in a run: common to a word's inflections and to its misspellings. */
const GRAM = 4;
/** Scripts without spaces, whose words the segmenter may find otherwise in the question: runs of two or three. */
const IDEOGRAPHS = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u;
const UNSPACED_LETTERS = /[\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;
/** Bits in a sentence's set of hashes; a long sentence sets one in ten. */
const GRAM_BITS = 2_048;
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
  const sentences = passage.sentences.map(({ start, end }): ReadSentence => {
    const text = article.text.slice(start, end);
    const tokens = tokenize(text, article.language);
    const terms = new Set<string>();
    for (const { term, isStop } of tokens) if (!isStop) terms.add(term);
    const first = tokens[0]?.surface.toLowerCase() ?? '';
    const grams = new Uint32Array(GRAM_BITS / 32);
    for (const bit of gramsOfTokens(tokens)) grams[bit >>> 5] = (grams[bit >>> 5] ?? 0) | (1 << (bit & 31));
    return {
      ...{ start, end, text, tokens, terms, grams },
      meanings: hasMeaning(article.language) ? readMeanings(terms) : [],
      wordKinds: readWordKinds(text, tokens, article.language),
      sentenceKinds: readSentenceKinds(text),
      startsWithPronoun: PRONOUNS.has(first),
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

function readMeanings(terms: ReadonlySet<string>) {
  const { find } = openWordVectors();
  return [...terms].flatMap((term) => {
    const place = find(term);
    return place === undefined ? [] : [{ term, place }];
  });
}

/** Of words that are no stop words, and where no spaces are written of what runs over from one to the next. */
export function gramsOfTokens(tokens: readonly Token[]): readonly number[] {
  const bits: number[] = [];
  for (const [at, { term, isStop, start, surface }] of tokens.entries()) {
    if (isStop) continue;
    bits.push(...gramsOf(term));
    const next = tokens[at + 1];
    if (!next || next.isStop || next.start !== start + surface.length) continue;
    const size = gramSizeOf(term);
    if (size === GRAM || gramSizeOf(next.term) !== size) continue;
    const across = term.slice(1 - size) + next.term.slice(0, size - 1);
    for (let from = 0; from + size <= across.length; from += 1) bits.push(bitOf(across, from, size));
  }
  return bits;
}

/** The bits that a word's runs of letters set; one run of a shorter word. */
export function gramsOf(term: string): readonly number[] {
  const size = gramSizeOf(term);
  const word = size === GRAM ? `<${term}` : term;
  const bits: number[] = [];
  for (let at = 0; at === 0 || at + size <= word.length; at += 1) bits.push(bitOf(word, at, size));
  return bits;
}

function gramSizeOf(term: string): number {
  return IDEOGRAPHS.test(term) ? 2 : UNSPACED_LETTERS.test(term) ? 3 : GRAM;
}

function bitOf(word: string, from: number, size: number): number {
  let hash = 0x811c9dc5;
  for (let at = from; at < Math.min(word.length, from + size); at += 1)
    hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash >>> 8) % GRAM_BITS;
}
