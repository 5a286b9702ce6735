import { describe, expect, it } from 'vitest';
import { AppError } from '../../../src/core/errors.js';
import { type LinkedDraft, type ReadSourceFile, readLink } from '../../../src/sources/web/read-link.js';
import { codeOf, openFetcher, startWebServer } from './web-server.js';

/** Reads lines such as `title: …`, `next: …` and `canonical: …`, and the rest as the body. */
const readSourceFile: ReadSourceFile = async ({ bytes, url = '' }) => {
  const raw = Buffer.from(bytes).toString();
  const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(raw)?.[1];
  const title = field('title') ?? 'The bridge';
  const body = raw.replace(/^\w+: .*\n?/gm, '');
  if (body === '')
    throw new AppError({ code: 'sources/no-text', message: 'No text.', advice: 'Try another page.' });
  const bodyStart = title.length + 2;
  const absolute = (link: string | undefined) => (link === undefined ? undefined : new URL(link, url).href);
  return {
    title,
    text: `${title}\n\n${body}`,
    bodyStart,
    structure: [
      { kind: 'heading', level: 1, start: 0, end: title.length },
      { kind: 'code', start: bodyStart, end: bodyStart + 3 },
    ],
    url,
    nextUrl: absolute(field('next')),
    canonicalUrl: absolute(field('canonical')),
  } satisfies LinkedDraft;
};

async function read(pages: Readonly<Record<string, string>>, link = '/1') {
  const server = await startWebServer(pages);
  const reading = readLink(server.origin + link, { fetcher: openFetcher([server.origin]), readSourceFile });
  return { ...server, reading };
}

describe('reading a link', () => {
  it('keeps a page under its address without tracking', async () => {
    const { reading, origin } = await read({ '/1': 'Opened in 1932.' }, '/1?utm_source=chat&b=2#top');

    expect(await reading).toMatchObject({ origin: `${origin}/1?b=2`, url: `${origin}/1?b=2` });
  });

  it('keeps a page under the address that it gives as its own, but not that of another site', async () => {
    const own = await read({ '/1': 'canonical: /story\nOpened in 1932.' });
    const foreign = await read({ '/1': 'canonical: https://bank.example.org/\nOpened in 1932.' });

    expect((await own.reading).origin).toBe(`${own.origin}/story`);
    expect(await foreign.reading).toMatchObject({
      origin: `${foreign.origin}/1`,
      url: `${foreign.origin}/1`,
    });
  });

  it('joins the pages of an article', async () => {
    const { reading } = await read({
      '/1': 'next: /2\nOne.',
      '/2': 'title: The bridge (2)\nnext: /3\nTwo.',
      '/3': 'Three.',
    });

    const draft = await reading;

    expect(draft.text).toBe('The bridge\n\nOne.\n\nTwo.\n\nThree.');
    expect(draft.structure?.map(({ start, end }) => draft.text.slice(start, end))).toEqual([
      'The bridge',
      'One',
      'Two',
      'Thr',
    ]);
    expect(draft).not.toHaveProperty('nextUrl');
  });

  it.each([
    ['the next post of a blog', { '/2': 'title: Another story\nTwo.' }],
    ['the same page again', { '/2': 'One.' }],
  ])('doesn’t join %s', async (_name, pages) => {
    const { reading } = await read({ '/1': 'next: /2\nOne.', ...pages });

    expect((await reading).text).toBe('The bridge\n\nOne.');
  });

  it('doesn’t follow a circle or another host', async () => {
    const circle = await read({ '/1': 'next: /2\nOne.', '/2': 'next: /1\nTwo.' });
    const other = await read({ '/1': 'next: http://127.0.0.2/2\nOne.' });

    expect((await circle.reading).text).toBe('The bridge\n\nOne.\n\nTwo.');
    expect(circle.paths).toEqual(['/1', '/2']);
    expect((await other.reading).text).toBe('The bridge\n\nOne.');
  });

  it('ends after ten pages and says so', async () => {
    const pages = Array.from({ length: 12 }, (_, index) => [
      `/${index + 1}`,
      `next: /${index + 2}\nPart ${'x'.repeat(index)}.`,
    ]);
    const { reading, paths } = await read(Object.fromEntries(pages));

    expect((await reading).warnings).toEqual(['The article goes on. Only its first 10 pages were read.']);
    expect(paths).toHaveLength(10);
  });

  it('keeps what it has if a page is missing', async () => {
    const { reading } = await read({ '/1': 'next: /2\nOne.' });

    expect(await reading).toMatchObject({
      text: 'The bridge\n\nOne.',
      warnings: ["Page 2 of the article is missing. There's no page at this link (404)."],
    });
  });

  it('passes on why a page isn’t an article', async () => {
    const { reading } = await read({ '/1': 'title: Nothing\n' });

    expect(await codeOf(reading)).toBe('sources/no-text');
  });
});
