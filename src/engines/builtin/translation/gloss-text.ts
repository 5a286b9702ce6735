// Gives the words of a German, Spanish or French text in English, one by one and in their own order. Grammar is lost, but
// what knows English, such as the reader, can tell what the text is about.
import { readFileSync } from 'node:fs';
import { packagePath } from '../../../package-path.js';
import { openWordVectors } from '../semantics/word-vectors.js';
import { type Token, tokenize } from '../words/analyzer.js';
import { translateGermanForm } from './german-words.js';
import { LEXICON_LANGUAGES, type Lexicon, type LexiconMatch, openLexicon, tokenizeWords } from './lexicon.js';

/** Articles, pronouns, prepositions, auxiliaries and the like: one English word a line, with the forms that it stands for. */
const FILE = 'src/engines/builtin/translation/function-words.txt';
const MAX_PHRASE_WORDS = 5;
/** Words that share so many first letters may have the same origin. */
const COGNATE_LETTERS = 4;
const COGNATE_FACTOR = 4;

/** English for a word or phrase of a text. */
export interface EnglishWords {
  /** Where the word or phrase starts in the text, in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
  /** The word as it is, if the lexicon lacks it: most such words are names. */
  readonly text: string;
}

/** Whether texts of a language can be given in English. */
export function isGlossable(language: string): boolean {
  return language !== 'en' && (LEXICON_LANGUAGES as readonly string[]).includes(language);
}

/** Returns English for each word of a text, in order. @param language one for which {@link isGlossable} holds */
export function glossText(text: string, language: string): readonly EnglishWords[] {
  const lexicon = openLexicon(language, 'en');
  if (!lexicon) return [];
  const tokens = tokenize(text, language);
  const functionWords = openFunctionWords(language);
  const glossed: EnglishWords[] = [];
  for (let at = 0; at < tokens.length; ) {
    const { english, length } = findEnglish(tokens, at, { language, lexicon, functionWords });
    const [first, last] = [tokens[at] as Token, tokens[at + length - 1] as Token];
    glossed.push({ start: first.start, end: last.start + last.surface.length, text: english });
    at += length;
  }
  return glossed;
}

/** The most usual English for a word, or undefined if it isn't known. */
export function glossWord(word: string, language: string): string | undefined {
  const lexicon = openLexicon(language, 'en');
  const [token] = tokenize(word, language);
  return token && lexicon && lookUp([token], language, lexicon);
}

function findEnglish(
  tokens: readonly Token[],
  at: number,
  {
    language,
    lexicon,
    functionWords,
  }: { readonly language: string; readonly lexicon: Lexicon; readonly functionWords: FunctionWords },
): { readonly english: string; readonly length: number } {
  for (let length = Math.min(MAX_PHRASE_WORDS, tokens.length - at); length > 0; length -= 1) {
    const phrase = tokens.slice(at, at + length);
    const english = functionWords.get(keyOf(phrase)) ?? lookUp(phrase, language, lexicon);
    if (english !== undefined) return { english, length };
  }
  return { english: tokens[at]?.surface ?? '', length: 1 };
}

function lookUp(phrase: readonly Token[], language: string, lexicon: Lexicon): string | undefined {
  const meanings = lexicon.find(phrase);
  const [word, ...more] = phrase;
  if (!word) return undefined;
  if (meanings.length > 0) return chooseWord(meanings, word.surface);
  if (language !== 'de' || more.length > 0) return undefined;
  const parts = translateGermanForm(word.surface.toLowerCase(), lexicon);
  return parts.length > 0 ? parts.map((part) => chooseWord(part, word.surface)).join(' ') : undefined;
}

/**
 * The word that most of the meanings agree on. Usual words count more than rare ones, and one that looks like the word in
 * the other language counts most: "Film" is a film rather than a cinema.
 */
function chooseWord(meanings: readonly LexiconMatch[], surface: string): string | undefined {
  const vectors = openWordVectors();
  const scores = new Map<string, number>();
  for (const { translations, place } of meanings) {
    for (const [rank, english] of translations.entries()) {
      const weight = 1 / (1 + place) / (1 + rank);
      scores.set(english, (scores.get(english) ?? 0) + weight);
    }
  }
  const value = (english: string) => {
    const share = looksLike(english, surface) ? COGNATE_FACTOR : 1;
    // Phrases describe a meaning rather than name it.
    return ((scores.get(english) ?? 0) * share) / english.split(' ').length;
  };
  const rarity = (english: string) => vectors.find(english) ?? Number.POSITIVE_INFINITY;
  return [...scores.keys()].sort((a, b) => value(b) - value(a) || rarity(a) - rarity(b))[0];
}

/** Whether two words begin with the same letters, apart from accents, and have about the same length. */
function looksLike(english: string, other: string): boolean {
  const [a, b] = [english, other].map((word) =>
    word.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, ''),
  ) as [string, string];
  return Math.abs(a.length - b.length) <= 2 && a.slice(0, COGNATE_LETTERS) === b.slice(0, COGNATE_LETTERS);
}

/** English by the words of the other language, in lower case and joined by spaces. */
type FunctionWords = ReadonlyMap<string, string>;

const opened = new Map<string, FunctionWords>();

function openFunctionWords(language: string): FunctionWords {
  const known = opened.get(language) ?? readFunctionWords(language);
  opened.set(language, known);
  return known;
}

function readFunctionWords(language: string): FunctionWords {
  const column = (LEXICON_LANGUAGES as readonly string[]).indexOf(language);
  const words = new Map<string, string>();
  for (const line of readFileSync(packagePath(FILE), 'utf8').trimEnd().split('\n')) {
    const columns = line.split(' | ');
    for (const word of columns[column]?.split(', ') ?? []) {
      const key = keyOf(tokenizeWords(word, language));
      if (!words.has(key)) words.set(key, columns[0] ?? '');
    }
  }
  return words;
}

const keyOf = (tokens: readonly Token[]): string =>
  tokens.map(({ surface }) => surface.toLowerCase()).join(' ');
