// What stands below a quote about its article, each bounded so that a page holds it beside the quote and its buttons.

import { readUrl } from '../../core/text/text-fragment.js';
import { escapeStart } from '../text/escape-markdown.js';

/** Of a title, escaped; the whole stands above the article. */
const TITLE_CHARS = 300;
/** Of an author or a date, escaped. */
const DETAIL_CHARS = 60;

/** A title, linked where there is a link. */
export function renderTitle(title: string, url: string | undefined): string {
  const page = readUrl(url);
  const label = oneLine(title, TITLE_CHARS);
  return page === undefined ? label : `[${label}](${page})`;
}

/** What is known of an article, on one line. */
export function renderDetails(details: readonly (string | undefined)[]): readonly string[] {
  return details.flatMap((detail) => (detail === undefined ? [] : [oneLine(detail, DETAIL_CHARS)]));
}

function oneLine(text: string, maxChars: number): string {
  return escapeStart(text.replace(/\s+/gu, ' '), maxChars);
}
