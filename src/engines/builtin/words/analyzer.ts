// The built-in analyzer: tokenizes text, folds case and accents, stems and marks stop words.
import type { Analyzer } from '../../../core/ports.js';
import { type SurfaceEntityTypes, tagSurface } from '../entities/entity-types.js';
import { findAsciiWords, isAscii } from './ascii-words.js';
import { detectLanguage } from './detect-language.js';
import { foldDigits } from './digits.js';
import { hasElisions, skipElisions } from './elisions.js';
import { similarTerms } from './spelling-variants.js';
import { stemmerOf } from './stemmer.js';
import { stopWordsOf } from './stop-words.js';
import { type CachedToken, TokenCache } from './token-cache.js';

/** Data of a term that is the same in every sentence. `tagged-sentences.ts` fills it in. */
interface TermData {
  /** Hashes of its character n-grams. */
  readonly ngrams: readonly number[];
  /** Offset of its word vector, if it has one. */
  readonly place: number | undefined;
}

/** Data of a word that is the same in every text of a language. */
interface Word extends CachedToken, SurfaceEntityTypes {
  /** The form used for comparison: folded and stemmed, letters and digits only. */
  readonly term: string;
  /** By the word's form alone. "US" isn't a stop word unless the whole text is in capitals. */
  readonly isStop: boolean;
  readonly isAcronym: boolean;
  /** Filled in on first use. */
  cached: TermData | undefined;
}

export interface Token {
  /** Offset in the text, in UTF-16 code units. */
  readonly start: number;
  readonly surface: string;
  /** See {@link Word.term}. */
  readonly term: string;
  readonly isStop: boolean;
  readonly word: Word;
}

/** Abbreviations with full stops, numbers with separators, words with apostrophes. */
const WORD =
  /(?:\p{Lu}\.){2,}|\p{N}+(?:[.,٫٬]\p{N}+)*|[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+|[\u00AD\u200B-\u200D\u2060\uFEFF]+[\p{L}\p{M}\p{N}]+)*/gu;
/** Characters inside a word that nobody types: hyphenation and joining hints, Hebrew points, Arabic vowel signs. */
const UNTYPED =
  /[\u00AD\u0591-\u05BD\u05BF\u05C1\u05C2\u05C4\u05C5\u05C7\u0640\u064B-\u0652\u0670\u200B-\u200D\u2060\uFEFF]/gu;
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;
// biome-ignore lint/suspicious/noControlCharactersInRegex: the range is all of ASCII
const ASCII = /^[\x00-\x7F]*$/;
const ACCENTED = /([\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}])\p{M}+/gu;
/** Distinct words in the cache. */
const MAX_CACHED_WORDS = 65_536;

const unspacedWords = new Intl.Segmenter('zh', { granularity: 'word' });
const words = new TokenCache(MAX_CACHED_WORDS, readWord);

/**
 * Splits a text into tokens, in order. Elided words, such as the article of "l'eau", give none.
 * @param language ISO 639-1 code, or `und`
 */
export function tokenize(text: string, language: string): readonly Token[] {
  const hasLowerCase = /\p{Ll}/u.test(text);
  const tokens: Token[] = [];
  const add = (from: number, end: number) => {
    const start = skipElisions(text, from, end, language);
    const word = words.at(text, start, end, language);
    if (word.term === '') return;
    // "US", "WHO" and "IT" are names unless the whole text is in capitals.
    const isStop = word.isStop && !(hasLowerCase && word.isAcronym);
    tokens.push({ start, surface: word.surface, term: word.term, isStop, word });
  };
  if (isAscii(text)) {
    findAsciiWords(text, add);
    return tokens;
  }
  for (const { 0: surface, index } of text.matchAll(WORD)) {
    if (!UNSPACED.test(surface)) add(index, index + surface.length);
    else {
      for (const { segment, index: at, isWordLike } of unspacedWords.segment(surface)) {
        if (isWordLike) add(index + at, index + at + segment.length);
      }
    }
  }
  return tokens;
}

function readWord(surface: string, language: string): Word {
  const stopWords = stopWordsOf(language);
  const typed = surface.replace(UNTYPED, '');
  const bare = typed.toLowerCase().replace(/['’]s?$/u, '');
  const { lower, bits, isCapital } = tagSurface(typed);
  return {
    surface,
    language,
    term: toTerm(bare, language),
    lower,
    bits,
    isCapital,
    isStop: stopWords.has(bare) || stopWords.has(bare.replace(/['’].*$/u, '')),
    isAcronym: typed.length > 1 && /^(?:\p{Lu}\.?)+$/u.test(typed),
    cached: undefined,
  };
}

function toTerm(lower: string, language: string): string {
  const stemmed = /^\p{N}/u.test(lower)
    ? foldDigits(lower)
        .replace(/[,٬](?=\p{N}{3}(?!\p{N}))/gu, '')
        .replace(/[.,٫]/gu, 'p')
    : stemmerOf(language)(lower.replace(hasElisions(language) ? /['’]/gu : /['’].*$/u, ''));
  const folded = ASCII.test(stemmed)
    ? stemmed
    : stemmed.normalize('NFKD').replace(ACCENTED, '$1').normalize('NFC');
  return folded.replace(/[^\p{L}\p{M}\p{N}]+/gu, '');
}

export function createAnalyzer(): Analyzer {
  return {
    fingerprint: 'builtin-terms-4',
    detectLanguage,
    terms: (text, language) => tokenize(text, language).flatMap(({ term, isStop }) => (isStop ? [] : [term])),
    similarTerms,
  };
}
