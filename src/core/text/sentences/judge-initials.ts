// Decides whether a full stop after initials ends a sentence: "R. A. Fisher", "Plan B.", "the U.S."
import type { LastWord } from './last-word.js';
import { isLabelled, isListed, isOpener, isOpeningPhrase, type StopContext } from './stop-context.js';

const ARTICLE = /^(?:the|den|det|die|los|de|gli|les)$/iu;
const TITLE_CASE = /^\p{Lu}[\p{L}'’]*\s+(?:\p{Lu}|(?:of|for)\s)/u;

/** "Plan B. Nobody", "40 °C. Residents" and "you and I. Did" end; "R. A. Fisher" and "Albert I. Jones" don't. */
export function endsAfterInitial(context: StopContext): boolean {
  const { word, nextText, rules } = context;
  if (/^\p{Ll}/u.test(word.text)) {
    const key = word.joined;
    if (/^\p{L}{1,4}\.(?:\s|$|\p{L}\.)/u.test(nextText) && /^\p{L}/u.test(nextText) && !isOpener(context))
      return false;
    if (isListed(rules.oftenFinal, word) || rules.oftenFinal.has(key)) return !isOpeningPhrase(context);
    if (word.isAfterNumber && isListed(rules.afterNumber, word)) return !isOpeningPhrase(context);
    if (isListed(rules.neverFinal, word) || rules.neverFinal.has(key)) return false;
    return key === word.key || rules.sometimesFinal.has(key)
      ? isOpener(context) || key === word.key
      : isOpener(context);
  }
  if (word.isAfterSymbol || isLabelled(word, rules)) return true;
  if (word.joined !== word.key && rules.oftenFinal.has(word.joined)) return !isOpeningPhrase(context);
  if (/^\p{Lu}\p{M}*\.(?:\s|-|$|\p{Lu})/u.test(nextText)) return false;
  if (word.text === 'I' && /^\p{Ll}/u.test(word.previous) && rules.openers.has('i')) return true;
  if (isListed(rules.neverFinal, word) && word.text.length > 1) return false;
  return isOpener(context);
}

/** "He moved to the U.S. Voters there": ends. "the U.S. Government", "by U.S. Senators", "J.R.R. Tolkien": don't. */
export function endsAfterInitialism(context: StopContext): boolean {
  const { word, rules } = context;
  if (isOpener(context)) return !isOpeningPhrase(context);
  if (!isListed(rules.sometimesFinal, word)) return false;
  if (isOpeningPhrase(context)) return false;
  return rules.places.has(word.key) && ARTICLE.test(word.previous) && !isPartOfName(context);
}

/** "the U.S. Treasury", "the D.C. Department of Health". */
export function isPartOfName({ word, nextText, nextWord, rules }: StopContext): boolean {
  if (!rules.places.has(word.key)) return false;
  return rules.institutions.has(nextWord.toLowerCase().replace(/-.*/u, '')) || TITLE_CASE.test(nextText);
}

/** "U.S", "J.R.R". */
export function isInitialism(word: LastWord): boolean {
  return /^\p{Lu}(?:\.-?\p{Lu})+$/u.test(word.text);
}
