// Reads feeds from a real server through the real worker thread. It runs the compiled code, so build first.
import { describe, expect, it } from 'vitest';
import { parseInThread } from '../../../src/sources/feeds/parse-in-thread.js';
import { readFeed } from '../../../src/sources/feeds/read-feed.js';
import { FEED_PROBLEMS } from '../../../src/sources/web/text.js';
import { codeOf, openFetcher, startWebServer } from '../web/web-server.js';
import { ATOM, JSON_FEED, RDF, rss, rssItem } from './feeds.js';

const sourcesFor = (...origins: readonly string[]) => ({
  fetcher: openFetcher(origins),
  parse: parseInThread,
});
const bytesOf = (text: string) => new TextEncoder().encode(text);

describe('reading a feed', () => {
  it.each([
    ['RSS', rss(rssItem(1)), 'Harbor news', 1],
    ['Atom', ATOM, 'The harbor blog', 2],
    ['RDF', RDF, 'Old news', 1],
    ['JSON Feed', JSON_FEED, 'JSON news', 2],
  ])('reads %s', async (_name, text, title, count) => {
    const { origin } = await startWebServer({ '/feed': `\uFEFF\n${text}` });

    const feed = await readFeed(`${origin}/feed`, sourcesFor(origin));

    expect(feed).toMatchObject({ url: `${origin}/feed`, title });
    expect(feed?.items).toHaveLength(count);
  });

  it('decodes the charset that the feed declares', async () => {
    const text = rss('<item><title>Caf\u00e9</title><link>https://example.org/1</link></item>').replace(
      'utf-8',
      'iso-8859-1',
    );
    const { origin } = await startWebServer({
      '/': (_request, response) => response.end(Buffer.from(text, 'latin1')),
    });

    expect((await readFeed(origin, sourcesFor(origin)))?.items[0]?.title).toBe('Café');
  });

  it('finds the feed that a page names', async () => {
    const { origin } = await startWebServer({
      '/': '<!doctype html><html><head><title>Site</title><link rel="alternate" type="application/rss+xml" href="/news.xml"></head><body>Hi</body></html>',
      '/news.xml': rss(rssItem(1)),
    });

    expect(await readFeed(origin, sourcesFor(origin))).toMatchObject({
      url: `${origin}/news.xml`,
      title: 'Harbor news',
    });
  });

  it('never follows a page to a private address', async () => {
    const hidden = await startWebServer({ '/feed': rss(rssItem(1)) });
    const { origin } = await startWebServer({
      '/': `<!doctype html><html><head><link rel="alternate" type="application/rss+xml" href="${hidden.origin}/feed"></head></html>`,
    });

    expect(await codeOf(readFeed(origin, sourcesFor(origin)))).toBe('sources/not-public');
    expect(hidden.paths).toEqual([]);
  });

  it('returns nothing if the server says that nothing changed', async () => {
    const { origin, requests } = await startWebServer({
      '/feed': (request, response) => {
        if (request.headers['if-none-match'] === '"v1"') response.writeHead(304).end();
        else
          response
            .writeHead(200, { etag: '"v1"', 'last-modified': 'Tue, 03 Mar 2026 10:00:00 GMT' })
            .end(ATOM);
      },
    });
    const sources = sourcesFor(origin);

    const feed = await readFeed(`${origin}/feed`, sources);
    const again = await readFeed(`${origin}/feed`, sources, { revision: feed?.revision });

    expect(again).toBeUndefined();
    expect(requests[1]?.headers['if-modified-since']).toBe('Tue, 03 Mar 2026 10:00:00 GMT');
  });

  it('returns nothing if the same content comes again, and the feed if it changed', async () => {
    let text = rss(rssItem(1));
    const { origin } = await startWebServer({ '/': (_request, response) => response.end(text) });
    const sources = sourcesFor(origin);

    const first = await readFeed(origin, sources);
    const same = await readFeed(origin, sources, { revision: first?.revision });
    text = rss(rssItem(2) + rssItem(1));
    const changed = await readFeed(origin, sources, { revision: first?.revision });

    expect(same).toBeUndefined();
    expect(changed?.items).toHaveLength(2);
  });

  it.each([
    ['a page without a feed', '<!doctype html><html><head><title>x</title></head></html>', 'sources/no-feed'],
    ['a text', 'Hello', 'sources/no-feed'],
    ['JSON that is no feed', '{"a":1}', 'sources/no-feed'],
    ['half a feed', rss(rssItem(1)).slice(0, 300), 'sources/bad-feed'],
  ])('refuses %s', async (_name, text, code) => {
    const { origin } = await startWebServer({ '/': text });

    expect(await codeOf(readFeed(origin, sourcesFor(origin)))).toBe(code);
  });
});

describe('parsing in a thread', () => {
  const manyItems = bytesOf(
    rss(Array.from({ length: 10_000 }, (_, index) => rssItem(index, 'Text '.repeat(60))).join('')),
  );

  it('reads a feed of 10,000 items', async () => {
    const content = await parseInThread({ bytes: manyItems, url: 'https://example.org/' });

    expect(content.kind === 'feed' && content.feed.items).toHaveLength(10_000);
  });

  it('leaves the event loop free, so that a timer can end it', async () => {
    const parsing = parseInThread({ bytes: manyItems, url: 'https://example.org/' }, { maxMs: 1 });

    await expect(parsing).rejects.toMatchObject({
      code: 'sources/bad-feed',
      message: expect.stringContaining(FEED_PROBLEMS.slow),
    });
  });

  it.each([
    [
      'countless attributes',
      `<item ${Array.from({ length: 500_000 }, (_, index) => `a${index}="1"`).join(' ')}/>`,
    ],
    ['deep nesting', '<a>'.repeat(500_000) + '</a>'.repeat(500_000)],
    ['countless elements', `<item>${'<a/>'.repeat(1_500_000)}</item>`],
    ['comments that don’t end', '<!--'.repeat(500_000)],
  ])('ends for %s', async (_name, markup) => {
    const outcome = await parseInThread(
      { bytes: bytesOf(rss(markup)), url: 'https://example.org/' },
      { maxMs: 3_000 },
    ).then(
      ({ kind }) => kind,
      (error: { readonly code?: string }) => error.code,
    );

    expect(['feed', 'damaged', 'sources/bad-feed']).toContain(outcome);
  });

  it('stops when it is aborted', async () => {
    const reason = new Error('changed my mind');

    const parsing = parseInThread(
      { bytes: bytesOf(rss(rssItem(1))), url: 'https://example.org/' },
      { signal: AbortSignal.abort(reason) },
    );

    await expect(parsing).rejects.toBe(reason);
  });
});
