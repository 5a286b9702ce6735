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
  /** BCP 47 primary language, such as `en`; `und` if unknown. */
  readonly language: string;
  /** SHA-256, in hex, of everything that indexing depends on. */
  readonly digest: string;
  readonly url?: string | undefined;
  readonly author?: string | undefined;
  /** Publication date as the source gives it, often ISO 8601. */
  readonly published?: string | undefined;
}

/** An article without its text, because a library's texts together may not fit into memory. */
export type ListedArticle = Omit<Article, 'text' | 'bodyStart'>;

/**
 * Normalizes text for storage: `\n` line endings, Unicode NFC, no byte-order mark, and no control characters except
 * newline and tab. Lone surrogates become U+FFFD, because SQLite stores UTF-8, which has none, and offsets would shift.
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

/** SHA-256 of the parts, in hex. Parts are length-prefixed, so that `['ab', 'c']` and `['a', 'bc']` differ. */
export function digestOf(...parts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length}:`).update(part);
  return hash.digest('hex');
}
