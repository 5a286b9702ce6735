// Reads the article on a web page: metadata, the part that is the article, and its text with its structure.
import type { SourceDraft } from '../../core/library/ports.js';
import { renderText } from '../render-text.js';
import { findBody } from './body/find-body.js';
import { pruneBody } from './body/prune.js';
import { tidyBody } from './body/tidy.js';
import { readAuthors } from './metadata/byline.js';
import { readPublished } from './metadata/dates.js';
import { linesBelowTitle } from './metadata/head-lines.js';
import { readPageLanguage, readPageLocale } from './metadata/language.js';
import { readCanonicalUrl, readFeedUrls } from './metadata/links.js';
import { readNextUrl } from './metadata/next-page.js';
import { readPageMeta } from './metadata/page-meta.js';
import { readTitle } from './metadata/title.js';
import { parseHtml } from './parse-html.js';
import { checkArticle, isDeclaredLocked } from './refusal/check-article.js';
import { keepVisible } from './visible-tree.js';

const LOCKED_WARNING = 'The site says that this article is for subscribers. Check that it is complete.';

/** An article as a web page has it. */
export interface PageDraft extends SourceDraft {
  /** The next page of the same article. */
  readonly nextUrl?: string | undefined;
  /** The address that the page gives as its own. */
  readonly canonicalUrl?: string | undefined;
  /** Feeds that the page names. */
  readonly feedUrls?: readonly string[] | undefined;
}

/**
 * Reads the article on a page. The text starts with the title, and `bodyStart` is where the body starts.
 * @param url where the page was read from, after redirects
 * @throws AppError `sources/page-too-complex`, or the reason why the page isn't an article: `sources/error-page`,
 * `sources/paywall`, `sources/consent-wall`, `sources/login-page`, `sources/video-page`, `sources/needs-javascript`,
 * `sources/listing-page`, `sources/no-text`
 */
export function readPage(html: string, { url }: { readonly url: string }): PageDraft {
  const page = parseHtml(html);
  const meta = readPageMeta(page, url);
  const visible = keepVisible(page);
  const title = readTitle(visible, meta);
  const lines = linesBelowTitle(visible, title);
  const author = readAuthors(visible, meta, lines);
  const published = readPublished(visible, meta, lines);
  const part = findBody(visible, title);
  const body = tidyBody(
    pruneBody(part, { title, author, published, locale: readPageLocale(meta) }),
    meta.base,
  );
  const { text, structure } = renderText(body);
  checkArticle({ page, visible, body, text, title, meta });
  const head = title === '' ? '' : `${title}\n\n`;
  const canonicalUrl = readCanonicalUrl(meta);
  const feedUrls = readFeedUrls(meta);
  return {
    title,
    text: head + text,
    bodyStart: head.length,
    structure: structure.map((span) => ({
      ...span,
      start: span.start + head.length,
      end: span.end + head.length,
    })),
    url: canonicalUrl ?? url,
    author,
    published,
    language: readPageLanguage(meta, text),
    nextUrl: readNextUrl(visible, meta),
    canonicalUrl,
    feedUrls: feedUrls.length === 0 ? undefined : feedUrls,
    warnings: isDeclaredLocked(meta) ? [LOCKED_WARNING] : undefined,
  };
}
