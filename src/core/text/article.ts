// What an article is. Its `text` is canonical: every offset in the system points into it, in UTF-16 code units.
import { createHash } from 'node:crypto';

/** A half-open range `[start, end)` of an article's text, in UTF-16 code units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The library of the built-in articles of `corpus/`: every other library sees it too. */
export const BUILT_IN_LIBRARY = 'corpus';

/** A text that can be asked about. */
export interface Article {
  /** Stable for one library and one origin; never reused for another article. */
  readonly id: string;
  readonly library: string;
  readonly title: string;
  /** Normalised once by {@link canonicalText}, and never again. */
  readonly text: string;
  /** Where the body begins: what lies before is headline and dek. 0 where the text has none. */
  readonly bodyStart: number;
  /** BCP 47 primary language, such as `en`; `und` where it cannot be told. */
  readonly language: string;
  /** SHA-256 of all that indexing depends on, in hex. */
  readonly digest: string;
  readonly url?: string | undefined;
  readonly author?: string | undefined;
  /** As the source gives it, ISO 8601 where it can be read as a date. */
  readonly published?: string | undefined;
}

/** An article without its text, as lists show it: a library may hold more text than memory should. */
export type ListedArticle = Omit<Article, 'text' | 'bodyStart'>;

/**
 * Normalises text to the form in which it is stored: `\n` line ends, Unicode NFC, no byte-order mark,
 * no control characters but newline and tab, and U+FFFD for every lone surrogate (SQLite stores UTF-8,
 * which has none, so offsets would shift).
 */
export function canonicalText(raw: string): string {
  return (
    raw
      .replace(/^\uFEFF/, '')
      .replace(/\r\n?|\u2028|\u2029|\u0085/g, '\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is being removed
      .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/g, '')
      .toWellFormed()
      .normalize('NFC')
  );
}

/** SHA-256 over the parts, in hex. Parts are length-prefixed, so that no two lists collide. */
export function digestOf(...parts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length}:`).update(part);
  return hash.digest('hex');
}
