// The worker thread that parses one feed, or finds the feeds that a page names.
import { parentPort, workerData } from 'node:worker_threads';
import { decodeHtml } from '../html/decode-html.js';
import { readFeedUrls } from '../html/metadata/links.js';
import { readPageMeta } from '../html/metadata/page-meta.js';
import { parseHtml } from '../html/parse-html.js';
import { type ParsedFeed, parseFeedText } from './feed-items.js';

/** What to parse. */
export interface FeedFile {
  readonly bytes: Uint8Array;
  /** As the server declares it. */
  readonly charset?: string | undefined;
  /** Where it was read from. */
  readonly url: string;
}

/** What the file is. */
export type FeedFileContent =
  | { readonly kind: 'feed'; readonly feed: ParsedFeed }
  | { readonly kind: 'page'; readonly feedUrls: readonly string[] }
  /** Neither. */
  | { readonly kind: 'other' }
  /** A feed whose markup is damaged. */
  | { readonly kind: 'damaged' };

/** A page starts like this, after comments and the like. */
const PAGE = /<(?:!doctype html|html|head|body)[\s>]/i;
const FEED = /<(?:rss|feed|rdf:RDF)[\s>]/i;
const START_CHARS = 4_000;

parentPort?.postMessage(readContent(workerData as FeedFile));

function readContent({ bytes, charset, url }: FeedFile): FeedFileContent {
  const text = decodeHtml(bytes, { charset });
  const start = text.slice(0, START_CHARS);
  try {
    return { kind: 'feed', feed: parseFeedText(text, url) };
  } catch {
    if (FEED.test(start)) return { kind: 'damaged' };
    if (!PAGE.test(start)) return { kind: 'other' };
    return { kind: 'page', feedUrls: readFeedUrls(readPageMeta(parseHtml(text), url)) };
  }
}
