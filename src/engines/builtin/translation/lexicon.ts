// A hand-written lexicon of common words in English, German, Spanish and French, see docs/languages.md. It is read when
// the first question in another language than its article is asked.
import { readFileSync } from 'node:fs';
import { packagePath } from '../../../package-path.js';
import { type Token, tokenize } from '../words/analyzer.js';

/** One meaning a line. Columns in the order of {@link LEXICON_LANGUAGES}, with the most usual word first. */
const FILE = 'src/engines/builtin/translation/lexicon.txt';

/** ISO 639-1 codes, in the order of the columns. */
export const LEXICON_LANGUAGES = ['en', 'de', 'es', 'fr'] as const;

/** The words of one meaning in each language, in the order of {@link LEXICON_LANGUAGES}. A word may be a phrase. */
type Meaning = readonly (readonly string[])[];

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
let meanings: readonly Meaning[] | undefined;

/** Returns undefined if the lexicon lacks one of the languages, or if both are the same. */
export function openLexicon(from: string, to: string): Lexicon | undefined {
  const codes: readonly string[] = LEXICON_LANGUAGES;
  const [source, target] = [codes.indexOf(from), codes.indexOf(to)];
  if (source < 0 || target < 0 || source === target) return undefined;
  const direction = `${from} ${to}`;
  const lexicon = opened.get(direction) ?? createLexicon(from, source, target);
  opened.set(direction, lexicon);
  return lexicon;
}

function createLexicon(from: string, source: number, target: number): Lexicon {
  meanings ??= readMeanings();
  const byKey = new Map<string, LexiconMatch[]>();
  const add = (key: string, match: LexiconMatch) => {
    const known = byKey.get(key);
    if (!known) byKey.set(key, [match]);
    else if (known.at(-1)?.translations !== match.translations) known.push(match);
  };
  for (const meaning of meanings) {
    const translations = meaning[target] ?? [];
    for (const [place, word] of (meaning[source] ?? []).entries()) {
      const tokens = tokenizeWords(word, from);
      const [cased, exact, stemmed] = keysOf(tokens);
      // Only German tells nouns by their capitals.
      if (from === 'de') add(cased, { translations, place });
      add(exact, { translations, place });
      // Function words have no other forms. "Paró" isn't "para".
      if (!tokens.every(({ isStop }) => isStop)) add(stemmed, { translations, place });
    }
  }
  for (const known of byKey.values()) known.sort((a, b) => a.place - b.place);
  return {
    find(tokens) {
      const keys = keysOf(tokens);
      const known = keys.find((key) => byKey.has(key)) ?? '';
      return byKey.get(known) ?? [];
    },
  };
}

function readMeanings(): readonly Meaning[] {
  const lines = readFileSync(packagePath(FILE), 'utf8').trimEnd().split('\n');
  return lines.map((line) => line.split(' | ').map((column) => column.split(', ')));
}
