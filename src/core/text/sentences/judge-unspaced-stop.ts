// Decides whether a stop without a space after it ends a sentence, or stands inside a name, a number or an address.
import { NAMES_WITH_MARKS } from '../languages/common.js';
import { isAbbreviation } from './last-word.js';
import type { StopContext } from './stop-context.js';

/** How much of the following word is looked at. */
const WINDOW = 80;
const UNCASED = /^[\p{Lo}\p{Lm}]/u;
const ADDRESS = /:\/\/|www\.|[@\\_=]|\w\/\w/u;
const FILE_ENDINGS =
  /^(?:com|org|net|edu|gov|io|de|fr|uk|eu|info|app|dev|js|ts|py|md|txt|pdf|html?|xml|json|csv|docx?|xlsx?|jpe?g|png|gif|zip|exe|dll|cpp|java|rs|go|rb|php|css|mp[34])$/iu;

/** No space follows: another sentence, or the inside of a name, a number or an address. */
export function endsWithoutSpace(context: StopContext, text: string): boolean {
  const { before, next, nextText, nextWord, opening, stop, word, rules } = context;
  if (/^[\p{Pe}\p{Pf},;:/\\@&=+*_%-]/u.test(next)) return false;
  const token = `${/\S*$/u.exec(before)?.[0]}${stop.mark}${/^\S*/u.exec(text.slice(stop.end, stop.end + WINDOW))?.[0]}`;
  if (ADDRESS.test(token)) return false;
  if (/\[[^\]]*\]/u.test(stop.closers)) return /^\p{Lu}/u.test(nextText);
  if (/[”»]/u.test(stop.closers) && /^\p{Lu}/u.test(next)) return true;
  if (stop.closers !== '') return false;
  if (/\s$/u.test(before) && UNCASED.test(nextText)) return true;
  if (UNCASED.test(nextText) && /[\p{Lo}\p{Lm}]\p{M}*$/u.test(before)) {
    if (/[!?]/u.test(stop.mark)) return true;
    if (stop.mark === '…') return false;
    return (
      word.text.length > 2 &&
      !word.text.includes('.') &&
      !isAbbreviation(word, rules) &&
      !/\p{sc=Thai}/u.test(word.text)
    );
  }
  if (opening !== '' || !/^\p{Lu}[\p{Ll}\p{M}]*(?:[\s,.!?’']|$)/u.test(nextText)) return false;
  if (/^(?:\.{3,}|…|[!?]+\.*)$/u.test(stop.mark))
    return /\p{L}$/u.test(before) && !NAMES_WITH_MARKS.has(word.text.toLowerCase());
  if (FILE_ENDINGS.test(nextWord) || stop.mark !== '.') return false;
  const opens = rules.openers.has(nextWord.toLowerCase()) || rules.neverFinal.has(nextWord.toLowerCase());
  if (word.isNumber) return opens && /\d{3}$/u.test(before);
  if (isAbbreviation(word, rules) || word.text.includes('.')) return false;
  if (/[)\]”“»"]$/u.test(before)) return opens && !before.endsWith('()');
  if (/^\p{Ll}{2}/u.test(word.text))
    return !/\.\S/u.test(nextText.slice(nextWord.length, nextWord.length + 2)) || opens;
  return opens && /\p{Ll}$/u.test(word.text);
}
