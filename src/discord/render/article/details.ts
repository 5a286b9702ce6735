// An article's title and details, each cut so that they fit on a page with a quote and its buttons.

import { readUrl } from '../../../core/links/text-fragment.js';
import { escapeStart } from '../../markdown/escape-markdown.js';

/** Escaped. */
const TITLE_CHARS = 300;
/** Of an author or a date, escaped. */
const DETAIL_CHARS = 60;

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

/** Author, date and so on, escaped; missing ones are left out. */
export function renderDetails(details: readonly (string | undefined)[]): readonly string[] {
  return details.flatMap((detail) => (detail === undefined ? [] : [oneLine(detail, DETAIL_CHARS)]));
}

/** A language's English name, such as “Brazilian Portuguese”. Undefined if it is unknown. @param language BCP 47 */
export function languageName(language: string): string | undefined {
  if (language === 'und') return undefined;
  try {
    return new Intl.DisplayNames(['en'], { type: 'language' }).of(language);
  } catch {
    return language;
  }
}

/** A time in the reader's own time zone. @param style `R`: relative, `f`: date and time, `D`: date */
export function renderTime(time: string | Date, style: 'R' | 'f' | 'D' = 'R'): string {
  return `<t:${Math.floor(new Date(time).getTime() / 1_000)}:${style}>`;
}

function oneLine(text: string, maxChars: number): string {
  return escapeStart(text.replace(/\s+/gu, ' '), maxChars);
}
