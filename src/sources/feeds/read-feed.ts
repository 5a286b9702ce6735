// Reads a feed, or the one that a page names, and downloads it only if it changed.
import { createHash } from 'node:crypto';
import type { Feed, ReadOptions } from '../../core/library/ports.js';
import type { Fetched, Fetcher } from '../web/fetch/fetcher.js';
import { FEED_PROBLEMS, webError } from '../web/text.js';
import type { FeedFile, FeedFileContent } from './feed-worker.js';

const MAX_BYTES = 10_000_000;
const ACCEPT =
  'application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml;q=0.9, ' +
  'application/xml;q=0.8, text/xml;q=0.8, application/json;q=0.8, text/html;q=0.7, */*;q=0.5';
/** Of the feeds that a page names. The first ones are the most general. */
const MAX_CANDIDATES = 3;

/** What reading a feed needs. */
export interface FeedSources {
  readonly fetcher: Fetcher;
  readonly parse: (
    file: FeedFile,
    options: { readonly signal?: AbortSignal | undefined },
  ) => Promise<FeedFileContent>;
}

/**
 * Reads the feed at this address, or the first feed that the page there names.
 * @param options `revision` is {@link Feed.revision} of the feed with this address
 * @returns undefined if nothing changed since the revision
 * @throws AppError `sources/no-feed`, `sources/bad-feed`, and those of fetching
 */
export async function readFeed(
  url: string,
  sources: FeedSources,
  { signal, revision }: ReadOptions & { readonly revision?: string | undefined } = {},
): Promise<Feed | undefined> {
  const { fetched, content } = await load(url, sources, { signal, revision });
  if (content === undefined) return undefined;
  if (content.kind === 'feed') return toFeed(fetched, content);
  if (content.kind === 'page') {
    for (const candidate of content.feedUrls.slice(0, MAX_CANDIDATES)) {
      const named = await load(candidate, sources, { signal });
      if (named.content?.kind === 'feed') return toFeed(named.fetched, named.content);
    }
  }
  if (content.kind === 'damaged') throw webError('bad-feed', [FEED_PROBLEMS.damaged]);
  throw webError('no-feed', [new URL(fetched.url).hostname]);
}

interface Loaded {
  readonly fetched: Fetched;
  /** Undefined if nothing changed. */
  readonly content?: FeedFileContent;
}

async function load(
  url: string,
  { fetcher, parse }: FeedSources,
  { signal, revision }: { readonly signal?: AbortSignal | undefined; readonly revision?: string | undefined },
): Promise<Loaded> {
  const [digest, etag, lastModified] = (revision ?? '').split('\n');
  const fetched = await fetcher.fetch(url, {
    ...{ signal, maxBytes: MAX_BYTES, accept: ACCEPT },
    ...(etag && { ifNoneMatch: etag }),
    ...(lastModified && { ifModifiedSince: lastModified }),
  });
  // Many servers ignore the conditions, so the content is compared too.
  if (fetched.isNotModified || (digest && digest === digestOf(fetched.bytes))) return { fetched };
  const { bytes, charset } = fetched;
  return { fetched, content: await parse({ bytes, charset, url: fetched.url }, { signal }) };
}

function toFeed(fetched: Fetched, { feed }: FeedFileContent & { readonly kind: 'feed' }): Feed {
  const revision = [digestOf(fetched.bytes), fetched.etag ?? '', fetched.lastModified ?? ''].join('\n');
  return { ...feed, url: fetched.url, revision };
}

function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('base64url');
}
