// Sources that serve pages and feeds from memory.
import { AppError } from '../../src/core/errors.js';
import type { ArticleSources, Feed, SourceDraft } from '../../src/core/library/ports.js';

export interface FakeSources extends ArticleSources {
  /** What is behind each link. */
  readonly pages: Map<string, SourceDraft>;
  readonly feeds: Map<string, Feed>;
  /** Links that were read, in order. */
  readonly read: string[];
}

export function createFakeSources(): FakeSources {
  const pages = new Map<string, SourceDraft>();
  const feeds = new Map<string, Feed>();
  const read: string[] = [];
  const missing = (url: string) =>
    new AppError({
      code: 'sources/not-found',
      message: `There is nothing at ${url}.`,
      advice: 'Check the link.',
    });
  return {
    ...{ pages, feeds, read },
    async readLink(url) {
      read.push(url);
      const page = pages.get(url);
      if (!page) throw missing(url);
      return { url, ...page };
    },
    async readFile({ name, bytes }) {
      return { title: name, text: Buffer.from(bytes).toString('utf8') };
    },
    readText: (text, title = '') => ({ title, text }),
    async readFeed(url, { revision } = {}) {
      const feed = feeds.get(url);
      if (!feed) throw missing(url);
      return feed.revision !== undefined && feed.revision === revision ? undefined : feed;
    },
  };
}
