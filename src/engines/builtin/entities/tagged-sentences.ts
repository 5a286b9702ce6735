// Analyses the sentences of passages and caches the result, because people ask about the same article many
// times.

import { readHeadingText } from '../../../core/interview/asked-question.js';
import { findSpeech } from '../../../core/interview/speakers.js';
import type { Match } from '../../../core/ranking-ports.js';
import { findHeadings } from '../../../core/text/headings.js';
import { findVector, hasWordVectors } from '../semantics/language-vectors.js';
import { addWord, openWordVectors } from '../semantics/word-vectors.js';
import { type Token, tokenize } from '../words/analyzer.js';
import { tagSentence, tagWords } from './tag-entities.js';

/** A sentence and everything the ranker needs to know about it, whatever the question. */
export interface TaggedSentence {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly tokens: readonly Token[];
  /** Distinct terms, without stop words. */
  readonly terms: ReadonlySet<string>;
  /**
   * Terms that have a word vector, with the vector's offset and the token where the term first appears. Empty
   * in languages other than English.
   */
  readonly wordVectors: readonly WordVectorUse[];
  /** Sum of those vectors. Empty in other languages. */
  readonly vectorSum: Float32Array;
  /** Bits of `WORD_ENTITY_TYPES`, by token. */
  readonly wordTypes: Int32Array;
  /** Bits of `SENTENCE_ENTITY_TYPES`. */
  readonly sentenceTypes: number;
  /** Bloom filter of its n-grams of {@link NGRAM_LETTERS} letters. */
  readonly ngrams: Uint32Array;
  readonly startsWithPronoun: boolean;
  readonly startsParagraph: boolean;
  /** True in the headline and the dek. */
  readonly isHeadline: boolean;
  /** Terms of the headings above it and of its speaker's name, without stop words. */
  readonly contextTerms: ReadonlySet<string>;
  /** Those of its speaker's name, in an interview. */
  readonly speakerTerms: ReadonlySet<string>;
}

interface WordVectorUse {
  readonly term: string;
  readonly place: number;
  readonly at: number;
}

type NgramToken = Pick<Token, 'term' | 'isStop' | 'start' | 'surface'> & Partial<Pick<Token, 'word'>>;

/** Passages in the cache, about 200 words each. */
const MAX_CACHED_PASSAGES = 4_000;
/** Length of an n-gram. Inflections and misspellings of a word share many n-grams of this length. */
const NGRAM_LETTERS = 4;
/**
 * Word segmentation of scripts without spaces can differ between question and sentence, so they use n-grams
 * of two or three.
 */
const IDEOGRAPHS = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u;
const UNSPACED_LETTERS = /[\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;
/** Size of the Bloom filter in bits. A long sentence sets about one in ten. */
const NGRAM_BITS = 2_048;
const NGRAM_WORDS = NGRAM_BITS / 32;
const PRONOUNS = new Set(
  'he she it they his her their its this that these those such er sie es il elle ils elles él ella ellos lui lei он она оно они'.split(
    ' ',
  ),
);

const cache = new Map<string, readonly TaggedSentence[]>();

/** Returns the sentences of a match's passage. */
export function tagSentences({ article, passage }: Match): readonly TaggedSentence[] {
  const key = `${article.digest} ${passage.start} ${passage.end}`;
  const cached = cache.get(key);
  if (cached) return cached;
  const hasVectors = hasWordVectors(article.language);
  const texts = passage.sentences.map(({ start, end }) => article.text.slice(start, end));
  const read = texts.map((text) => tokenize(text, article.language));
  // Allocates one array for all sentences, because many small typed arrays cost more than filling them.
  const allNgrams = new Uint32Array(texts.length * NGRAM_WORDS);
  const allTypes = new Int32Array(read.reduce((sum, tokens) => sum + tokens.length, 0));
  const { dimensions } = openWordVectors();
  const allSums = new Float32Array(hasVectors ? texts.length * dimensions : 0);
  let from = 0;
  const termsByText = new Map<string, ReadonlySet<string>>();
  const termsOf = (text: string): ReadonlySet<string> => {
    const known = termsByText.get(text);
    if (known) return known;
    const tokens = text === '' ? [] : tokenize(text, article.language);
    const terms = new Set(tokens.flatMap(({ term, isStop }) => (isStop ? [] : [term])));
    termsByText.set(text, terms);
    return terms;
  };
  const readContext = (at: number) => {
    const speech = findSpeech(article, at);
    const speaker = speech && !speech.isAsking ? speech.speaker : undefined;
    const name = speaker ? article.text.slice(speaker.start, speaker.end) : '';
    const above = findHeadings(article, at).map((heading) => readHeadingText(article, heading));
    return {
      contextTerms: termsOf([...above, name].join('\n').trim()),
      speakerTerms: termsOf(name),
    };
  };
  const sentences = passage.sentences.map(({ start, end }, index): TaggedSentence => {
    const [text = '', tokens = []] = [texts[index], read[index]];
    const ngrams = allNgrams.subarray(index * NGRAM_WORDS, (index + 1) * NGRAM_WORDS);
    const wordTypes = allTypes.subarray(from, from + tokens.length);
    from += tokens.length;
    tagWords(text, tokens, article.language, wordTypes);
    const vectorSum = allSums.subarray(index * dimensions, (index + 1) * dimensions);
    const { terms, wordVectors } = readTerms(tokens, article.language, hasVectors ? vectorSum : undefined);
    forEachNgram(tokens, (bit) => {
      ngrams[bit >>> 5] = (ngrams[bit >>> 5] as number) | (1 << (bit & 31));
    });
    // Lists every property, because an object built with spread syntax takes several times the memory.
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
      ...readContext(start),
    };
  });
  if (cache.size >= MAX_CACHED_PASSAGES) cache.clear();
  cache.set(key, sentences);
  return sentences;
}

/** Collects the distinct terms and their word vectors, and adds the vectors to `sum` if it is given. */
function readTerms(tokens: readonly Token[], language: string, sum: Float32Array | undefined) {
  const terms = new Set<string>();
  const wordVectors: WordVectorUse[] = [];
  const vectors = openWordVectors();
  for (let at = 0; at < tokens.length; at += 1) {
    const { term, isStop, word } = tokens[at] as Token;
    if (isStop || terms.has(term)) continue;
    terms.add(term);
    word.cached ??= { ngrams: hashWordNgrams(term), place: findVector(word.surface, language) };
    const { place } = word.cached;
    if (!sum || place === undefined) continue;
    wordVectors.push({ term, place, at });
    addWord(sum, vectors, place);
  }
  return { terms, wordVectors };
}

/**
 * N-gram hashes of all words except stop words. Where words are written without spaces, n-grams also span
 * neighbouring words.
 */
export function hashTokenNgrams(tokens: readonly NgramToken[]): readonly number[] {
  const bits: number[] = [];
  forEachNgram(tokens, (bit) => bits.push(bit));
  return bits;
}

function forEachNgram(tokens: readonly NgramToken[], found: (bit: number) => void): void {
  for (let at = 0; at < tokens.length; at += 1) {
    const { term, isStop, start, surface, word } = tokens[at] as NgramToken;
    if (isStop) continue;
    for (const bit of word?.cached?.ngrams ?? hashWordNgrams(term)) found(bit);
    const next = tokens[at + 1];
    if (!next || next.isStop || next.start !== start + surface.length) continue;
    const size = ngramSizeOf(term);
    if (size === NGRAM_LETTERS || ngramSizeOf(next.term) !== size) continue;
    const across = term.slice(1 - size) + next.term.slice(0, size - 1);
    for (let from = 0; from + size <= across.length; from += 1) found(hashNgram(across, from, size));
  }
}

/** N-gram hashes of one word. A word shorter than an n-gram gives one hash. */
export function hashWordNgrams(term: string): readonly number[] {
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
