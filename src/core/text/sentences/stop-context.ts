// What is known around a mark that may end a sentence, and what its neighbours tell.
import type { LanguageRules } from '../languages/language-rules.js';
import type { Stop } from './find-stops.js';
import type { LastWord } from './last-word.js';

/** A first phrase of at most so many words can stand before its sentence's subject. */
const MAX_OPENING_WORDS = 5;

/** Shorter names of months take no endings. */
const MIN_MONTH = 3;

/** A mark that may end a sentence, and the text around it. */
export interface StopContext {
  readonly stop: Stop;
  readonly rules: LanguageRules;
  /** The sentence up to the mark, or the last part of it. */
  readonly before: string;
  /** Whether `before` reaches back to the sentence's start. */
  readonly isFromStart: boolean;
  /** The word before the mark. */
  readonly word: LastWord;
  /** The text that follows, after white space. */
  readonly next: string;
  /** Quotation marks, brackets and dashes that it begins with. */
  readonly opening: string;
  /** `next` after `opening`. */
  readonly nextText: string;
  /** The first word of `nextText`; empty if a symbol comes first. */
  readonly nextWord: string;
}

/** Whether a word follows that opens sentences rather than names. */
export function isOpener({ nextWord, nextText, opening, rules }: StopContext): boolean {
  if (/["“”„«‹¿¡([]/u.test(opening)) return true;
  const word = nextWord.toLowerCase();
  if (/^\p{Lu}\.(?:\s|\p{Lu})/u.test(nextText)) return false;
  // "l'histoire", "it's": the article or pronoun before the apostrophe counts.
  const elided = /^(\p{L}+)['’]/u.exec(word)?.[1];
  return (
    rules.openers.has(word) ||
    (elided !== undefined &&
      (rules.openers.has(`${elided}'`) || (elided.length > 1 && rules.openers.has(elided))))
  );
}

/** "At 5 a.m. Mr. Smith": too short for a sentence, and it opens with a preposition. */
export function isOpeningPhrase({ before, isFromStart, rules }: StopContext): boolean {
  if (!isFromStart) return false;
  const words = before.trim().split(/\s+/u);
  const first = (words[0] ?? '').toLowerCase().replace(/^\P{L}+/u, '');
  return words.length <= MAX_OPENING_WORDS && rules.prepositions.has(first) && !before.includes(',');
}

/** Whether a sentence starts in lower case, as in chats. */
export function startsLowerCase(before: string): boolean {
  return /^[\p{P}\s]*\p{Ll}+(?:\s|$)/u.test(before);
}

/** "iPhone", "eBay", "mRNA". */
export function isMixedCase(word: string): boolean {
  return /^\p{Ll}{1,5}\p{Lu}/u.test(word);
}

/** A month's name, with or without an ending: "қарашада". */
export function isMonth(word: string, { months }: LanguageRules): boolean {
  if (months.has(word)) return true;
  return (
    word.length > MIN_MONTH && [...months].some((month) => month.length > MIN_MONTH && word.startsWith(month))
  );
}

/** Whether a list holds the word, in any of its forms. */
export function isListed(words: ReadonlySet<string>, { key, text, joined }: LastWord): boolean {
  return words.has(key) || words.has(text) || (joined !== key && words.has(joined));
}

/** "Plan B", "Nummer 5". */
export function isLabelled(word: LastWord, rules: LanguageRules): boolean {
  return rules.labels.has(word.previous.toLowerCase());
}
