// The ways to translate the words of a question.
import { isQuestionWord } from '../question/asking-words.js';
import { type Token, tokenize } from '../words/analyzer.js';
import { translateGermanForm } from './german-words.js';
import type { Lexicon, LexiconMatch } from './lexicon.js';

/** The languages of a translation, as ISO 639-1 codes, and its lexicon. */
export interface Direction {
  readonly from: string;
  readonly to: string;
  readonly lexicon: Lexicon;
}

/** One way to translate a word or phrase. */
export interface Option {
  readonly text: string;
  /** Its terms without function words. */
  readonly terms: readonly string[];
  /** Match weight, 0…1: less for a word with several meanings. */
  readonly weight: number;
}

/** The first words of a rest of the question. */
export interface FoundWords {
  /** For each word of the translation, its options. Empty if nothing is known, or if a function word has no counterpart. */
  readonly options: readonly (readonly Option[])[];
  /** How many tokens they are. */
  readonly length: number;
}

/** Phrases of the lexicon have at most this many words. */
const MAX_PHRASE_WORDS = 5;
/** Weight of a translation, by the number of meanings that the word has. */
const MEANING_WEIGHTS = [1, 0.9, 0.8, 0.7];
/** The less usual words of a meaning count this much of the first. */
const SYNONYM_SHARE = 0.9;

/**
 * Finds the longest phrase from a token on that the lexicon has. The parts of a German compound are words of their own.
 * @param at an index of `tokens`
 */
export function findWords(tokens: readonly Token[], at: number, direction: Direction): FoundWords {
  const { from, to, lexicon } = direction;
  for (let length = Math.min(MAX_PHRASE_WORDS, tokens.length - at); length > 0; length -= 1) {
    const phrase = tokens.slice(at, at + length);
    const meanings = lexicon.find(phrase);
    if (meanings.length === 0) continue;
    const options = listOptions(meanings, to);
    if (!phrase.every((token) => isFunctionWord(token, from))) return { options: [options], length };
    // A function word must not become a search term.
    const functionWord = options.find(({ terms }) => terms.length === 0);
    return { options: functionWord ? [[functionWord]] : [], length };
  }
  const token = tokens[at];
  const isForm = from === 'de' && token && !isFunctionWord(token, from);
  const parts = isForm ? translateGermanForm(token.surface.toLowerCase(), lexicon) : [];
  return { options: parts.map((meanings) => listOptions(meanings, to)), length: 1 };
}

function listOptions(meanings: readonly LexiconMatch[], to: string): readonly Option[] {
  const weight = MEANING_WEIGHTS[Math.min(meanings.length, MEANING_WEIGHTS.length) - 1] ?? 0;
  return meanings.flatMap(({ translations }) =>
    translations.map((text, index) => ({
      ...{ text, terms: contentTerms(text, to) },
      weight: index === 0 ? weight : weight * SYNONYM_SHARE,
    })),
  );
}

/** The terms of a text without function words. */
export function contentTerms(text: string, language: string): readonly string[] {
  return tokenize(text, language).flatMap((token) => (isFunctionWord(token, language) ? [] : [token.term]));
}

/** Whether a word only says how something is asked. */
export function isFunctionWord({ isStop, surface }: Token, language: string): boolean {
  return isStop || isQuestionWord(surface, language);
}
