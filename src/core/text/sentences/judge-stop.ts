// Decides whether a stop ends a sentence, by the text around it.
import { NAMES_WITH_MARKS } from '../languages/common.js';
import type { LanguageRules } from '../languages/language-rules.js';
import type { Stop } from './find-stops.js';
import { endsWithFullStop } from './judge-full-stop.js';
import { endsWithoutSpace } from './judge-unspaced-stop.js';
import { isAbbreviation, type LastWord, readLastWord } from './last-word.js';
import { isMixedCase, type StopContext, startsLowerCase } from './stop-context.js';

/** How much text is looked at on each side, in UTF-16 units: more would make long texts slow. */
const WINDOW = 80;

const OPENING_MARKS =
  /^(?:[\u200B-\u200F\u202A-\u202E\u2060-\u2069"“”„‟«»‹‘’'‚([{¿¡「『（《〈]|,,|`{1,2}|[-–—―‒]\s?)*/u;
const FIRST_WORD = /^[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}'’-]*/u;
const TITLE_WORDS = /^\p{Lu}[\p{L}'’]*\s+(\p{Lu}[\p{L}'’]*)/u;
const CAN_FOLLOW_WITHOUT_SPACE = /^[\p{Lu}\p{Lo}\p{Lm}]/u;
const QUOTES = /["”“’'»«›」』]/u;
const UNCASED = /^[\p{Lo}\p{Lm}]/u;
const FULL_WIDTH = /[。！？｡．]/u;
/** After a closing quote: "「行こう。」と言った". */
const QUOTED_PARTICLE =
  /^(?:と|って|という|といっ|との|など|[がはをにでのもへや、，,]|[^。！？\s]{0,3}[说說问問道喊叫]|[은는이가을를라고하])/u;

/** What is known of the sentence so far. */
export interface SentenceSoFar {
  readonly text: string;
  readonly start: number;
  readonly rules: LanguageRules;
}

/** Whether a sentence that began at `start` ends with the stop. */
export function endsSentence({ text, start, rules }: SentenceSoFar, stop: Stop): boolean {
  const next = text.slice(stop.next, stop.next + WINDOW);
  if (next === '') return true;
  if (stop.next === stop.end && !CAN_FOLLOW_WITHOUT_SPACE.test(next) && /^[.!?…]+$/u.test(stop.mark))
    return false;
  const before = text.slice(Math.max(start, stop.start - WINDOW), stop.start);
  const opening = OPENING_MARKS.exec(next)?.[0] ?? '';
  const context: StopContext = {
    before,
    next,
    opening,
    rules,
    stop,
    isFromStart: stop.start - start <= WINDOW,
    word: readLastWord(before),
    nextText: next.slice(opening.length),
    nextWord: FIRST_WORD.exec(next.slice(opening.length))?.[0] ?? '',
  };
  if (before.trim() === '' && !/[.…]/u.test(stop.mark)) return false;
  if (/[\p{Sentence_Terminal}](?<![.!?])/u.test(stop.mark)) return endsWithOwnMark(context);
  if (stop.mark.includes(':')) return !/^\p{Ll}/u.test(context.nextText);
  if (stop.mark.includes(';')) return true;
  if (stop.next === stop.end) return endsWithoutSpace(context, text);
  if (isMarkInBrackets(context)) return false;
  if (context.nextWord === '') return opensWithoutWord(context);
  if (/[!?]/u.test(stop.mark)) return endsWithQuestionOrExclamation(context);
  if (stop.mark.length > 1 || stop.mark === '…') return endsWithEllipsis(context);
  return endsWithFullStop(context);
}

/** "。", "।", "؟", "።": marks that only end sentences. */
function endsWithOwnMark({ before, stop, next, nextText }: StopContext): boolean {
  if (/[．｡]/u.test(stop.mark) && /\p{N}$/u.test(before) && /^\p{N}/u.test(next)) return false;
  if (stop.mark === '．' && /(?:^|\P{L})[A-ZＡ-Ｚ]$/u.test(before)) return false;
  const isQuoted = /[」』”’》"]/u.test(stop.closers);
  if (isQuoted && FULL_WIDTH.test(stop.mark) && QUOTED_PARTICLE.test(next)) return false;
  if (/^[\p{Pe}\p{Pf},;:、，：；。]/u.test(next) && !/^[“”]/u.test(next)) return false;
  if (stop.next === stop.end && /^[.!?…]/u.test(next)) return false;
  return !(isQuoted && /^\p{Ll}/u.test(nextText));
}

/** "(?)", "[...]": a mark inside brackets of its own. */
function isMarkInBrackets({ before, stop }: StopContext): boolean {
  return /[([]\s?$/u.test(before) && /^[)\]]/u.test(stop.closers);
}

/** No letter or figure follows: a symbol, an ellipsis or an emoji. */
function opensWithoutWord({ next, nextText, word, stop, rules }: StopContext): boolean {
  const isShort = stop.mark === '.' && (isAbbreviation(word, rules) || word.isInitial);
  if (/^(?:\.\.|…|\[\.\.|\[…|\(…|\(\.\.)/u.test(next)) return !isShort && stop.mark !== '...';
  if (/^[\p{Sc}#@№]/u.test(nextText)) return !isShort || !/\p{N}/u.test(nextText.slice(0, 3));
  if (/^\p{Extended_Pictographic}/u.test(nextText)) return true;
  return /^[["“„«(¿¡*_]/u.test(next) && !isShort;
}

function endsWithQuestionOrExclamation({
  before,
  nextText,
  nextWord,
  opening,
  word,
  stop,
  rules,
  isFromStart,
}: StopContext): boolean {
  if (/^\p{Ll}/u.test(nextWord)) {
    if (isMixedCase(nextWord)) return true;
    return isFromStart && startsLowerCase(before) && !QUOTES.test(stop.closers) && opening === '';
  }
  if (stop.mark !== '!' || stop.closers !== '') return true;
  if (!/^\p{Lu}/u.test(word.text)) return true;
  const isTitle = TITLE_WORDS.exec(nextText)?.[1];
  if (isTitle && /^\p{L}{2}/u.test(isTitle) && rules.openers.has(isTitle.toLowerCase())) return false;
  const isName = NAMES_WITH_MARKS.has(word.key) || isFunctionWordInTitle(word, rules);
  return !isName || rules.openers.has(nextWord.toLowerCase());
}

/** "Godspeed You!", "Against Me!" */
function isFunctionWordInTitle({ key, text, previous }: LastWord, { openers }: LanguageRules): boolean {
  return text !== 'I' && openers.has(key) && /^\p{Lu}/u.test(previous);
}

/** "He waited... Then he left.", but "it is . . . I mean". Four dots are an ellipsis and a full stop. */
function endsWithEllipsis({ stop, nextWord, before, opening, nextText }: StopContext): boolean {
  if (/^\p{Ll}/u.test(nextWord)) return false;
  if (stop.mark.includes(' ')) {
    const dots = stop.mark.replace(/\s/gu, '').length;
    return dots > 3 || !/\s$/u.test(before);
  }
  if (stop.mark.length === 2 && stop.mark === '..') return true;
  if (stop.mark !== '....' && /\s$/u.test(before) && opening === '' && UNCASED.test(nextText)) return false;
  return before.trim() !== '';
}
