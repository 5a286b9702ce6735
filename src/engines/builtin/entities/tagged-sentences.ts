// Reads the sentences of passages once and keeps what was read: the same article is asked about again and again.
import type { Match } from '../../../core/ports.js';
import { addWord, openWordVectors } from '../semantics/word-vectors.js';
import { type Token, tokenize } from '../words/analyzer.js';
import { tagSentence, tagWords } from './tag-entities.js';

/** A sentence, read. */
export interface TaggedSentence {
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

type GramToken = Pick<Token, 'term' | 'isStop' | 'start' | 'surface'> & Partial<Pick<Token, 'word'>>;

/** Passages kept: some 200 words each. */
const MAX_KEPT = 4_000;
/** Letters in a run: common to a word's inflections and to its misspellings. */
const GRAM = 4;
/** Scripts without spaces, whose words the segmenter may find otherwise in the question: runs of two or three. */
const IDEOGRAPHS = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u;
const UNSPACED_LETTERS = /[\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;
/** Bits in a sentence's set of hashes; a long sentence sets one in ten. */
const GRAM_BITS = 2_048;
const GRAM_WORDS = GRAM_BITS / 32;
const PRONOUNS = new Set(
  'he she it they his her their its this that these those such er sie es il elle ils elles él ella ellos lui lei он она оно они'.split(
    ' ',
  ),
);

const kept = new Map<string, readonly TaggedSentence[]>();

/** The sentences of a match's passage. */
export function tagSentences({ article, passage }: Match): readonly TaggedSentence[] {
  const key = `${article.digest} ${passage.start} ${passage.end}`;
  const known = kept.get(key);
  if (known) return known;
  const isMeant = hasWordVectors(article.language);
  const texts = passage.sentences.map(({ start, end }) => article.text.slice(start, end));
  const read = texts.map((text) => tokenize(text, article.language));
  // One piece of memory each for all sentences: many small ones cost more than what is written to them.
  const allGrams = new Uint32Array(texts.length * GRAM_WORDS);
  const allKinds = new Int32Array(read.reduce((sum, tokens) => sum + tokens.length, 0));
  const { dimensions } = openWordVectors();
  const allSums = new Float32Array(isMeant ? texts.length * dimensions : 0);
  let from = 0;
  const sentences = passage.sentences.map(({ start, end }, index): TaggedSentence => {
    const [text = '', tokens = []] = [texts[index], read[index]];
    const grams = allGrams.subarray(index * GRAM_WORDS, (index + 1) * GRAM_WORDS);
    const wordKinds = allKinds.subarray(from, from + tokens.length);
    from += tokens.length;
    tagWords(text, tokens, article.language, wordKinds);
    const sum = allSums.subarray(index * dimensions, (index + 1) * dimensions);
    const { terms, meanings } = readTerms(tokens, isMeant ? sum : undefined);
    findGrams(tokens, (bit) => {
      grams[bit >>> 5] = (grams[bit >>> 5] as number) | (1 << (bit & 31));
    });
    // Each by its name: an object that others are spread into takes several times the memory.
    return {
      start,
      end,
      text,
      tokens,
      terms,
      meanings,
      sum,
      grams,
      wordKinds,
      sentenceKinds: tagSentence(text),
      startsWithPronoun: PRONOUNS.has(tokens[0]?.word.lower ?? ''),
      startsParagraph: /(?:^|\n\s*\n)\s*$/.test(article.text.slice(Math.max(0, start - 8), start)),
      isHead: start < article.bodyStart,
    };
  });
  if (kept.size >= MAX_KEPT) kept.clear();
  kept.set(key, sentences);
  return sentences;
}

/** Whether words of the language have vectors. */
export function hasWordVectors(language: string): boolean {
  return language === 'en' || language === 'und';
}

/** The distinct terms, with what they mean; adds their vectors up, where there is a sum. */
function readTerms(tokens: readonly Token[], sum: Float32Array | undefined) {
  const terms = new Set<string>();
  const meanings: Meant[] = [];
  const vectors = openWordVectors();
  for (let at = 0; at < tokens.length; at += 1) {
    const { term, isStop, word } = tokens[at] as Token;
    if (isStop || terms.has(term)) continue;
    terms.add(term);
    word.known ??= { grams: ngramsOf(term), place: vectors.find(word.surface) };
    const { place } = word.known;
    if (!sum || place === undefined) continue;
    meanings.push({ term, place, at });
    addWord(sum, vectors, place);
  }
  return { terms, meanings };
}

/** Of words that are no stop words, and where no spaces are written of what runs over from one to the next. */
export function ngramsOfTokens(tokens: readonly GramToken[]): readonly number[] {
  const bits: number[] = [];
  findGrams(tokens, (bit) => bits.push(bit));
  return bits;
}

function findGrams(tokens: readonly GramToken[], found: (bit: number) => void): void {
  for (let at = 0; at < tokens.length; at += 1) {
    const { term, isStop, start, surface, word } = tokens[at] as GramToken;
    if (isStop) continue;
    for (const bit of word?.known?.grams ?? ngramsOf(term)) found(bit);
    const next = tokens[at + 1];
    if (!next || next.isStop || next.start !== start + surface.length) continue;
    const size = gramSizeOf(term);
    if (size === GRAM || gramSizeOf(next.term) !== size) continue;
    const across = term.slice(1 - size) + next.term.slice(0, size - 1);
    for (let from = 0; from + size <= across.length; from += 1) found(bitOf(across, from, size));
  }
}

/** The bits that a word's runs of letters set; one run of a shorter word. */
export function ngramsOf(term: string): readonly number[] {
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
