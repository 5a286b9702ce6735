import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { codeOf, openFetcher, startRawServer, startWebServer } from '../web-server.js';

const HEAD = 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n';
/** Only for servers that are too slow: on a busy machine, others may be as well. */
const FAST = { connectMs: 1_000, idleMs: 1_000, totalMs: 3_000 };

describe('a hostile server', () => {
  it('can’t send an endless page', async () => {
    let sent = 0;
    const origin = await startRawServer((socket) => {
      socket.write(`${HEAD}\r\n`);
      const chunk = Buffer.alloc(65_536, 'a');
      const send = () => {
        while (!socket.destroyed && socket.write(chunk)) sent += chunk.length;
      };
      socket.on('drain', send);
      send();
    });

    expect(await codeOf(openFetcher([origin]).fetch(origin, { maxBytes: 1_000_000 }))).toBe(
      'sources/too-large',
    );
    expect(sent).toBeLessThan(20_000_000);
  });

  it.each([
    ['gzip', gzipSync(Buffer.alloc(200_000_000))],
    ['deflate', deflateSync(Buffer.alloc(200_000_000))],
    ['br', brotliCompressSync(Buffer.alloc(200_000_000))],
    ['gzip, gzip', gzipSync(gzipSync(Buffer.alloc(200_000_000)))],
  ])('can’t send a bomb in %s', async (encoding, bomb) => {
    const { origin } = await startWebServer({
      '/': (_request, response) => response.writeHead(200, { 'content-encoding': encoding }).end(bomb),
    });
    const fetcher = openFetcher([origin]);
    const before = process.memoryUsage.rss();

    const code = await codeOf(fetcher.fetch(origin, { maxBytes: 10_000_000 }));

    expect(code).toBe('sources/too-large');
    expect(process.memoryUsage.rss() - before).toBeLessThan(100_000_000);
  });

  it('isn’t read if it declares too much', async () => {
    const { origin } = await startWebServer({
      '/': (_request, response) => response.writeHead(200, { 'content-length': '900000000' }).write('a'),
    });

    const error: unknown = await openFetcher([origin])
      .fetch(origin)
      .catch((thrown: unknown) => thrown);

    expect(error).toMatchObject({ code: 'sources/too-large', message: /25 MB/ });
  });

  it.each([
    ['a length that is too long', 'Content-Length: 900\r\n\r\n<p>short', 'sources/bad-response'],
    ['a length that is no number', 'Content-Length: many\r\n\r\n<p>', 'sources/bad-response'],
    ['two lengths', 'Content-Length: 3\r\nContent-Length: 900\r\n\r\n<p>', 'sources/bad-response'],
    ['a negative length', 'Content-Length: -1\r\n\r\n<p>', 'sources/bad-response'],
    ['half a chunk', 'Transfer-Encoding: chunked\r\n\r\n900\r\n<p>', 'sources/bad-response'],
    [
      'a chunk without a length',
      'Transfer-Encoding: chunked\r\n\r\nzz\r\n<p>\r\n0\r\n\r\n',
      'sources/bad-response',
    ],
    ['huge headers', `X-Long: ${'a'.repeat(70_000)}\r\n\r\n<p>`, 'sources/bad-response'],
    ['countless headers', `${'X-Many: a\r\n'.repeat(9_000)}\r\n<p>`, 'sources/bad-response'],
    ['headers without end', 'X-A: b\r\n', 'sources/bad-response'],
  ])('is refused for %s', async (_name, rest, code) => {
    const origin = await startRawServer((socket) => socket.end(HEAD + rest));

    expect(await codeOf(openFetcher([origin]).fetch(origin))).toBe(code);
  });

  it('sends no more than the length that it declares', async () => {
    const origin = await startRawServer((socket) => socket.write(`${HEAD}Content-Length: 3\r\n\r\n<p>more`));

    const code = await codeOf(openFetcher([origin]).fetch(origin));

    expect(['fetched', 'sources/bad-response']).toContain(code);
  });

  it.each([
    ['never answers', () => undefined],
    ['sends headers slowly', (write: (text: string) => boolean) => drip(write, HEAD, 'X-A: b\r\n')],
    [
      'sends hints forever',
      (write: (text: string) => boolean) => drip(write, '', 'HTTP/1.1 103 Early Hints\r\n\r\n'),
    ],
    ['stops in the body', (write: (text: string) => boolean) => write(`${HEAD}Content-Length: 9\r\n\r\n<p>`)],
    ['sends the body slowly', (write: (text: string) => boolean) => drip(write, `${HEAD}\r\n`, '<p>')],
  ])('is given up if it %s', async (_name, answer) => {
    const origin = await startRawServer((socket) =>
      answer((text) => !socket.destroyed && socket.write(text)),
    );

    const code = await codeOf(openFetcher([origin], { timeLimits: FAST }).fetch(origin));

    expect(code).toBe('sources/too-slow');
  });

  it.each([['SSH-2.0-OpenSSH_9.6\r\n'], ['+PONG\r\n'], ['\0\0\0\x01'], ['HTTP/9.9 200 OK\r\n\r\n']])(
    'that doesn’t speak HTTP is refused: %j',
    async (answer) => {
      const origin = await startRawServer((socket) => socket.end(answer));

      expect(await codeOf(openFetcher([origin]).fetch(origin))).toBe('sources/bad-response');
    },
  );

  it('can’t add headers to a request', async () => {
    const { origin, requests } = await startWebServer({
      '/': (_request, response) => response.writeHead(302, { location: '/b%0d%0aX-Evil:%201' }).end(),
      '/b%0d%0aX-Evil:%201': 'here',
    });

    expect(await codeOf(openFetcher([origin]).fetch(origin))).toBe('fetched');
    expect(requests[1]?.headers).not.toHaveProperty('x-evil');
  });
});

/** Writes the start, and then a little every 100 ms until the client goes away. */
function drip(write: (text: string) => boolean, start: string, text: string): void {
  write(start);
  const timer = setInterval(() => {
    if (!write(text)) clearInterval(timer);
  }, 100);
}
