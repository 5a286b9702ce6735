// A hand-written lexicon of common words in English, German, Spanish and French, see docs/languages.md. It is read when
// the first question in another language than its article is asked.
import { readFileSync } from 'node:fs';
import { packagePath } from '../../../package-path.js';
import { type Token, tokenize } from '../words/analyzer.js';

/** One meaning a line. Columns in the order of {@link LEXICON_LANGUAGES}, with the most usual word first. */
const FILE = 'src/engines/builtin/translation/lexicon.txt';

/** ISO 639-1 codes, in the order of the columns. */
export const LEXICON_LANGUAGES = ['en', 'de', 'es', 'fr'] as const;

/** A line of the lexicon that has a word or phrase. */
export interface LexiconMatch {
  /** In the other language, the most usual word first. */
  readonly translations: readonly string[];
  /** Where the word stands in its column, from 0. The usual word for a meaning stands first. */
  readonly place: number;
}

/** The lexicon in one direction. */
export interface Lexicon {
  /**
   * The meanings of a word or phrase in this form, or else in another one. Those that it is the usual word for come first.
   * Empty if the lexicon lacks it.
   */
  find(tokens: readonly Token[]): readonly LexiconMatch[];
}

/** Elided articles and pronouns are words of their own: "l'eau". */
const ELISION = /(?<![\p{L}])([cdjlmnst]|jusqu|lorsqu|puisqu|qu)['’](?=\p{L})/giu;

/** Separates words that are written together. */
export function separateWords(text: string, language: string): string {
  return language === 'fr' ? text.replace(ELISION, '$1 ') : text;
}

/** The tokens of a word or phrase of the lexicon. */
export function tokenizeWords(words: string, language: string): readonly Token[] {
  return tokenize(separateWords(words, language), language);
}

/** The keys of a word or phrase: in its own case, in lower case, and its terms. "Laden" is a shop, "laden" is to load. */
function keysOf(tokens: readonly Token[]): readonly [string, string, string] {
  const words = tokens.map(({ surface }) => surface).join(' ');
  return [`#${words}`, `=${words.toLowerCase()}`, tokens.map(({ term }) => term).join(' ')];
}

const opened = new Map<string, Lexicon>();
let lines: readonly string[] | undefined;

/** Returns undefined if the lexicon lacks one of the languages, or if both are the same. */
export function openLexicon(from: string, to: string): Lexicon | undefined {
  const codes: readonly string[] = LEXICON_LANGUAGES;
  const [source, target] = [codes.indexOf(from), codes.indexOf(to)];
  if (source < 0 || target < 0 || source === target) return undefined;
  const direction = `${from} ${to}`;
  const lexicon = opened.get(direction) ?? createLexicon(openIndex(from, source), target);
  opened.set(direction, lexicon);
  return lexicon;
}

/** Where the words and phrases of a language are: places as {@link MAX_WORDS} times the line, plus the place in it. */
type WordIndex = ReadonlyMap<string, readonly number[] | number>;

const indexes = new Map<string, WordIndex>();
/** More words than a column has. */
const MAX_WORDS = 1_000;

function openIndex(language: string, column: number): WordIndex {
  const index = indexes.get(language) ?? createIndex(language, column);
  indexes.set(language, index);
  return index;
}

/** Keeps only numbers, because tens of thousands of small objects take most of the time and memory. */
function createIndex(language: string, column: number): WordIndex {
  lines ??= readFileSync(packagePath(FILE), 'utf8').trimEnd().split('\n');
  const index = new Map<string, number[] | number>();
  const add = (key: string, at: number) => {
    const known = index.get(key);
    if (known === undefined) index.set(key, at);
    else if (typeof known === 'number') index.set(key, isSameLine(known, at) ? known : [known, at]);
    else if (!isSameLine(known.at(-1) ?? 0, at)) known.push(at);
  };
  for (const [number, line] of lines.entries()) {
    for (const [place, word] of readWords(line, column).entries()) {
      const tokens = tokenizeWords(word, language);
      const [cased, exact, stemmed] = keysOf(tokens);
      const at = number * MAX_WORDS + place;
      // Only German tells nouns by their capitals.
      if (language === 'de' && cased.slice(1) !== exact.slice(1)) add(cased, at);
      add(exact, at);
      // Function words have no other forms. "Paró" isn't "para".
      if (!tokens.every(({ isStop }) => isStop)) add(stemmed, at);
    }
  }
  return index;
}

const isSameLine = (one: number, other: number) =>
  Math.floor(one / MAX_WORDS) === Math.floor(other / MAX_WORDS);

function readWords(line: string, column: number): readonly string[] {
  return line.split(' | ')[column]?.split(', ') ?? [];
}

function createLexicon(index: WordIndex, target: number): Lexicon {
  return {
    find(tokens) {
      const key = keysOf(tokens).find((one) => index.has(one)) ?? '';
      const places = index.get(key) ?? [];
      return (typeof places === 'number' ? [places] : places)
        .map((at) => ({
          translations: readWords(lines?.[Math.floor(at / MAX_WORDS)] ?? '', target),
          place: at % MAX_WORDS,
        }))
        .sort((a, b) => a.place - b.place);
    },
  };
}
