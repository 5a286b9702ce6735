// Words of a text as the built-in engine sees them: found, folded, stemmed, stop words marked.
import { detect } from 'tinyld';
import type { Analyzer } from '../../core/ports.js';
import { similarTerms } from './similar.js';
import { stemmerOf } from './stem.js';
import { stopWordsOf } from './stop-words.js';

export interface Token {
  /** Offset in the text given, in UTF-16 code units. */
  readonly start: number;
  readonly surface: string;
  /** What is compared: folded and stemmed; letters and digits only. */
  readonly term: string;
  readonly isStop: boolean;
}

/** Abbreviations with stops, numbers with separators, words with an apostrophe. */
const WORD = /(?:\p{Lu}\.){2,}|\p{N}+(?:[.,٫٬]\p{N}+)*|[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)*/gu;
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;
// biome-ignore lint/suspicious/noControlCharactersInRegex: the range is all of ASCII
const ASCII = /^[\x00-\x7F]*$/;
const ACCENTED = /([\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}])\p{M}+/gu;
/** The first digit of each script in use, in the order of Unicode; the other nine follow it. */
const ZEROS = [...'0٠۰߀०০੦૦୦௦౦೦൦෦๐໐༠၀႐០᠐０'];
/** Text read to tell its language. */
const DETECT_CHARS = 2_000;
/** Shorter Latin-script text is a guess at best. */
const DETECT_MIN_CHARS = 16;
/** Distinct words whose terms are kept. */
const MAX_KEPT = 50_000;

/** Scripts that one language (as far as we tell) is written in, in the order in which they are tried. */
const SCRIPTS: readonly (readonly [string, RegExp])[] = [
  ['ja', /[\p{sc=Hiragana}\p{sc=Katakana}]/u],
  ['zh', /\p{sc=Han}/u],
  ['th', /\p{sc=Thai}/u],
  ['ko', /\p{sc=Hangul}/u],
  ['el', /\p{sc=Greek}/u],
  ['hi', /\p{sc=Devanagari}/u],
  ['he', /\p{sc=Hebrew}/u],
  ['ar', /\p{sc=Arabic}/u],
];

const unspacedWords = new Intl.Segmenter('zh', { granularity: 'word' });
const kept = new Map<string, string>();

/** Tokens of a text, in order. */
export function tokenize(text: string, language: string): readonly Token[] {
  const stopWords = stopWordsOf(language);
  const hasLowerCase = /\p{Ll}/u.test(text);
  const tokens: Token[] = [];
  const add = (surface: string, start: number) => {
    const lower = surface.toLowerCase().replace(/['’]s?$/u, '');
    // "US", "WHO" and "IT" are names where the text is not all in capitals.
    const isAcronym = hasLowerCase && surface.length > 1 && /^(?:\p{Lu}\.?)+$/u.test(surface);
    const isStop = !isAcronym && (stopWords.has(lower) || stopWords.has(lower.replace(/['’].*$/u, '')));
    const term = toTerm(lower, language);
    if (term !== '') tokens.push({ start, surface, term, isStop });
  };
  for (const { 0: surface, index } of text.matchAll(WORD)) {
    if (!UNSPACED.test(surface)) add(surface, index);
    else {
      for (const { segment, index: at, isWordLike } of unspacedWords.segment(surface)) {
        if (isWordLike) add(segment, index + at);
      }
    }
  }
  return tokens;
}

function toTerm(lower: string, language: string): string {
  const key = `${language} ${lower}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  if (kept.size >= MAX_KEPT) kept.clear();
  const stemmed = /^\p{N}/u.test(lower)
    ? foldDigits(lower)
        .replace(/[,٬](?=\p{N}{3}(?!\p{N}))/gu, '')
        .replace(/[.,٫]/gu, 'p')
    : stemmerOf(language)(lower.replace(/['’].*$/u, ''));
  const folded = ASCII.test(stemmed)
    ? stemmed
    : stemmed.normalize('NFKD').replace(ACCENTED, '$1').normalize('NFC');
  const term = folded.replace(/[^\p{L}\p{M}\p{N}]+/gu, '');
  kept.set(key, term);
  return term;
}

/** Digits of any script as those of ASCII: "२०१९" and "٢٠١٩" are 2019. */
export function foldDigits(text: string): string {
  if (ASCII.test(text)) return text;
  return text.replace(/\p{Nd}/gu, (digit) => {
    const zero = ZEROS.findLast((first) => first <= digit) ?? '0';
    const value = digit.charCodeAt(0) - zero.charCodeAt(0);
    return value < 10 ? String(value) : digit;
  });
}

/** The language a text is most likely written in, `und` where that is a guess. */
function detectLanguage(text: string): string {
  const sample = text.slice(0, DETECT_CHARS);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0) return 'und';
  for (const [language, script] of SCRIPTS) {
    const own = sample.match(new RegExp(script, 'gu'))?.length ?? 0;
    // A few foreign words in a text do not make its language; Japanese mixes in many Chinese characters.
    if (own > letters * (language === 'ja' ? 0.1 : 0.5)) return language;
  }
  if (letters < DETECT_MIN_CHARS) return 'und';
  return detect(sample) || 'und';
}

export function createAnalyzer(): Analyzer {
  return {
    fingerprint: 'builtin-terms-2',
    detectLanguage,
    terms: (text, language) => tokenize(text, language).flatMap(({ term, isStop }) => (isStop ? [] : [term])),
    similarTerms,
  };
}
