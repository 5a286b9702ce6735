// Decides whether a full stop, question mark or exclamation mark ends a sentence, by the words around it.
import { NAMES_WITH_MARKS } from '../languages/common.js';
import type { LanguageRules } from '../languages/language-rules.js';
import type { Stop } from './find-stops.js';
import { isAbbreviation, type LastWord, readLastWord } from './last-word.js';

/** How much text is looked at on each side, in UTF-16 units: more would make long texts slow. */
const WINDOW = 80;
/** A first phrase of at most so many words can stand before its sentence's subject. */
const MAX_OPENING_WORDS = 5;
/** Words of so many letters are hardly ever abbreviations. */
const MIN_LONG_WORD = 7;

const MIN_MONTH = 3;

const OPENING_MARKS = /^(?:["“”„‟«»‹‘’'‚([{¿¡「『（《〈]|,,|``|[-–—―‒]\s?)*/u;
const FIRST_WORD = /^[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}'’-]*/u;
const TITLE_WORDS = /^\p{Lu}[\p{L}'’]*\s+(\p{Lu}[\p{L}'’]*)/u;
const CAN_FOLLOW_WITHOUT_SPACE = /^[\p{Lu}\p{Lo}\p{Lm}]/u;
const QUOTES = /["”“’'»«›」』]/u;
const UNCASED = /^[\p{Lo}\p{Lm}]/u;
const FULL_WIDTH = /[。！？｡．]/u;
/** After a closing quote: "「行こう。」と言った". */
const QUOTED_PARTICLE =
  /^(?:と|って|という|といっ|との|など|[がはをにでのもへや、，,]|[^。！？\s]{0,3}[说說问問道喊叫]|[은는이가을를라고하])/u;
const ADDRESS = /:\/\/|www\.|[@\\_=]|\w\/\w/u;
const FILE_ENDINGS =
  /^(?:com|org|net|edu|gov|io|de|fr|uk|eu|info|app|dev|js|ts|py|md|txt|pdf|html?|xml|json|csv|docx?|xlsx?|jpe?g|png|gif|zip|exe|dll|cpp|java|rs|go|rb|php|css|mp[34])$/iu;

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
  const side: Sides = {
    ...{ before, next, opening, rules, stop },
    isFromStart: stop.start - start <= WINDOW,
    word: readLastWord(before),
    nextText: next.slice(opening.length),
    nextWord: FIRST_WORD.exec(next.slice(opening.length))?.[0] ?? '',
  };
  if (before.trim() === '' && !/[.…]/u.test(stop.mark)) return false;
  if (/[\p{Sentence_Terminal}](?<![.!?])/u.test(stop.mark)) return endsWithOwnMark(side);
  if (stop.mark.includes(':')) return !/^\p{Ll}/u.test(side.nextText);
  if (stop.mark.includes(';')) return true;
  if (stop.next === stop.end) return endsWithoutSpace(side, text);
  if (isMarkInBrackets(side)) return false;
  if (side.nextWord === '') return opensWithoutWord(side);
  if (/[!?]/u.test(stop.mark)) return endsWithQuestionOrExclamation(side);
  return endsWithFullStop(side);
}

interface Sides {
  readonly before: string;
  readonly next: string;
  readonly opening: string;
  readonly nextText: string;
  readonly nextWord: string;
  readonly word: LastWord;
  readonly isFromStart: boolean;
  readonly rules: LanguageRules;
  readonly stop: Stop;
}

/** "。", "।", "؟", "።": marks that only end sentences. */
function endsWithOwnMark({ before, stop, next, nextText }: Sides): boolean {
  if (/[．｡]/u.test(stop.mark) && /\p{N}$/u.test(before) && /^\p{N}/u.test(next)) return false;
  if (stop.mark === '．' && /(?:^|\P{L})[A-ZＡ-Ｚ]$/u.test(before)) return false;
  const isQuoted = /[」』”’》"]/u.test(stop.closers);
  if (isQuoted && FULL_WIDTH.test(stop.mark) && QUOTED_PARTICLE.test(next)) return false;
  if (/^[\p{Pe}\p{Pf},;:、，：；。]/u.test(next) && !/^[“”]/u.test(next)) return false;
  return !(isQuoted && /^\p{Ll}/u.test(nextText));
}

/** "(?)", "[...]": a mark inside brackets of its own. */
function isMarkInBrackets({ before, stop }: Sides): boolean {
  return /[([]\s?$/u.test(before) && /^[)\]]/u.test(stop.closers);
}

/** No letter or figure follows: a symbol, an ellipsis or an emoji. */
function opensWithoutWord({ next, nextText, word, stop, rules }: Sides): boolean {
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
}: Sides): boolean {
  if (/^\p{Ll}/u.test(nextWord)) {
    if (isMixedCase(nextWord)) return true;
    return isFromStart && startsLowerCase(before) && !QUOTES.test(stop.closers) && opening === '';
  }
  if (stop.mark !== '!' || stop.closers !== '') return true;
  if (!/^\p{Lu}/u.test(word.text)) return true;
  const isTitle = TITLE_WORDS.exec(nextText)?.[1];
  if (isTitle && /^\p{L}{2}/u.test(isTitle) && rules.openers.has(isTitle.toLowerCase())) return false;
  return !NAMES_WITH_MARKS.has(word.text.toLowerCase()) || rules.openers.has(nextWord.toLowerCase());
}

function endsWithFullStop(side: Sides): boolean {
  const { nextText, nextWord, opening, word, stop, rules } = side;
  if (stop.mark.length > 1 || stop.mark === '…') return endsWithEllipsis(side);
  if (isListNumber(side) || /\p{sc=Thai}$/u.test(word.text)) return false;
  if (/^\p{Ll}/u.test(nextWord)) return endsBeforeLowerCase(side);
  const hasClosers = /[)\]"”’»]/u.test(stop.closers);
  if (hasClosers) return !(isAbbreviation(word, rules) && /\)/u.test(stop.closers) && !isOpener(side));
  if (/[([]/u.test(opening) && isAbbreviation(word, rules)) return false;
  if (word.isNumber) return endsAfterNumber(side);
  if (/^\p{N}/u.test(nextText)) return endsBeforeNumber(side);
  if (/[-–—―]/u.test(opening) && opening.trim().length === 1 && isAbbreviation(word, rules)) return false;
  if (word.isInitial) return endsAfterInitial(side);
  return endsAfterWord(side);
}

/** "He waited... Then he left.", but "it is . . . I mean". Four dots are an ellipsis and a full stop. */
function endsWithEllipsis({ stop, nextWord, before, opening, nextText }: Sides): boolean {
  if (/^\p{Ll}/u.test(nextWord)) return false;
  if (stop.mark.includes(' ')) {
    const dots = stop.mark.replace(/\s/gu, '').length;
    return dots > 3 || !/\s$/u.test(before);
  }
  if (stop.mark.length === 2 && stop.mark === '..') return true;
  if (stop.mark !== '....' && /\s$/u.test(before) && opening === '' && UNCASED.test(nextText)) return false;
  return before.trim() !== '';
}

/** "1.", "(a).", "IV." and "A." at a sentence's start number what follows. */
function isListNumber({ before, isFromStart }: Sides): boolean {
  return (
    isFromStart &&
    /^\s*(?:[-*•‣◦⁃▪●○–]\s?)?[([]?(?:\d{1,3}|[IVX]{1,5}|\p{L})(?:\.\d{1,3}){0,3}$/u.test(before)
  );
}

/** Edited text goes on in lower case only after abbreviations, but chats and names such as "iPhone" begin so. */
function endsBeforeLowerCase({ nextWord, word, stop, before, opening, rules, isFromStart }: Sides): boolean {
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

function startsLowerCase(before: string): boolean {
  return /^[\p{P}\s]*\p{Ll}+(?:\s|$)/u.test(before);
}

function isMixedCase(word: string): boolean {
  return /^\p{Ll}{1,5}\p{Lu}/u.test(word);
}

/** "am 3. Oktober" in languages that write ordinals with a full stop; elsewhere a number may end a sentence. */
function endsAfterNumber(side: Sides): boolean {
  const { word, nextText, nextWord, rules } = side;
  if (!rules.hasDottedOrdinals || Number(word.text) > 100) return true;
  if (isMonth(nextWord.toLowerCase(), rules)) return false;
  if (/^\p{N}{1,4}\b/u.test(nextText)) return Number(word.text) > 31;
  if (rules.labels.has(word.previous.toLowerCase())) return true;
  return !rules.capitalizesNouns || isOpener(side);
}

/** "11 in." after "5 ft." */
function isMeasure(nextText: string, { afterNumber }: LanguageRules): boolean {
  return afterNumber.has(/^[\p{N}.,]+\s(\p{L}{1,4})\b/u.exec(nextText)?.[1]?.toLowerCase() ?? '');
}

/** A month's name, with or without an ending: "қарашада". */
function isMonth(word: string, { months }: LanguageRules): boolean {
  if (months.has(word)) return true;
  return (
    word.length > MIN_MONTH && [...months].some((month) => month.length > MIN_MONTH && word.startsWith(month))
  );
}

/** "No. 5", "p. 12", "5 km. 12 people left", "1911 г. 5 мая". */
function endsBeforeNumber({ word, rules, nextText }: Sides): boolean {
  if (rules.beforeNumber.has(word.key) || rules.beforeNumber.has(word.joined)) return false;
  const month = /^\d{1,2}\.?\s+(\p{L}+)/u.exec(nextText)?.[1]?.toLowerCase() ?? '';
  if (isMonth(month, rules) && isAbbreviation(word, rules)) return false;
  if (word.isAfterNumber && has(rules.afterNumber, word)) return !isMeasure(nextText, rules);
  if (has(rules.oftenFinal, word)) return true;
  if (word.isInitial) return /^\p{Lu}/u.test(word.text) && (isLabelled(word, rules) || word.isAfterSymbol);
  if (isInitialism(word)) return has(rules.sometimesFinal, word);
  if (has(rules.sometimesFinal, word)) return !/^(?:\d{1,2}|\d{4})\b/u.test(nextText);
  return !isAbbreviation(word, rules);
}

/** "Plan B. Nobody", "40 °C. Residents" and "you and I. Did" end; "R. A. Fisher" and "Albert I. Jones" don't. */
function endsAfterInitial(side: Sides): boolean {
  const { word, nextText, rules } = side;
  if (/^\p{Ll}/u.test(word.text)) {
    const key = word.joined;
    if (/^\p{L}{1,4}\.(?:\s|$|\p{L}\.)/u.test(nextText) && /^\p{L}/u.test(nextText) && !isOpener(side))
      return false;
    if (has(rules.oftenFinal, word) || rules.oftenFinal.has(key)) return !isOpeningPhrase(side);
    if (word.isAfterNumber && has(rules.afterNumber, word)) return !isOpeningPhrase(side);
    if (has(rules.neverFinal, word) || rules.neverFinal.has(key)) return false;
    return key === word.key || rules.sometimesFinal.has(key)
      ? isOpener(side) || key === word.key
      : isOpener(side);
  }
  if (word.isAfterSymbol || isLabelled(word, rules)) return true;
  if (word.joined !== word.key && rules.oftenFinal.has(word.joined)) return !isOpeningPhrase(side);
  if (/^\p{Lu}\p{M}*\.(?:\s|-|$|\p{Lu})/u.test(nextText)) return false;
  if (word.text === 'I' && /^\p{Ll}/u.test(word.previous) && rules.openers.has('i')) return true;
  if (has(rules.neverFinal, word) && word.text.length > 1) return false;
  return isOpener(side);
}

function isLabelled(word: LastWord, rules: LanguageRules): boolean {
  return rules.labels.has(word.previous.toLowerCase());
}

function endsAfterWord(side: Sides): boolean {
  const { word, rules, nextText } = side;
  if (word.isAfterNumber && has(rules.afterNumber, word))
    return rules.capitalizesNouns ? isOpener(side) : !isOpeningPhrase(side);
  if (has(rules.neverFinal, word)) return false;
  if (has(rules.oftenFinal, word)) return !isOpeningPhrase(side) && !isTimeWord(side) && !isPartOfName(side);
  if (isInitialism(word)) return endsAfterInitialism(side);
  if (has(rules.sometimesFinal, word)) return isOpener(side) && !isOpeningPhrase(side);
  if (rules.hasDottedOrdinals && /^[IVXLC]{1,6}$/u.test(word.text)) return isOpener(side);
  if (/^\p{L}{1,3}\.(?:\s?\p{L}{1,3}\.)*$/u.test(`${word.joined}.`) && word.joined.includes('.'))
    return isOpener(side);
  if (!isAbbreviation(word, rules)) return true;
  // An unknown unit: "760 nm. Others".
  if (word.isAfterNumber && !has(rules.sometimesFinal, word) && !rules.capitalizesNouns)
    return !isOpeningPhrase(side);
  return isOpener(side) || UNCASED.test(nextText);
}

/** "He moved to the U.S. Voters there": ends. "the U.S. Government", "by U.S. Senators", "J.R.R. Tolkien": don't. */
function endsAfterInitialism(side: Sides): boolean {
  const { word, rules } = side;
  if (isOpener(side)) return !isOpeningPhrase(side);
  if (!has(rules.sometimesFinal, word)) return false;
  if (isOpeningPhrase(side)) return false;
  const isPlace = PLACES.has(word.key);
  if (!isPlace || !/^(?:the|den|det|die|los|de|gli|les)$/iu.test(word.previous)) return false;
  return !isPartOfName(side);
}

const PLACES: ReadonlySet<string> = new Set('u.s u.k u.n e.u u.s.a u.a.e u.s.s.r d.c l.a n.y'.split(' '));

/** "the U.S. Treasury", "the D.C. Department of Health". */
function isPartOfName({ word, nextText }: Sides): boolean {
  if (!PLACES.has(word.key)) return false;
  return PUBLIC_BODIES.test(nextText) || TITLE_WORDS.test(nextText) || /^\p{Lu}\p{L}+ of /u.test(nextText);
}

/** Nouns that follow a state's initials as part of a name. */
const PUBLIC_BODIES =
  /^(?:Governments?|Congress|Senate|Senators?|House|Army|Navy|Air|Marines?|Coast|Presidents?|Vice|Supreme|Court|Department|Treasury|Constitution|Census|Capitol|Representatives?|Virgin|Open|Route|Highway|Dollars?|Steel|Bank|Attorney|Ambassador|Embassy|Secretary|State|District|Forest|Military|Security|General|Charter|Mission|Commission|Council|Federal|National|Postal|Customs|Immigration|Patent|Olympic|Geological|Armed|Special|Secret|Food|Environmental|Energy|Trade|Parliament|Agency|Office|Administration|Citizenship|Geneva|High|Human|Development|Population|Refugee|Convention|Resolution|Declaration|Peacekeepers?)\b/u;

/** "at 5 p.m. Monday", "8 p.m. EST". */
function isTimeWord({ nextWord, word }: Sides): boolean {
  return (
    /^[ap]\.m$/u.test(word.key) &&
    /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?|[A-Z]{2,4})$/u.test(nextWord) &&
    nextWord !== 'I'
  );
}

/** "At 5 a.m. Mr. Smith": too short for a sentence, and it opens with a preposition. */
function isOpeningPhrase({ before, isFromStart, rules }: Sides): boolean {
  if (!isFromStart) return false;
  const words = before.trim().split(/\s+/u);
  const first = (words[0] ?? '').toLowerCase().replace(/^\P{L}+/u, '');
  return words.length <= MAX_OPENING_WORDS && rules.prepositions.has(first) && !before.includes(',');
}

/** Whether a word follows that opens sentences rather than names. */
function isOpener({ nextWord, nextText, opening, rules }: Sides): boolean {
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

function isInitialism(word: LastWord): boolean {
  return /^\p{Lu}(?:\.-?\p{Lu})+$/u.test(word.text);
}

function has(words: ReadonlySet<string>, { key, text, joined }: LastWord): boolean {
  return words.has(key) || words.has(text) || (joined !== key && words.has(joined));
}

/** No space follows: another sentence, or the inside of a name, a number or an address. */
function endsWithoutSpace(side: Sides, text: string): boolean {
  const { before, next, nextText, nextWord, opening, stop, word, rules } = side;
  if (/^[\p{Pe}\p{Pf},;:/\\@&=+*_%-]/u.test(next)) return false;
  const token = `${/\S*$/u.exec(before)?.[0]}${stop.mark}${/^\S*/u.exec(text.slice(stop.end, stop.end + WINDOW))?.[0]}`;
  if (ADDRESS.test(token)) return false;
  if (/\[[^\]]*\]/u.test(stop.closers)) return /^\p{Lu}/u.test(nextText);
  if (/[”»]/u.test(stop.closers) && /^\p{Lu}/u.test(next)) return true;
  if (stop.closers !== '') return false;
  if (UNCASED.test(nextText) && /[\p{Lo}\p{Lm}]\p{M}*$/u.test(before)) {
    if (/[!?]/u.test(stop.mark)) return true;
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
  if (/^\p{Ll}{2}/u.test(word.text))
    return !/\.\S/u.test(nextText.slice(nextWord.length, nextWord.length + 2)) || opens;
  return opens && /\p{Ll}$/u.test(word.text);
}
