// Opens everything that articles are read from: links, files, pasted text and feeds.
import { readFileSync } from 'node:fs';
import pLimit from 'p-limit';
import { abortable } from '../core/async/abort.js';
import type { ArticleSources } from '../core/library/ports.js';
import { packagePath } from '../package-path.js';
import { parseInThread } from './feeds/parse-in-thread.js';
import { readFeed } from './feeds/read-feed.js';
import { readPastedText } from './read-pasted-text.js';
import { createFileReader } from './read-source-file.js';
import type { Fetcher, FetcherOptions } from './web/fetch/fetcher.js';
import { readAllowedHosts } from './web/fetch/web-url.js';
import { readLink } from './web/read-link.js';

/** Each is parsed in a thread that may need a few hundred megabytes. */
const FEEDS_AT_A_TIME = 2;

/** Settings, with limits that tests change. */
export interface SourcesOptions extends Pick<FetcherOptions, 'resolve' | 'timeLimits'> {
  /** Hosts that may be read although they aren't public, such as `wiki.intranet` or `10.0.0.5:8080`. */
  readonly allowedHosts?: readonly string[] | undefined;
}

/**
 * Opens the sources. They hold connections and threads until they are closed.
 * @throws AppError `sources/bad-host` if an allowed host isn't one
 */
export function openSources({
  allowedHosts = [],
  ...limits
}: SourcesOptions = {}): ArticleSources & { close(): Promise<void> } {
  const fetcher = openWhenNeeded({
    userAgent: readUserAgent(),
    allowedHosts: readAllowedHosts(allowedHosts),
    ...limits,
  });
  const reader = createFileReader();
  const { readSourceFile } = reader;
  const limitParsing = pLimit(FEEDS_AT_A_TIME);
  const parse: typeof parseInThread = (file, options) =>
    abortable(
      limitParsing(() => parseInThread(file, options)),
      options?.signal,
    );
  return {
    readLink: (url, options) => readLink(url, { fetcher, readSourceFile }, options),
    readFile: (file, options) => readSourceFile(file, options),
    readText: readPastedText,
    readFeed: (url, options) => readFeed(url, { fetcher, parse }, options),
    async close() {
      await Promise.all([reader.close(), fetcher.close()]);
    },
  };
}

/** A fetcher whose HTTP client is loaded for the first request: that takes 0.1 seconds, and most commands fetch nothing. */
function openWhenNeeded(options: FetcherOptions): Fetcher {
  let opened: Promise<Fetcher> | undefined;
  const open = async () => (await import('./web/fetch/fetcher.js')).createFetcher(options);
  return {
    async fetch(url, fetchOptions) {
      opened ??= open();
      return await (await opened).fetch(url, fetchOptions);
    },
    async close() {
      await (await opened)?.close();
    },
  };
}

/** Says honestly who asks, and where the project can be reached. */
function readUserAgent(): string {
  const { version, homepage } = JSON.parse(readFileSync(packagePath('package.json'), 'utf8')) as {
    readonly version: string;
    readonly homepage?: string;
  };
  return `Footnote/${version}${homepage === undefined ? '' : ` (+${homepage})`}`;
}
