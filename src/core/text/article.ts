// The article, its canonical text and the spans that point into it.
import { createHash } from 'node:crypto';

/** A half-open range `[start, end)` of an article's text, in UTF-16 code units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The library of the built-in articles in `corpus/`. Every other library sees them too. */
export const BUILT_IN_LIBRARY = 'corpus';

/** A text that people can ask about. */
export interface Article {
  /** Derived from library and origin, so it stays the same when the article is replaced. */
  readonly id: string;
  readonly library: string;
  readonly title: string;
  /** Canonical, from {@link canonicalText}. Every offset in the system points into this text, in UTF-16 code units. */
  readonly text: string;
  /** Offset where the body starts, after headline and dek. 0 if there are none. */
  readonly bodyStart: number;
  /** What the source's markup says about parts of the text, in order of `start`. Unset if nothing is known. */
  readonly structure?: readonly StructureSpan[] | undefined;
  /** BCP 47 primary language, such as `en`; `und` if unknown. */
  readonly language: string;
  /** SHA-256, in hex, of everything that indexing depends on. */
  readonly digest: string;
  readonly url?: string | undefined;
  readonly author?: string | undefined;
  /** Publication date as the source gives it, often ISO 8601. */
  readonly published?: string | undefined;
}

/**
 * A part of an article's text that isn't plain prose.
 * - `heading`: a heading below the title, with its `level` from 1 to 6. It applies to the text up to the next heading
 *   of the same or a lower level number.
 * - `row`: a table row with its column names, such as "Month: January; Rent: £40". One row is always one sentence.
 * - `column-name`: a column name in a row, with the colon and the space after it.
 * - `list-marker`: the bullet or number of a list item, with the space after it.
 * - `caption`: the alternative text of an image.
 * - `code`: a code block.
 * - `link`: the text of a link, with its address in `url`.
 * - `page`: what stands on one page of a paged document, with its number as printed in `label`. A page may start or end
 *   inside a sentence, and pages don't overlap.
 *
 * A page shows list markers and column names in another form or another place, so they aren't quotable.
 */
export interface StructureSpan extends Span {
  readonly kind: 'heading' | 'row' | 'column-name' | 'list-marker' | 'caption' | 'code' | 'link' | 'page';
  /** Only for headings: 1 to 6. */
  readonly level?: number | undefined;
  /** Only for links: the address as the source gives it. */
  readonly url?: string | undefined;
  /** Only for pages: the page's number or name, such as `12` or `xiv`. */
  readonly label?: string | undefined;
}

/** An article without its text, because a library's texts together may not fit into memory. */
export type ListedArticle = Omit<Article, 'text' | 'bodyStart' | 'structure'>;

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is being replaced
const LINE_SEPARATORS = /\r\n?|[\u000B\u000C\u001C-\u001E\u0085\u2028\u2029]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is being removed
const REMOVED = /[\u0000-\u0008\u000E-\u001B\u007F-\u009F]/g;
const BYTE_ORDER_MARKS = /^\uFEFF+/;

/**
 * Normalizes text for storage: `\n` line endings, Unicode NFC, no byte-order mark, and no control characters except
 * newline and tab. Vertical tabs, form feeds and the other separators become white space. Lone surrogates become
 * U+FFFD, because SQLite stores UTF-8, which has none, and offsets would shift. Soft hyphens and zero-width characters
 * stay, because some scripts and emoji need them.
 */
export function canonicalText(raw: string): string {
  return canonicalPart(raw).replace(BYTE_ORDER_MARKS, '');
}

/** {@link canonicalText} for a part from the middle of a text, where U+FEFF is no byte-order mark. */
export function canonicalPart(raw: string): string {
  return (
    raw
      .toWellFormed()
      .replace(LINE_SEPARATORS, '\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: the unit separator parts words
      .replace(/\u001F/g, ' ')
      .replace(REMOVED, '')
      .normalize('NFC')
  );
}

/** {@link canonicalText} on a single line, for titles, names and dates. */
export function canonicalLine(raw: string): string {
  return canonicalText(raw).replace(/\s+/gu, ' ').trim();
}

/** SHA-256 of the parts, in hex. Parts are length-prefixed, so that `['ab', 'c']` and `['a', 'bc']` differ. */
export function digestOf(...parts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length}:`).update(part);
  return hash.digest('hex');
}
