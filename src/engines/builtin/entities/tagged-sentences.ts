// Reads the sentences of passages once and keeps what was read: the same article is query about again and again.
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
  readonly wordVectors: readonly WordVectorUse[];
  /** Their vectors, added up; empty in other languages. */
  readonly vectorSum: Float32Array;
  /** Bits of `WORD_KINDS`, by token. */
  readonly wordTypes: Int32Array;
  /** Bits of `SENTENCE_KINDS`. */
  readonly sentenceTypes: number;
  /** Which runs of {@link NGRAM_LETTERS} letters it holds, as a set of hashes. */
  readonly ngrams: Uint32Array;
  readonly startsWithPronoun: boolean;
  readonly startsParagraph: boolean;
  /** Stands in headline or dek. */
  readonly isHeadline: boolean;
}

interface WordVectorUse {
  readonly term: string;
  readonly place: number;
  readonly at: number;
}

type NgramToken = Pick<Token, 'term' | 'isStop' | 'start' | 'surface'> & Partial<Pick<Token, 'word'>>;

/** Passages cache: some 200 words each. */
const MAX_CACHED_PASSAGES = 4_000;
/** Letters in a run: common to a word's inflections and to its misspellings. */
const NGRAM_LETTERS = 4;
/** Scripts without spaces, whose words the segmenter may find otherwise in the question: runs of two or three. */
const IDEOGRAPHS = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u;
const UNSPACED_LETTERS = /[\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;
/** Bits in a sentence's set of hashes; a long sentence sets one in ten. */
const NGRAM_BITS = 2_048;
const NGRAM_WORDS = NGRAM_BITS / 32;
const PRONOUNS = new Set(
  'he she it they his her their its this that these those such er sie es il elle ils elles él ella ellos lui lei он она оно они'.split(
    ' ',
  ),
);

const cache = new Map<string, readonly TaggedSentence[]>();

/** The sentences of a match's passage. */
export function tagSentences({ article, passage }: Match): readonly TaggedSentence[] {
  const key = `${article.digest} ${passage.start} ${passage.end}`;
  const cached = cache.get(key);
  if (cached) return cached;
  const hasVectors = hasWordVectors(article.language);
  const texts = passage.sentences.map(({ start, end }) => article.text.slice(start, end));
  const read = texts.map((text) => tokenize(text, article.language));
  // One piece of memory each for all sentences: many small ones cost more than what is written to them.
  const allNgrams = new Uint32Array(texts.length * NGRAM_WORDS);
  const allTypes = new Int32Array(read.reduce((sum, tokens) => sum + tokens.length, 0));
  const { dimensions } = openWordVectors();
  const allSums = new Float32Array(hasVectors ? texts.length * dimensions : 0);
  let from = 0;
  const sentences = passage.sentences.map(({ start, end }, index): TaggedSentence => {
    const [text = '', tokens = []] = [texts[index], read[index]];
    const ngrams = allNgrams.subarray(index * NGRAM_WORDS, (index + 1) * NGRAM_WORDS);
    const wordTypes = allTypes.subarray(from, from + tokens.length);
    from += tokens.length;
    tagWords(text, tokens, article.language, wordTypes);
    const vectorSum = allSums.subarray(index * dimensions, (index + 1) * dimensions);
    const { terms, wordVectors } = readTerms(tokens, hasVectors ? vectorSum : undefined);
    forEachNgram(tokens, (bit) => {
      ngrams[bit >>> 5] = (ngrams[bit >>> 5] as number) | (1 << (bit & 31));
    });
    // Each by its name: an object that others are spread into takes several times the memory.
    return {
      start,
      end,
      text,
      tokens,
      terms,
      wordVectors,
      vectorSum,
      ngrams,
      wordTypes,
      sentenceTypes: tagSentence(text),
      startsWithPronoun: PRONOUNS.has(tokens[0]?.word.lower ?? ''),
      startsParagraph: /(?:^|\n\s*\n)\s*$/.test(article.text.slice(Math.max(0, start - 8), start)),
      isHeadline: start < article.bodyStart,
    };
  });
  if (cache.size >= MAX_CACHED_PASSAGES) cache.clear();
  cache.set(key, sentences);
  return sentences;
}

/** Whether words of the language have vectors. */
export function hasWordVectors(language: string): boolean {
  return language === 'en' || language === 'und';
}

/** The distinct terms, with what they mean; adds their vectors up, where there is a sum. */
function readTerms(tokens: readonly Token[], sum: Float32Array | undefined) {
  const terms = new Set<string>();
  const wordVectors: WordVectorUse[] = [];
  const vectors = openWordVectors();
  for (let at = 0; at < tokens.length; at += 1) {
    const { term, isStop, word } = tokens[at] as Token;
    if (isStop || terms.has(term)) continue;
    terms.add(term);
    word.cached ??= { ngrams: ngramsOf(term), place: vectors.find(word.surface) };
    const { place } = word.cached;
    if (!sum || place === undefined) continue;
    wordVectors.push({ term, place, at });
    addWord(sum, vectors, place);
  }
  return { terms, wordVectors };
}

/** Of words that are no stop words, and where no spaces are written of what runs over from one to the next. */
export function ngramsOfTokens(tokens: readonly NgramToken[]): readonly number[] {
  const bits: number[] = [];
  forEachNgram(tokens, (bit) => bits.push(bit));
  return bits;
}

function forEachNgram(tokens: readonly NgramToken[], found: (bit: number) => void): void {
  for (let at = 0; at < tokens.length; at += 1) {
    const { term, isStop, start, surface, word } = tokens[at] as NgramToken;
    if (isStop) continue;
    for (const bit of word?.cached?.ngrams ?? ngramsOf(term)) found(bit);
    const next = tokens[at + 1];
    if (!next || next.isStop || next.start !== start + surface.length) continue;
    const size = ngramSizeOf(term);
    if (size === NGRAM_LETTERS || ngramSizeOf(next.term) !== size) continue;
    const across = term.slice(1 - size) + next.term.slice(0, size - 1);
    for (let from = 0; from + size <= across.length; from += 1) found(hashNgram(across, from, size));
  }
}

/** The bits that a word's runs of letters set; one run of a shorter word. */
export function ngramsOf(term: string): readonly number[] {
  const size = ngramSizeOf(term);
  const word = size === NGRAM_LETTERS ? `<${term}` : term;
  const bits: number[] = [];
  for (let at = 0; at === 0 || at + size <= word.length; at += 1) bits.push(hashNgram(word, at, size));
  return bits;
}

function ngramSizeOf(term: string): number {
  return IDEOGRAPHS.test(term) ? 2 : UNSPACED_LETTERS.test(term) ? 3 : NGRAM_LETTERS;
}

function hashNgram(word: string, from: number, size: number): number {
  let hash = 0x811c9dc5;
  for (let at = from; at < Math.min(word.length, from + size); at += 1)
    hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash >>> 8) % NGRAM_BITS;
}
