// Reads from a real server through the real worker threads. They run the compiled code, so build first.
import { describe, expect, it, onTestFinished } from 'vitest';
import { openSources } from '../../src/sources/open-sources.js';
import { ATOM } from './feeds/feeds.js';
import { codeOf, startWebServer } from './web/web-server.js';

const PARAGRAPH =
  'The harbor bridge was opened on a cold morning in March 1932, after eight years of work. Some 300,000 people walked across it on that day, and most of them had never seen the far shore from so high above the water. ';
const page = (title: string, paragraphs: number, head = '') =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>${head}</head><body><nav><a href="/">Home</a></nav><article><h1>${title}</h1>${Array.from({ length: paragraphs }, (_, index) => `<p>${index + 1}. ${PARAGRAPH}</p>`).join('')}</article></body></html>`;

function open(...origins: readonly string[]) {
  const sources = openSources({ allowedHosts: origins.map((origin) => new URL(origin).host) });
  onTestFinished(() => sources.close());
  return sources;
}

describe('the sources', () => {
  it('read the article behind a link', async () => {
    const { origin, requests } = await startWebServer({
      '/story': (_request, response) =>
        response
          .writeHead(200, { 'content-type': 'text/html' })
          .end(page('The harbor bridge', 6, '<link rel="canonical" href="/bridge">')),
    });

    const draft = await open(origin).readLink(`${origin}/story?utm_source=chat`);

    expect(draft).toMatchObject({
      title: 'The harbor bridge',
      origin: `${origin}/bridge`,
      url: `${origin}/bridge`,
    });
    expect(draft.text).toContain('opened on a cold morning in March 1932');
    expect(draft.text).not.toContain('Home');
    expect(requests[0]?.headers['user-agent']).toMatch(/^Footnote\/\d+\.\d+\.\d+/);
  });

  it('read an article over several pages', async () => {
    const next = (url: string) => `<link rel="next" href="${url}">`;
    const { origin } = await startWebServer({
      '/story': (_request, response) =>
        response.setHeader('content-type', 'text/html').end(page('The bridge', 5, next('/story?page=2'))),
    });
    const two = await startWebServer({
      '/story': (_request, response, url) =>
        response
          .setHeader('content-type', 'text/html')
          .end(
            url.search === ''
              ? page('The bridge', 5, next('/story?page=2'))
              : page('The bridge', 5).replaceAll('1932', '1933'),
          ),
    });

    const joined = await open(two.origin).readLink(`${two.origin}/story`);
    const repeated = await open(origin).readLink(`${origin}/story`);

    expect(joined.text.match(/1933/g)).toHaveLength(5);
    expect(repeated.text.match(/1932/g)).toHaveLength(5);
  });

  it('read text behind a link', async () => {
    const { origin } = await startWebServer({
      '/notes.txt': (_request, response) =>
        response
          .setHeader('content-type', 'text/plain; charset=utf-8')
          .end('Rain\n\nIt rained for three days.'),
    });

    expect(await open(origin).readLink(`${origin}/notes.txt`)).toMatchObject({
      title: 'Rain',
      origin: `${origin}/notes.txt`,
    });
  });

  it('read a file', async () => {
    const bytes = new TextEncoder().encode('# Rain\n\nIt rained.');

    expect(await open().readFile({ name: 'rain.md', bytes })).toMatchObject({ title: 'Rain' });
  });

  it('read a feed', async () => {
    const { origin } = await startWebServer({ '/feed.xml': ATOM });

    expect(await open(origin).readFeed(`${origin}/feed.xml`)).toMatchObject({ title: 'The harbor blog' });
  });

  it('read nothing on this machine', async () => {
    const { origin, paths } = await startWebServer({ '/': page('Secret', 6) });

    expect(await codeOf(open().readLink(origin))).toBe('sources/not-public');
    expect(await codeOf(open().readFeed(origin))).toBe('sources/not-public');
    expect(paths).toEqual([]);
  });

  it.each([
    ['It *rained*.', undefined, { title: '', text: 'It rained.', bodyStart: 0 }],
    ['# Rain\n\nIt rained.', undefined, { title: 'Rain', text: 'Rain\n\nIt rained.', bodyStart: 6 }],
    ['It rained.', ' Three days\n of rain ', { title: 'Three days of rain', bodyStart: 20 }],
    ['---\ntitle: Rain\nauthor: Ann\n---\nIt rained.', undefined, { title: 'Rain', author: 'Ann' }],
  ])('read the pasted text %j', (text, title, expected) => {
    expect(open().readText(text, title)).toMatchObject(expected);
  });

  it.each([
    ['  \n', 'sources/no-text'],
    ['---\ntitle: x\n---\n', 'sources/no-text'],
  ])('refuse the pasted text %j', (text, code) => {
    expect(() => open().readText(text)).toThrow(expect.objectContaining({ code }));
  });

  it('can be closed twice', async () => {
    const sources = openSources();

    await sources.close();
    await sources.close();
  });
});
