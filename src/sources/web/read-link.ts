// Reads the article behind a link: fetches the page, has it read, and follows an article over several pages.

import { AppError } from '../../core/errors.js';
import type { ReadOptions, SourceDraft, SourceFile } from '../../core/library/ports.js';
import { parseUrl } from '../../core/text/parse-url.js';
import { chooseAddress, isSameSite } from './canonical-url.js';
import type { Fetched, Fetcher } from './fetch/fetcher.js';
import { isContinuation, joinPages } from './join-pages.js';
import { PAGES_TEXT } from './text.js';

const MAX_PAGES = 10;
/** After this time, no further page is read. */
const MAX_PAGES_MS = 60_000;
const ACCEPT = 'text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.8';

/** An article as it was read from one page or file. */
export interface LinkedDraft extends SourceDraft {
  /** The next page of the same article. */
  readonly nextUrl?: string | undefined;
  /** The address that the page gives as its own. */
  readonly canonicalUrl?: string | undefined;
  /** Feeds that the page names. */
  readonly feedUrls?: readonly string[] | undefined;
}

/** Turns what was fetched into a draft. */
export type ReadSourceFile = (
  file: SourceFile & { readonly charset?: string | undefined; readonly url?: string | undefined },
  options?: ReadOptions,
) => Promise<LinkedDraft>;

/**
 * Reads an article. Its origin is its address without tracking parameters, so the same page is the same article,
 * whatever link led to it.
 * @throws AppError `sources/*`: why it can't be fetched, or why it isn't an article
 */
export async function readLink(
  link: string,
  { fetcher, readSourceFile }: { readonly fetcher: Fetcher; readonly readSourceFile: ReadSourceFile },
  { signal, onProgress }: ReadOptions = {},
): Promise<SourceDraft> {
  const read = async (url: string): Promise<{ readonly url: string; readonly draft: LinkedDraft }> => {
    const fetched = await fetcher.fetch(url, { accept: ACCEPT, signal });
    return { url: fetched.url, draft: await readSourceFile(toFile(fetched), { signal, onProgress }) };
  };
  const started = performance.now();
  const first = await read(link);
  const address = chooseAddress(first.url, first.draft.canonicalUrl);
  let article = first.draft;
  let next = first.draft.nextUrl;
  const seen = new Set([first.url, link]);
  for (let page = 2; next !== undefined && !seen.has(next) && canFollow(first.url, next); page += 1) {
    if (page > MAX_PAGES) {
      article = withWarning(article, PAGES_TEXT.tooMany(MAX_PAGES));
      break;
    }
    if (performance.now() - started > MAX_PAGES_MS) {
      article = withWarning(article, PAGES_TEXT.slow(page - 1));
      break;
    }
    seen.add(next);
    onProgress?.(PAGES_TEXT.reading(page), page - 1, page);
    try {
      const { url, draft } = await read(next);
      if (!canFollow(first.url, url) || !isContinuation(article, draft)) break;
      article = joinPages(article, draft);
      next = draft.nextUrl;
    } catch (error) {
      signal?.throwIfAborted();
      if (!(error instanceof AppError)) throw error;
      article = withWarning(article, PAGES_TEXT.failed(page, error.message));
      break;
    }
  }
  const { nextUrl, canonicalUrl, feedUrls, ...draft } = article;
  return { ...draft, origin: address, url: address };
}

function toFile({ url, contentType, charset, bytes, fileName }: Fetched): Parameters<ReadSourceFile>[0] {
  return { name: fileName ?? new URL(url).hostname, bytes, contentType, charset, url };
}

function canFollow(first: string, next: string): boolean {
  const url = parseUrl(next);
  return url !== undefined && isSameSite(new URL(first), url);
}

function withWarning(draft: LinkedDraft, warning: string): LinkedDraft {
  return { ...draft, warnings: [...(draft.warnings ?? []), warning] };
}
