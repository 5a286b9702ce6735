// Brackets and quotation marks inside a sentence: a full stop within them doesn't end it.
import type { Span } from '../article.js';

/** Longest bracket that is kept whole, in UTF-16 units. */
const MAX_BRACKET_LENGTH = 400;
/** The same for quotations: longer ones are worth quoting in parts. */
const MAX_QUOTATION_LENGTH = 80;
/** How many open marks are looked at for a closing one. */
const MAX_SKIPPED = 3;

const MARK = /[()[\]{}（）【】《》〈〉「」『』“”„‟«»‹›"]/gu;
const CLOSED_BY: Readonly<Record<string, string>> = {
  ...{ '(': ')', '[': ']', '{': '}', '（': '）', '【': '】', '《': '》', '〈': '〉', '「': '」', '『': '』' },
  ...{ '“': '”', '„': '“”‟"', '‟': '”', '«': '»', '»': '«', '‹': '›', '›': '‹', '"': '"', '”': '”' },
};
const TITLE_MARKS = '《〈';
const BRACKETS = '([{（【';
const STOP_BEFORE = /[\p{Sentence_Terminal}…][\p{Pe}\p{Pf}\p{Pi}"'*†‡¹²³⁰-⁹]*\s*$/u;
const DIRECT_STOP = /[\p{Sentence_Terminal}…][\])¹²³⁰-⁹]*$/u;

/**
 * Brackets and quotations that stand inside a sentence, in order of their ends:
 * brackets after the sentence's first word, titles, and quotations that close without a full stop.
 */
export function findEnclosures(text: string): readonly Span[] {
  const open: { mark: string; at: number }[] = [];
  const found: Span[] = [];
  for (const { 0: mark, index: at } of text.matchAll(MARK)) {
    const opener = isInsideWord(text, mark, at, true) ? undefined : popOpener(open, mark, text, at);
    if (opener) {
      const maxLength = BRACKETS.includes(opener.mark) ? MAX_BRACKET_LENGTH : MAX_QUOTATION_LENGTH;
      if (at - opener.at <= maxLength && isInsideSentence(text, opener, at))
        found.push({ start: opener.at, end: at });
    } else if (mark in CLOSED_BY && !isInsideWord(text, mark, at)) open.push({ mark, at });
  }
  return found;
}

/** A straight quote after a letter or figure can't open, and one between two letters (as in Hebrew acronyms) isn't a quote. */
function isInsideWord(text: string, mark: string, at: number, isBetween = false): boolean {
  if (mark !== '"' || !/[\p{L}\p{N}]/u.test(text[at - 1] ?? '')) return false;
  return !isBetween || /\p{L}/u.test(text[at + 1] ?? '');
}

function popOpener(open: { mark: string; at: number }[], mark: string, text: string, at: number) {
  for (let skipped = 0; skipped < MAX_SKIPPED && skipped < open.length; skipped += 1) {
    const opener = open[open.length - 1 - skipped];
    if (!opener || !CLOSED_BY[opener.mark]?.includes(mark)) continue;
    // A straight quote after a space opens; one before a letter can't close.
    if (mark === '"' && opener.mark === '"' && /^(?:^|\s)"[\p{L}\p{N}]/u.test(text.slice(at - 1, at + 2)))
      continue;
    open.length -= skipped + 1;
    return opener;
  }
  return undefined;
}

function isInsideSentence(text: string, { mark, at }: { mark: string; at: number }, end: number): boolean {
  if (TITLE_MARKS.includes(mark)) return true;
  if (!BRACKETS.includes(mark)) return !DIRECT_STOP.test(text.slice(Math.max(at + 1, end - 8), end));
  const before = text.slice(Math.max(0, at - 12), at);
  return before.trim() !== '' && !STOP_BEFORE.test(before);
}
