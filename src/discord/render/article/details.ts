// An article's title and details, each cut so that they fit on a page with a quote and its buttons.
import { readUrl } from '../../../core/links/text-fragment.js';
import { formatDate, formatLanguage } from '../../../core/text/format-metadata.js';
import { escapeStart } from '../../markdown/escape-markdown.js';

/** Escaped. */
const TITLE_CHARS = 300;
/** Of an author or a date, escaped. */
const DETAIL_CHARS = 60;

interface Origin {
  readonly author?: string | undefined;
  /** ISO 8601. */
  readonly published?: string | undefined;
  /** BCP 47. */
  readonly language?: string | undefined;
}

/** The title, as a link if the article has a URL. */
export function renderTitle(title: string, url: string | undefined): string {
  const page = readUrl(url);
  const label = oneLine(title, TITLE_CHARS);
  return page === undefined ? label : `[${label}](${page})`;
}

/** A title in a sentence, escaped. */
export function escapeTitle(title: string): string {
  return oneLine(title, TITLE_CHARS);
}

/** Author, date in words and language, escaped. What is missing is left out. @param inLanguage ISO 639-1. Default English */
export function renderOrigin(
  { author, published, language }: Origin,
  {
    unknownLanguage,
    inLanguage = 'en',
  }: { readonly unknownLanguage?: string; readonly inLanguage?: string } = {},
): readonly string[] {
  return renderDetails([
    author,
    published === undefined ? undefined : formatDate(published, inLanguage),
    (language === undefined ? undefined : formatLanguage(language, inLanguage)) ?? unknownLanguage,
  ]);
}

/** Details of an article, each escaped and on one line. Missing ones are left out. */
export function renderDetails(details: readonly (string | undefined)[]): readonly string[] {
  return details.flatMap((detail) => (detail === undefined ? [] : [oneLine(detail, DETAIL_CHARS)]));
}

/** A time in the reader's own time zone. @param style `R`: relative, `f`: date and time, `D`: date */
export function renderTime(time: string | Date, style: 'R' | 'f' | 'D' = 'R'): string {
  return `<t:${Math.floor(new Date(time).getTime() / 1_000)}:${style}>`;
}

function oneLine(text: string, maxChars: number): string {
  return escapeStart(text.replace(/\s+/gu, ' '), maxChars);
}
