// Reads the word before a full stop, and tells abbreviations from words.
import type { LanguageRules } from '../languages/language-rules.js';

/** The word before a full stop. */
export interface LastWord {
  /** As written, full stops inside it kept: "U.S", "Dr", "1990". */
  readonly text: string;
  /** `text` in lower case. */
  readonly key: string;
  /** `key` with the short parts before it: "z.b" for "z. B". The same as `key` if there are none. */
  readonly joined: string;
  /** The word before it, without marks. */
  readonly previous: string;
  readonly isNumber: boolean;
  /** A single letter. */
  readonly isInitial: boolean;
  /** A number stands right before it: "5 km". */
  readonly isAfterNumber: boolean;
  /** Directly preceded by a symbol: "°C". */
  readonly isAfterSymbol: boolean;
}

const WORD = /((?:[\p{L}\p{M}№§][\p{L}\p{M}.’'°º/&"״-]*(?:\p{N}{0,4})|\p{N}[\p{N}\p{L}.,:]*)\p{M}*)$/u;
const SHORT_PARTS = /(?:^|[\s(“„«"])((?:\p{L}{1,4}\.[\s\u00A0]?){1,4})$/u;
const PREVIOUS = /([\p{L}\p{M}\p{N}%’'.,]+)[^\p{L}\p{N}]{0,3}$/u;
const AFTER_NUMBER = /(?:\p{N}|^|\s[IVXLC]{1,6})[\s\u00A0-]{0,2}(?:\p{L}{0,3}\.\s?)?$/u;
const ADDRESS = /[@\\]|:\/\/|www\./u;
const INVISIBLE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069]+/u;
/** "l'" in "l'art". */
const ELIDED = /^\p{L}*[’'](?=\p{L}{2})/u;
/** How much of the text is looked at, in UTF-16 units. */
const MAX_LENGTH = 60;
/** Longest part of an abbreviation such as "z. B.", in characters. */
const MAX_PART = 4;
const MAX_PREVIOUS = 30;
/** A word has a vowel, or it's an abbreviation. */
const VOWEL = /[aeiouyæøœıаеиоуыэюяёіїєүұөәαεηιουω]/u;
const MAX_VOWELLESS = 4;

/** Reads the word that ends the text. Its fields are empty if the text ends in punctuation or a symbol. */
export function readLastWord(before: string): LastWord {
  // Direction marks and soft hyphens are not part of a word.
  const tail = before.slice(-MAX_LENGTH);
  const clean = INVISIBLE.test(tail) ? tail.replaceAll(new RegExp(INVISIBLE, 'gu'), '') : tail;
  const token = clean.slice(lastWhitespace(clean) + 1);
  const word = ADDRESS.test(token) ? token : (WORD.exec(token)?.[1] ?? '');
  const text = /['’]/u.test(word) ? word.replace(ELIDED, '') : word;
  const key = text.toLowerCase();
  const rest = clean.slice(0, clean.length - text.length);
  const parts = text.length <= MAX_PART && /\.\s?$/u.test(rest) ? (SHORT_PARTS.exec(rest)?.[1] ?? '') : '';
  // Most full stops are decided without the three getters, which are slower, so they are computed on demand.
  return {
    text,
    key,
    joined: parts.replace(/\s/gu, '').toLowerCase() + key,
    isNumber: /^\p{N}[\p{N}.,:]*$/u.test(text),
    isInitial: /^[\p{Lu}\p{Ll}]\p{M}*$/u.test(text),
    get previous() {
      const found = PREVIOUS.exec(rest.slice(-MAX_PREVIOUS))?.[1] ?? '';
      return found.replace(/^\P{L}+(?=\p{L})|[.,]+$/gu, '');
    },
    get isAfterNumber() {
      return /[\p{N}IVXLC]/u.test(rest.slice(-8)) && AFTER_NUMBER.test(rest);
    },
    get isAfterSymbol() {
      return /[°º%$#*+/=<>-]$/u.test(rest);
    },
  };
}

function lastWhitespace(text: string): number {
  let at = text.length - 1;
  while (at >= 0 && !/\s/u.test(text.charAt(at))) at -= 1;
  return at;
}

/** Whether the language's lists hold the word, or it can't be a word because it has no vowel. */
export function isAbbreviation(word: LastWord, rules: LanguageRules): boolean {
  if (word.isNumber || word.text === '') return false;
  const { neverFinal, oftenFinal, sometimesFinal, afterNumber } = rules;
  for (const words of [neverFinal, oftenFinal, sometimesFinal])
    if (words.has(word.key) || words.has(word.text) || words.has(word.joined)) return true;
  if (word.isAfterNumber && afterNumber.has(word.key)) return true;
  if (rules.shortEndings.some((ending) => word.key.endsWith(ending))) return true;
  return isVowelless(word.text, rules.syllabic);
}

/** "Kgl", "Skt", "str": too short to be spoken. All capitals ("BBC") are names. */
function isVowelless(text: string, syllabic: string): boolean {
  if (text.length < 2 || text.length > MAX_VOWELLESS || !/^[\p{Lu}\p{Ll}]\p{Ll}+$/u.test(text)) return false;
  const plain = text.toLowerCase().normalize('NFD');
  return (
    !VOWEL.test(plain) &&
    !VOWEL.test(text.toLowerCase()) &&
    ![...plain].some((letter) => syllabic.includes(letter))
  );
}
