// Decides whether a single full stop ends a sentence, by the word before it and the word after it.

import type { LanguageRules } from '../languages/language-rules.js';
import { endsAfterInitial, endsAfterInitialism, isInitialism, isPartOfName } from './judge-initials.js';
import { isAbbreviation } from './last-word.js';
import {
  isLabelled,
  isListed,
  isMixedCase,
  isMonth,
  isOpener,
  isOpeningPhrase,
  type StopContext,
  startsLowerCase,
} from './stop-context.js';

/** Words of so many letters are hardly ever abbreviations. */
const MIN_LONG_WORD = 7;
const UNCASED = /^[\p{Lo}\p{Lm}]/u;

/** Whether a single "." ends a sentence. */
export function endsWithFullStop(context: StopContext): boolean {
  const { nextText, nextWord, opening, word, stop, rules } = context;
  if (isListNumber(context) || /\p{sc=Thai}$/u.test(word.text)) return false;
  if (/^\p{Ll}/u.test(nextWord)) return endsBeforeLowerCase(context);
  const hasClosers = /[)\]"”’»]/u.test(stop.closers);
  if (hasClosers) return !(isAbbreviation(word, rules) && /\)/u.test(stop.closers) && !isOpener(context));
  if (/[([]/u.test(opening) && isAbbreviation(word, rules)) return false;
  if (word.isNumber) return endsAfterNumber(context);
  if (/^\p{N}/u.test(nextText)) return endsBeforeNumber(context);
  if (/[-–—―]/u.test(opening) && opening.trim().length === 1 && isAbbreviation(word, rules)) return false;
  if (word.isInitial) return endsAfterInitial(context);
  return endsAfterWord(context);
}

/** "1.", "(a).", "IV." and "A." at a sentence's start number what follows. */
function isListNumber({ before, isFromStart }: StopContext): boolean {
  return (
    isFromStart &&
    /^\s*(?:[-*•‣◦⁃▪●○–]\s?)?[([]?(?:\d{1,3}|[IVX]{1,5}|[ivx]{1,5}|\p{L})(?:\.\d{1,3}){0,3}$/u.test(before)
  );
}

/** Edited text goes on in lower case only after abbreviations, but chats and names such as "iPhone" begin so. */
function endsBeforeLowerCase({
  nextWord,
  word,
  stop,
  before,
  opening,
  rules,
  isFromStart,
}: StopContext): boolean {
  if (/[-–—―(]/u.test(opening)) return false;
  if (stop.closers !== '' && !/^(?:\[[^\]]*\]|[¹²³⁰-⁹†‡*])+$/u.test(stop.closers)) return false;
  if (word.isNumber || word.isInitial || word.text === '' || isAbbreviation(word, rules)) return false;
  if (isMixedCase(nextWord)) return true;
  if (opening !== '') return false;
  if (isFromStart && startsLowerCase(before) && word.text.length > 2) return true;
  const letters = word.text.toLowerCase().normalize('NFD').replace(/\P{L}/gu, '');
  if (rules.capitalizesNouns)
    return letters.length >= MIN_LONG_WORD && /(?:en|er|es|em|et|ung)$/u.test(letters);
  return (
    letters.length >= MIN_LONG_WORD || (letters.length >= 5 && /[aeiouyаеиоуыэюяёіїєαεηιουω]$/u.test(letters))
  );
}

/** "am 3. Oktober" in languages that write ordinals with a full stop; elsewhere a number may end a sentence. */
function endsAfterNumber(context: StopContext): boolean {
  const { word, nextText, nextWord, rules } = context;
  if (!rules.hasDottedOrdinals || Number(word.text) > 100) return true;
  if (isMonth(nextWord.toLowerCase(), rules)) return false;
  if (/^\p{N}{1,4}\b/u.test(nextText)) return Number(word.text) > 31;
  if (rules.labels.has(word.previous.toLowerCase())) return true;
  return !rules.capitalizesNouns || isOpener(context);
}

/** "No. 5", "p. 12", "5 km. 12 people left", "1911 г. 5 мая". */
function endsBeforeNumber({ word, rules, nextText }: StopContext): boolean {
  if (rules.beforeNumber.has(word.key) || rules.beforeNumber.has(word.joined)) return false;
  const month = /^\d{1,2}\.?\s+(\p{L}+)/u.exec(nextText)?.[1]?.toLowerCase() ?? '';
  if (isMonth(month, rules) && isAbbreviation(word, rules)) return false;
  if (word.isAfterNumber && isListed(rules.afterNumber, word)) return !isMeasure(nextText, rules);
  if (isListed(rules.oftenFinal, word)) return true;
  if (word.isInitial) return /^\p{Lu}/u.test(word.text) && (isLabelled(word, rules) || word.isAfterSymbol);
  if (isInitialism(word)) return isListed(rules.sometimesFinal, word);
  if (isListed(rules.sometimesFinal, word)) return !/^(?:\d{1,2}|\d{4})\b/u.test(nextText);
  return !isAbbreviation(word, rules) && !/^\p{L}{1,3}(?:\.\p{L}{1,3})+$/u.test(word.text);
}

/** "11 in." after "5 ft." */
function isMeasure(nextText: string, { afterNumber }: LanguageRules): boolean {
  return afterNumber.has(/^[\p{N}.,]+\s(\p{L}{1,4})\b/u.exec(nextText)?.[1]?.toLowerCase() ?? '');
}

function endsAfterWord(context: StopContext): boolean {
  const { word, rules, nextText } = context;
  if (word.isAfterNumber && isListed(rules.afterNumber, word))
    return rules.capitalizesNouns ? isOpener(context) : !isOpeningPhrase(context);
  if (isListed(rules.neverFinal, word)) return false;
  // "vol. IV", "Fig. A.", "no. KF906251"
  if (rules.beforeNumber.has(word.key) && /^(?:[IVXLC]+\b|\p{Lu}[.,;:)]|\p{Lu}{1,3}\d)/u.test(nextText))
    return false;
  if (isListed(rules.oftenFinal, word))
    return !isOpeningPhrase(context) && !isTimeWord(context) && !isPartOfName(context);
  if (isInitialism(word)) return endsAfterInitialism(context);
  if (isListed(rules.sometimesFinal, word)) return isOpener(context) && !isOpeningPhrase(context);
  if (rules.hasDottedOrdinals && /^[IVXLC]{1,6}$/u.test(word.text)) return isOpener(context);
  if (/^\p{L}{1,3}\.(?:\s?\p{L}{1,3}\.)*$/u.test(`${word.joined}.`) && word.joined.includes('.'))
    return isOpener(context);
  if (!isAbbreviation(word, rules)) return true;
  // An unknown unit: "760 nm. Others".
  if (word.isAfterNumber && !isListed(rules.sometimesFinal, word) && !rules.capitalizesNouns)
    return !isOpeningPhrase(context);
  return isOpener(context) || UNCASED.test(nextText);
}

/** "at 5 p.m. Monday", "8 p.m. EST". */
function isTimeWord({ nextWord, word, rules }: StopContext): boolean {
  return (
    /^[ap]\.m$/u.test(word.key) &&
    (rules.weekdays.has(nextWord.toLowerCase()) ||
      rules.months.has(nextWord.toLowerCase()) ||
      /^[A-Z]{2,4}$/u.test(nextWord))
  );
}
