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

/** A date in words, such as “4 May 2031”. What isn't an ISO 8601 date stays as it is. */
export function dateInWords(published: string | undefined): string | undefined {
  const day = /^\d{4}-\d{2}-\d{2}(?=$|T)/u.exec(published ?? '')?.[0];
  const date = new Date(`${day}T00:00:00Z`);
  if (day === undefined || Number.isNaN(date.getTime())) return published;
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(date);
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
