// Joins the pages of an article that a site shows one at a time.
import type { SourceDraft } from '../../core/library/ports.js';

const PAGE_NUMBER = /[\p{N}\p{P}\p{S}\s]+/gu;

/** Appends the body of another page, with its structure and warnings. */
export function joinPages<Draft extends SourceDraft>(article: Draft, page: SourceDraft): Draft {
  const bodyStart = page.bodyStart ?? 0;
  const text = `${article.text.trimEnd()}\n\n`;
  const shift = text.length - bodyStart;
  const structure = (page.structure ?? [])
    .filter(({ start }) => start >= bodyStart)
    .map((span) => ({ ...span, start: span.start + shift, end: span.end + shift }));
  return {
    ...article,
    text: text + page.text.slice(bodyStart),
    structure: [...(article.structure ?? []), ...structure],
    warnings: [...(article.warnings ?? []), ...(page.warnings ?? [])],
  };
}

/**
 * Whether a page continues an article. On many blogs, “next” leads to another post, and some sites answer with the first
 * page again.
 */
export function isContinuation(article: SourceDraft, page: SourceDraft): boolean {
  const body = page.text.slice(page.bodyStart ?? 0).trim();
  return isSameTitle(article.title, page.title) && body !== '' && !article.text.includes(body);
}

/** Titles of further pages have a number, or a part more or less. */
function isSameTitle(one: string, other: string): boolean {
  const [a, b] = [one, other].map((title) => title.toLowerCase().replace(PAGE_NUMBER, ' ').trim());
  return a === '' || b === '' || a?.startsWith(b ?? '') === true || b?.startsWith(a ?? '') === true;
}
