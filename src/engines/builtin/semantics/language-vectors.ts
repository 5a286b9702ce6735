// Word vectors of words in other languages than English: those of the English words that the lexicon has for them.
import { glossWord, isGlossable } from '../translation/gloss-text.js';
import { openWordVectors } from './word-vectors.js';

/** Whether words of the language can be compared by meaning. Text too short to tell its language is treated as English. */
export function hasWordVectors(language: string): boolean {
  return isEnglish(language) || isGlossable(language);
}

/** Whether rules about English words apply. */
export function isEnglish(language: string): boolean {
  return language === 'en' || language === 'und';
}

/** Offset in the values of the word vectors, or undefined if the word has none. */
export function findVector(word: string, language: string): number | undefined {
  const vectors = openWordVectors();
  if (!isGlossable(language)) return vectors.find(word);
  const english = glossWord(word, language);
  if (english === undefined) return undefined;
  // The last word of a phrase names what it is.
  return vectors.find(english) ?? vectors.find(english.slice(english.lastIndexOf(' ') + 1));
}
