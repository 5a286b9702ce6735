import zlib, { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openAgent, resolveHost } from '../../../../src/sources/web/fetch/connect.js';
import { codeOf, openFetcher, startRawServer, startWebServer } from '../web-server.js';

const { zstdCompressSync } = zlib as { readonly zstdCompressSync?: (bytes: Uint8Array) => Buffer };
const PAGE = '<p>The bridge opened in 1932.</p>';

describe('fetching a page', () => {
  it('returns what the server says about it', async () => {
    const { origin, requests } = await startWebServer({
      '/a/story.html': (_request, response) =>
        response
          .writeHead(200, {
            'content-type': 'Text/HTML; Charset="windows-1252"',
            etag: '"v1"',
            'last-modified': 'Tue, 03 Mar 2026 10:00:00 GMT',
          })
          .end(PAGE),
    });

    const fetched = await openFetcher([origin]).fetch(`${origin}/a/story.html?x=1#part`, {
      accept: 'text/html',
    });

    expect(fetched).toMatchObject({
      url: `${origin}/a/story.html?x=1#part`,
      contentType: 'text/html',
      charset: 'windows-1252',
      fileName: 'story.html',
      etag: '"v1"',
      lastModified: 'Tue, 03 Mar 2026 10:00:00 GMT',
      isNotModified: false,
    });
    expect(Buffer.from(fetched.bytes).toString()).toBe(PAGE);
    expect(requests[0]?.headers).toMatchObject({ 'user-agent': 'Footnote/test', accept: 'text/html' });
    expect(requests[0]?.headers).not.toHaveProperty('cookie');
  });

  it.each([
    ['attachment; filename="report 1.pdf"', 'report 1.pdf'],
    ["attachment; filename*=UTF-8''%E2%82%AC%20rates.docx", '€ rates.docx'],
    ['nonsense; ;', 'get file'],
  ])('names the file of %s', async (disposition, name) => {
    const { origin } = await startWebServer({
      '/get%20file': (_request, response) =>
        response.writeHead(200, { 'content-disposition': disposition }).end('x'),
    });

    expect((await openFetcher([origin]).fetch(`${origin}/get%20file`)).fileName).toBe(name);
  });

  it.each<[string, Buffer]>([
    ['gzip', gzipSync(PAGE)],
    ['x-gzip', gzipSync(PAGE)],
    ['br', brotliCompressSync(PAGE)],
    ['deflate', deflateSync(PAGE)],
    ['deflate', deflateRawSync(PAGE)],
    ['gzip, br', brotliCompressSync(gzipSync(PAGE))],
    ['identity', Buffer.from(PAGE)],
    ...(zstdCompressSync ? [['zstd', zstdCompressSync(Buffer.from(PAGE))] satisfies [string, Buffer]] : []),
  ])('undoes %s', async (encoding, body) => {
    const { origin } = await startWebServer({
      '/': (_request, response) => response.writeHead(200, { 'content-encoding': encoding }).end(body),
    });

    const { bytes } = await openFetcher([origin]).fetch(origin);

    expect(Buffer.from(bytes).toString()).toBe(PAGE);
  });

  it.each<[string, string, Buffer]>([
    ['an unknown compression', 'compress', Buffer.from(PAGE)],
    ['many layers', 'gzip, gzip, gzip', gzipSync(gzipSync(gzipSync(PAGE)))],
    ['damaged gzip', 'gzip', Buffer.from(PAGE)],
    ['gzip that ends too early', 'gzip', gzipSync(PAGE.repeat(100)).subarray(0, 60)],
    ['damaged brotli', 'br', Buffer.from(PAGE)],
    ...(zstdCompressSync
      ? []
      : [['zstd on a Node.js that lacks it', 'zstd', Buffer.from(PAGE)] satisfies [string, string, Buffer]]),
  ])('refuses %s', async (_name, encoding, body) => {
    const { origin } = await startWebServer({
      '/': (_request, response) => response.writeHead(200, { 'content-encoding': encoding }).end(body),
    });

    expect(await codeOf(openFetcher([origin]).fetch(origin))).toBe('sources/bad-response');
  });

  it('sends conditions and reports that nothing changed', async () => {
    const { origin, requests } = await startWebServer({
      '/': (_request, response) => response.writeHead(304, { etag: '"v1"' }).end(),
    });

    const fetched = await openFetcher([origin]).fetch(origin, {
      ifNoneMatch: '"v1"',
      ifModifiedSince: 'then',
    });

    expect(fetched).toMatchObject({ isNotModified: true, etag: '"v1"' });
    expect(requests[0]?.headers).toMatchObject({ 'if-none-match': '"v1"', 'if-modified-since': 'then' });
  });

  it.each([
    [401, 'sources/needs-login', /login/],
    [403, 'sources/refused', /403/],
    [404, 'sources/page-gone', /404/],
    [410, 'sources/page-gone', /410/],
    [429, 'sources/too-many-requests', /slow down/],
    [451, 'sources/refused', /451/],
    [204, 'sources/bad-response', /204/],
    [500, 'sources/site-error', /500/],
    [503, 'sources/site-error', /503/],
  ])('explains the status %i', async (status, code, message) => {
    const { origin } = await startWebServer({
      '/': (_request, response) => response.writeHead(status, { 'retry-after': '90' }).end(),
    });

    const error: unknown = await openFetcher([origin])
      .fetch(origin)
      .catch((thrown: unknown) => thrown);

    expect(error).toMatchObject({ code, message, advice: status === 429 ? 'Try again in 2 minutes.' : /\S/ });
  });

  it('explains a site that can’t be reached', async () => {
    const origin = await startRawServer((socket) => socket.destroy());
    const fetcher = openFetcher([origin, 'http://127.0.0.1:1'], {
      resolve: (name) => Promise.reject(Object.assign(new Error(name), { code: 'ENOTFOUND' })),
    });

    expect(await codeOf(fetcher.fetch('http://127.0.0.1:1/'))).toBe('sources/unreachable');
    expect(await codeOf(fetcher.fetch(`${origin}/`))).toBe('sources/bad-response');
    expect(await codeOf(fetcher.fetch('http://no-such-site.example.org/'))).toBe('sources/no-such-site');
  });

  it('refuses a site without a secure connection', async () => {
    const { origin } = await startWebServer({ '/': PAGE });
    const secure = origin.replace('http:', 'https:');

    expect(await codeOf(openFetcher([origin]).fetch(secure))).toBe('sources/insecure-site');
  });

  it('stops when it is aborted', async () => {
    const origin = await startRawServer(() => undefined);
    const abort = new AbortController();
    const reason = new Error('changed my mind');

    const fetching = openFetcher([origin]).fetch(origin, { signal: abort.signal });
    setImmediate(() => abort.abort(reason));

    await expect(fetching).rejects.toBe(reason);
  });

  it('ignores a proxy in the environment', async () => {
    const { origin } = await startWebServer({ '/': PAGE });
    const before = { ...process.env };
    Object.assign(process.env, { HTTP_PROXY: 'http://127.0.0.1:1', http_proxy: 'http://127.0.0.1:1' });

    const code = await codeOf(openFetcher([origin]).fetch(origin));
    process.env = before;

    expect(code).toBe('fetched');
  });
});

describe('many fetches', () => {
  it('run a few at a time, and one that waits can be aborted', async () => {
    let open = 0;
    let most = 0;
    const waiting: (() => void)[] = [];
    const { origin } = await startWebServer({
      '/': (_request, response) => {
        open += 1;
        most = Math.max(most, open);
        waiting.push(() => {
          open -= 1;
          response.end(PAGE);
        });
        if (waiting.length === 2) for (const finish of waiting.splice(0)) finish();
      },
    });
    const fetcher = openFetcher([origin]);
    const abort = new AbortController();

    const all = Promise.all(Array.from({ length: 12 }, () => fetcher.fetch(origin)));
    const last = fetcher.fetch(origin, { signal: abort.signal });
    abort.abort(new Error('changed my mind'));

    await expect(last).rejects.toThrow('changed my mind');
    expect(await all).toHaveLength(12);
    expect(most).toBe(2);
  });
});

describe('redirects', () => {
  const redirectTo = (target: string) => (_request: unknown, response: import('node:http').ServerResponse) =>
    response.writeHead(302, { location: target }).end();

  it('are followed, relative ones too', async () => {
    const { origin, paths } = await startWebServer({
      '/a': redirectTo('b?x'),
      '/b': redirectTo('/c'),
      '/c': PAGE,
    });

    expect(await openFetcher([origin]).fetch(`${origin}/a`)).toMatchObject({ url: `${origin}/c` });
    expect(paths).toEqual(['/a', '/b?x', '/c']);
  });

  it.each([
    ['a private address', (port: number) => `http://127.0.0.1:${port}/`, 'sources/not-public'],
    ['a metadata address', () => 'http://169.254.169.254/latest/meta-data/', 'sources/not-public'],
    ['a number', () => 'http://2130706433/', 'sources/not-public'],
    ['a local name', () => '//localhost/', 'sources/not-public'],
    ['a file', () => 'file:///etc/passwd', 'sources/bad-link'],
    ['a link with a password', () => 'http://a:b@example.org/', 'sources/bad-link'],
    ['an unusual port', () => 'http://example.org:6379/', 'sources/unusual-port'],
    ['nothing', () => '', 'sources/too-many-redirects'],
  ])('never lead to %s', async (_name, target, code) => {
    const hidden = await startWebServer({ '/': 'secret' });
    const { origin } = await startWebServer({ '/': redirectTo(target(hidden.port)) });

    expect(await codeOf(openFetcher([origin]).fetch(origin))).toBe(code);
    expect(hidden.paths).toEqual([]);
  });

  it('end after five', async () => {
    const { origin, paths } = await startWebServer({
      '/': (_request, response, url) =>
        response.writeHead(301, { location: `/?${Number(url.search.slice(1)) + 1}` }).end(),
    });

    expect(await codeOf(openFetcher([origin]).fetch(origin))).toBe('sources/too-many-redirects');
    expect(paths).toHaveLength(6);
  });
});

describe('names', () => {
  it.each([
    ['a private address', ['127.0.0.1']],
    ['a private address besides a public one', ['8.8.8.8', '10.0.0.1']],
    ['a mapped address', ['::ffff:127.0.0.1']],
    ['a metadata address', ['fd00:ec2::254']],
    ['an address with a zone', ['fe80::1%eth0']],
  ])('that resolve to %s are refused', async (_name, addresses) => {
    const fetcher = openFetcher([], {
      resolve: async () => addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    });

    expect(await codeOf(fetcher.fetch('http://rebind.example.org/'))).toBe('sources/not-public');
  });

  it('are resolved once for each connection, so that the checked address is the one that is used', async () => {
    const { port, paths, connections } = await startWebServer({ '/': PAGE });
    const lookups: string[] = [];
    const fetcher = openFetcher([`http://rebind.example.org:${port}`], {
      resolve: async (name) => {
        lookups.push(name);
        return [{ address: '127.0.0.1', family: 4 }];
      },
    });

    expect(await codeOf(fetcher.fetch(`http://rebind.example.org:${port}/`))).toBe('fetched');
    expect(paths).toEqual(['/']);
    expect(lookups).toHaveLength(connections());
  });

  it('aren’t needed: a connection to a private address ends before anything is sent', async () => {
    const { origin, paths } = await startWebServer({ '/': PAGE });
    const agent = openAgent(true, { connectMs: 1_000, idleMs: 1_000, totalMs: 3_000 }, resolveHost);
    onTestFinished(() => agent.destroy());

    const request = agent.request({ origin, path: '/', method: 'GET' });

    await expect(request).rejects.toMatchObject({ code: 'sources/not-public' });
    expect(paths).toEqual([]);
  });

  it('without any address don’t exist', async () => {
    expect(
      await codeOf(openFetcher([], { resolve: async () => [] }).fetch('http://empty.example.org/')),
    ).toBe('sources/no-such-site');
  });
});
