// Splits text into sentences, the unit of citation: `Intl.Segmenter` (UAX #29), repaired where it is known to be wrong.
import { BEFORE_NUMBER, EITHER, LEADING, OPENERS } from './abbreviations.js';
import type { Span } from './article.js';
import { splitThaiSentences } from './thai-sentences.js';

/** Between blocks: blank lines, or the start of a list item on a line of its own. */
const BLOCK_BORDER = /\n[^\S\n]*\n\s*|\n(?=[^\S\n]*(?:[-*•‣◦–]|\(?\d{1,3}[.)])[^\S\n])/gu;
/** The footnote marks of an encyclopedia hide a border ("in 1990.[3] Then"), which closing brackets do not. */
const FOOTNOTE_MARK = /\[[\p{L}\d ]{1,12}\](?=\s|\[)/gu;
/** The last word before a full stop, dots inside it and hyphens kept. */
const LAST_WORD = /([\p{L}\p{M}][\p{L}\p{M}.-]*|\d+)\.$/u;
/** The first word, past opening quotes and brackets. */
const FIRST_WORD = /^["“‘«„([¿¡'’]*([\p{L}\p{M}\p{N}]+)/u;
/** White space and what is invisible beside it: never part of a sentence's ends. */
const BLANK_ENDS = /^\s+|\s+$/gu;
/** "am 3. Oktober": languages that write ordinals with a full stop. */
const DOTTED_ORDINALS = new Set([
  'de',
  'da',
  'no',
  'nb',
  'fi',
  'cs',
  'sk',
  'hu',
  'tr',
  'hr',
  'sl',
  'pl',
  'et',
  'lv',
]);

/** Closing marks that the segmenter left at a sentence's start. */
const STRAY_CLOSING = /^[»”’)\]]+(?:\s+|$)/u;
/** How far back a border is judged by. */
const TAIL = 80;

const segmenters = new Map<string, Intl.Segmenter>();

/**
 * Sentences of the text, in order, without overlap; together they cover every character that is not white space.
 * Blank lines and list items end a sentence, a line end inside prose does not.
 * @param language ISO 639-1 code; `und` where it is not known
 * @param range default: all of the text
 */
export function splitIntoSentences(text: string, language = 'und', range?: Span): readonly Span[] {
  const { start: from, end: to } = range ?? { start: 0, end: text.length };
  const sentences: Span[] = [];
  for (const block of splitAt(text.slice(from, to), BLOCK_BORDER)) {
    // A line end would always end a sentence for the segmenter; what stands in for it is as long.
    const line = block.text
      .replaceAll('\n', ' ')
      .replaceAll('…', '.')
      .replace(FOOTNOTE_MARK, (mark) => ')'.repeat(mark.length));
    for (const { start, end } of splitBlock(line, language)) {
      const trimmed = trim(line, start, end);
      if (trimmed) {
        const offset = from + block.start;
        sentences.push({ start: offset + trimmed.start, end: offset + trimmed.end });
      }
    }
  }
  return sentences;
}

function splitBlock(line: string, language: string): Span[] {
  const spans: { start: number; end: number }[] = [];
  for (const { segment: whole, index: at } of segmenterOf(language).segment(line)) {
    const last = spans.at(-1);
    const end = at + whole.length;
    // "« Bonjour ! » Elle": a closing quote past a space belongs to what it closes.
    const closing = last ? (STRAY_CLOSING.exec(whole)?.[0].length ?? 0) : 0;
    if (last) last.end += closing;
    const segment = whole.slice(closing);
    const index = at + closing;
    if (last && isFalseBorder(line.slice(Math.max(last.start, last.end - TAIL), last.end), segment, language))
      last.end = end;
    else spans.push({ start: index, end });
  }
  if (language !== 'th') return spans;
  return spans.flatMap((span) =>
    splitThaiSentences(line.slice(span.start, span.end)).map(({ start, end }) => ({
      start: span.start + start,
      end: span.start + end,
    })),
  );
}

/** Whether what the segmenter split belongs together. */
function isFalseBorder(before: string, after: string, language: string): boolean {
  const left = before.trimEnd();
  const right = after.trimStart();
  if (left === '' || right === '') return true;
  if (/^[\p{P}\p{S}\s]+$/u.test(right)) return !/^["“‘«„([¿¡#]/u.test(right);
  // “Stop!” he said; "No. 5" is handled below; a sentence does not begin in lower case.
  if (/^["“‘«„([]*\p{Ll}/u.test(right)) return !/[。！？]["”’」』）]*$/u.test(left);
  // A list's number or letter stands before its item: "1." "(a)".
  if (/^\(?(?:\d{1,3}|\p{L})[.)]$/u.test(left)) return true;
  // Thai has full stops only after what is shortened.
  if (/\p{sc=Thai}\.$/u.test(left)) return true;
  const word = LAST_WORD.exec(left.slice(-40))?.[1];
  if (word === undefined) return false;
  if (/^\d+$/.test(word)) {
    return DOTTED_ORDINALS.has(language) && Number(word) <= 31 && !isOpener(right);
  }
  const abbreviation = word.toLowerCase();
  if (BEFORE_NUMBER.has(abbreviation) && /^\p{N}/u.test(right)) return true;
  // "z. B.", "т. е.", "p. ex.": the first of two short parts.
  if (/^\p{Ll}$/u.test(word) && /^\p{L}{1,3}\./u.test(right)) return true;
  const isInitials = /^(?:\p{Lu}\.?-?)+$/u.test(word) && (word.length === 1 || word.includes('.'));
  if (!isInitials && LEADING.has(abbreviation)) return true;
  if (isInitials || EITHER.has(abbreviation)) return !isOpener(right);
  // "p. ex.", "т. е.", "z. B.": the last letter of a spaced abbreviation.
  return /(?:^|\s)\p{L}{1,3}\.\s?\p{L}{1,3}\.$/u.test(left) && !isOpener(right);
}

function isOpener(text: string): boolean {
  return OPENERS.has(FIRST_WORD.exec(text)?.[1]?.toLowerCase() ?? '');
}

function trim(text: string, start: number, end: number): Span | undefined {
  const slice = text.slice(start, end);
  const kept = slice.replace(BLANK_ENDS, '');
  if (kept === '') return undefined;
  const lead = slice.length - slice.trimStart().length;
  return { start: start + lead, end: start + lead + kept.length };
}

/** Parts of the text between the borders' ends; a border stays with the part before it. */
function splitAt(text: string, border: RegExp): { start: number; text: string }[] {
  const parts = [];
  let start = 0;
  for (const match of text.matchAll(border)) {
    const end = match.index + match[0].length;
    parts.push({ start, text: text.slice(start, end) });
    start = end;
  }
  parts.push({ start, text: text.slice(start) });
  return parts;
}

function segmenterOf(language: string): Intl.Segmenter {
  const known = segmenters.get(language);
  if (known) return known;
  const isKnown = /^[a-z]{2,3}$/.test(language) && language !== 'und';
  const segmenter = new Intl.Segmenter(isKnown ? language : 'en', { granularity: 'sentence' });
  segmenters.set(language, segmenter);
  return segmenter;
}
