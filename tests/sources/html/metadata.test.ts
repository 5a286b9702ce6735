import { describe, expect, it } from 'vitest';
import { isNextPage } from '../../../src/sources/html/metadata/next-page.js';
import { readPage } from '../../../src/sources/html/read-page.js';

const PROSE =
  '<p>The ferry left the harbour at nine, and nobody on board had seen the weather report before it sank.</p>'.repeat(
    8,
  );
const URL = 'https://www.tide.example/news/ferry';
/** Reads a page with these elements in its head, and these above its text. */
const read = (head: string, above = '') =>
  readPage(`<html><head>${head}</head><body><article>${above}${PROSE}</article></body></html>`, { url: URL });
const jsonLd = (value: unknown) => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;

describe('a page’s title', () => {
  it.each([
    ['<title>A ferry sinks | The Tide</title>', '', 'A ferry sinks'],
    [
      '<title>The Tide: A ferry sinks</title><meta property="og:site_name" content="The Tide">',
      '<h1>A ferry sinks</h1>',
      'A ferry sinks',
    ],
    ['<title>A ferry sinks - and nobody is hurt</title>', '', 'A ferry sinks - and nobody is hurt'],
    [
      '<title>Tide</title><meta property="og:title" content="A ferry sinks">',
      '<h1>Tide</h1>',
      'A ferry sinks',
    ],
    [
      `<title>x</title>${jsonLd({ '@type': 'NewsArticle', headline: 'Tom &amp; Ann&#39;s ferry' })}`,
      '',
      "Tom & Ann's ferry",
    ],
    ['', '<h1>A ferry<br>sinks</h1>', 'A ferry sinks'],
    [
      '<title>A-Team wins | x_y | Tide</title><meta property="og:site_name" content="Tide">',
      '',
      'A-Team wins | x_y',
    ],
  ])('%s %s', (head, above, expected) => {
    expect(read(head, above).title).toBe(expected);
  });
});

describe('a page’s authors', () => {
  it.each([
    [jsonLd({ '@type': 'Article', author: ['Ann Lee', { name: 'Bo Chan' }] }), '', 'Ann Lee, Bo Chan'],
    [
      jsonLd({
        '@graph': [
          { '@type': 'Article', author: { '@id': '#a' } },
          { '@id': '#a', '@type': 'Person', name: 'Ann Lee' },
        ],
      }),
      '',
      'Ann Lee',
    ],
    ['<meta name="author" content="By Ann Lee and Bo Chan">', '', 'Ann Lee, Bo Chan'],
    [
      '<meta property="article:author" content="https://social.example/ann"><meta name="author" content="admin">',
      '<p class="byline">By Ann Lee</p>',
      'Ann Lee',
    ],
    ['', '<span itemprop="author"><span itemprop="name">Ann Lee</span>, editor</span>', 'Ann Lee'],
    ['<title>A ferry sinks</title>', '<h1>A ferry sinks</h1><p>Von Jürgen Groß</p>', 'Jürgen Groß'],
    ['', '', undefined],
  ])('%s %s', (head, above, expected) => {
    expect(read(head, above).author).toBe(expected);
  });
});

describe('dates', () => {
  it('prefers the day of publication to that of a change', () => {
    const above =
      '<time class="updated" datetime="2024-05-01">1 May</time><time datetime="2024-03-05">5 March</time>';

    expect(read('<meta property="article:modified_time" content="2024-05-01">', above).published).toBe(
      '2024-03-05',
    );
  });
});

describe('a date of numbers on a page', () => {
  const readIn = (lang: string, head: string, above: string) =>
    readPage(
      `<html lang="${lang}"><head>${head}</head><body><article>${above}${PROSE}</article></body></html>`,
      {
        url: URL,
      },
    );
  const GB = '<meta property="og:locale" content="en_GB">';

  it.each([
    ['en-GB', '', '2024-03-05'],
    ['en', GB, '2024-03-05'],
    ['', GB, '2024-03-05'],
    ['fr', '', '2024-03-05'],
    ['en-US', '', '2024-05-03'],
    ['en', '', undefined],
    ['en', '<meta property="og:locale" content="fr_FR">', undefined],
    ['', '', undefined],
  ])('is read by the page’s language: %j %s', (lang, head, expected) => {
    const { published, text } = readIn(
      lang,
      `<title>A ferry sinks</title>${head}`,
      '<h1>A ferry sinks</h1><p class="date">05/03/2024</p>',
    );

    expect(published).toBe(expected);
    // A date that was read is not repeated in the text.
    expect(text.includes('05/03/2024')).toBe(expected === undefined);
  });

  it('gives way to a date that needs no language', () => {
    const above = '<time>05/03/2024</time><time datetime="2024-03-05">05/03/2024</time>';

    expect(readIn('', '', above).published).toBe('2024-03-05');
  });
});

describe('a page’s addresses', () => {
  it('resolves the canonical address', () => {
    expect(read('<link rel="canonical" href="/news/ferry-sinks#top">')).toMatchObject({
      url: 'https://www.tide.example/news/ferry-sinks',
      canonicalUrl: 'https://www.tide.example/news/ferry-sinks',
    });
  });

  it.each(['<link rel="canonical" href="/">', '<link rel="canonical" href="javascript:alert(1)">', ''])(
    'keeps its own address with %s',
    (head) => {
      expect(read(head)).toMatchObject({ url: URL, canonicalUrl: undefined });
    },
  );

  it('lists feeds, but not those of comments', () => {
    const head = `<link rel="alternate" type="application/rss+xml" href="/feed"><link rel="alternate" type="application/atom+xml" href="atom.xml">
      <link rel="alternate" type="application/rss+xml" title="Comments" href="/comments/feed"><link rel="alternate" hreflang="de" href="/de">`;

    expect(read(head).feedUrls).toEqual([
      'https://www.tide.example/feed',
      'https://www.tide.example/news/atom.xml',
    ]);
  });

  it('makes links absolute, also from a base', () => {
    const { structure } = read(
      '<base href="https://cdn.tide.example/a/">',
      '<p>See <a href="b">the map of all the sandbanks</a> of the bay.</p>',
    );

    expect(structure).toContainEqual(
      expect.objectContaining({ kind: 'link', url: 'https://cdn.tide.example/a/b' }),
    );
  });
});

describe('the next page', () => {
  it.each([
    ['https://x.example/story', 'https://x.example/story?page=2'],
    ['https://x.example/story?page=2', 'https://x.example/story?page=3'],
    ['https://x.example/story/', 'https://www.x.example/story/2/'],
    ['https://x.example/story/page/2', 'https://x.example/story/page/3'],
    ['https://x.example/story.html', 'https://x.example/story-2.html'],
    ['https://x.example/story?utm_source=a', 'https://x.example/story/2'],
  ])('of %s is %s', (from, to) => {
    expect(isNextPage(from, to)).toBe(true);
  });

  it.each([
    ['https://x.example/story', 'https://x.example/other-story'],
    ['https://x.example/story', 'https://x.example/story?page=3'],
    ['https://x.example/story?page=2', 'https://x.example/story'],
    ['https://x.example/posts/17', 'https://x.example/posts/19'],
    ['https://x.example/story', 'https://y.example/story?page=2'],
  ])('of %s is not %s', (from, to) => {
    expect(isNextPage(from, to)).toBe(false);
  });
});

describe('a page’s language', () => {
  it.each([
    ['<html lang="de-AT">', 'The ferry', 'de-AT'],
    ['<html lang="en">', '船は沈んだ。誰も天気予報を見ていなかった。', undefined],
    ['<html lang="ja">', '船は沈んだ。誰も天気予報を見ていなかった。', 'ja'],
    ['<html lang="xx-invalid-tag!">', 'The ferry', undefined],
    ['<html><meta property="og:locale" content="pt_BR">', 'The ferry', 'pt-BR'],
  ])('%s %s', (html, sentence, expected) => {
    expect(
      readPage(`${html}<article>${`<p>${sentence.repeat(8)}</p>`.repeat(8)}</article>`, { url: URL })
        .language,
    ).toBe(expected);
  });
});

describe('an article for subscribers', () => {
  it('is read with a warning if all of it is on the page', () => {
    const locked = { '@type': 'Article', isAccessibleForFree: false, hasPart: { cssSelector: '.all' } };

    const draft = readPage(`${jsonLd(locked)}<div class="all">${PROSE}</div>`, { url: URL });

    expect(draft.warnings).toEqual([
      'The site says that this article is for subscribers. Check that it is complete.',
    ]);
  });
});
