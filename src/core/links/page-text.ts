// An article's text as its page shows it, to find out where a browser would open a text fragment.
import type { Span } from '../text/article.js';
import { removeInvisible } from '../text/invisible.js';

/** Longer articles aren't searched, because it would take too long. */
const MAX_PAGE_CHARS = 500_000;
/** Bullets and numbers of list items. A page draws them, but they aren't part of its text. */
const LIST_MARKER = /^[^\S\n]*(?:[-*+•‣◦–]|\(?\d{1,3}[.)])[^\S\n]+(?:[☐☑][^\S\n]+)?/gmu;
/** A table row with its column names: "Month: January; Rent: £40". */
const ROW = /^[^\S\n]*[^:;.!?\n]{1,60}: [^;\n]+(?:; (?:[^:;.!?\n]{1,60}: )?[^;\n]+)+$/gmu;

/** What a browser looks for: `prefix-,start,end,-suffix`. */
export interface TextFragment {
  readonly prefix?: string;
  readonly start: string;
  readonly end?: string;
  readonly suffix?: string;
}

/** The article's text, and where in it the quote is. */
export interface QuotePlace extends Span {
  readonly text: string;
}

/** The text on one line, and where the quote is. */
export interface PageText extends Span {
  readonly text: string;
}

/** The page's text around the quote. Undefined if the article is too long. */
export function readPage({ text, start, end }: QuotePlace): PageText | undefined {
  if (text.length > MAX_PAGE_CHARS) return undefined;
  const before = toPageText(text.slice(0, start));
  const quote = toPageText(text.slice(start, end)).trim();
  const after = toPageText(text.slice(end));
  const at = before.length;
  return { text: `${before}${quote}${after}`, start: at, end: at + quote.length };
}

/** Where a browser opens the fragment: at the first place that matches. -1 if there is none. */
export function findOnPage({ prefix = '', start, end, suffix = '' }: TextFragment, page: PageText): number {
  const text = fold(page.text);
  const [before, first, after] = [fold(prefix), fold(start), fold(suffix)];
  const last = end === undefined ? undefined : fold(end);
  for (let at = text.indexOf(first); at !== -1; at = text.indexOf(first, at + 1)) {
    const firstEnd = at + first.length;
    if (!isWhole(text, at, firstEnd) || !text.slice(0, at).trimEnd().endsWith(before)) continue;
    const lastAt = last === undefined ? at : text.indexOf(last, firstEnd);
    const close = last === undefined ? firstEnd : lastAt + last.length;
    if (lastAt !== -1 && text.slice(close).trimStart().startsWith(after)) return at;
  }
  return -1;
}

/** In lower case, at the same length. */
function fold(text: string): string {
  return text.replaceAll('İ', 'I').toLowerCase();
}

/** Removes the bullets and numbers at the starts of lines. */
export function withoutListMarkers(text: string): string {
  return text.replace(LIST_MARKER, '');
}

/** The cells of a table row without their column names. Undefined if the text isn't one. */
export function splitRow(text: string): readonly string[] | undefined {
  const row = text.trim();
  if (row.includes('\n') || !new RegExp(ROW.source, 'u').test(row)) return undefined;
  return row.split('; ').map((cell) => cell.replace(/^[^:]{1,60}: /u, ''));
}

/** One line without list markers and column names. Spaces at its ends stay. */
function toPageText(text: string): string {
  return removeInvisible(withoutListMarkers(text))
    .replace(ROW, (row) => splitRow(row)?.join(' ') ?? row)
    .replace(/\s+/gu, ' ');
}

/** Whether neither end is inside a word. */
function isWhole(text: string, start: number, end: number): boolean {
  const isInside = (at: number) => /^[\p{L}\p{N}]{2}$/u.test(text.slice(at - 1, at + 1));
  return !(start > 0 && isInside(start)) && !(end < text.length && isInside(end));
}
