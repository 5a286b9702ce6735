import { describe, expect, it } from 'vitest';
import { parseFeedText } from '../../../src/sources/feeds/feed-items.js';
import { ATOM, JSON_FEED, RDF, rss, rssItem } from './feeds.js';

const URL_OF_FEED = 'https://example.org/feeds/all.xml';
const parse = (text: string) => parseFeedText(text, URL_OF_FEED);

describe('parsing a feed', () => {
  it('reads RSS', () => {
    expect(parse(rss(rssItem(1)))).toEqual({
      title: 'Harbor news',
      siteUrl: 'https://example.org/news/',
      items: [
        {
          id: 'id-1',
          url: 'https://example.org/1',
          title: 'Item 1 & more',
          published: '2026-03-03T09:00:00.000Z',
        },
      ],
    });
  });

  it('reads Atom', () => {
    expect(parse(ATOM)).toEqual({
      title: 'The harbor blog',
      siteUrl: 'https://example.org/blog/',
      items: [
        {
          id: 'tag:1',
          url: 'https://example.org/blog/swim',
          title: 'Swim season',
          published: '2026-03-03T09:00:00.000Z',
        },
        {
          id: 'https://example.org/by-id',
          url: 'https://example.org/by-id',
          title: 'a < b',
          published: '2026-03-04T10:00:00.000Z',
        },
      ],
    });
  });

  it('reads RDF', () => {
    expect(parse(RDF)).toMatchObject({
      title: 'Old news',
      items: [{ id: 'https://example.org/1', title: 'First', published: '2026-03-03T00:00:00.000Z' }],
    });
  });

  it('reads JSON Feed', () => {
    expect(parse(JSON_FEED)).toMatchObject({
      title: 'JSON news',
      siteUrl: 'https://example.org/',
      items: [
        { id: '1', url: 'https://example.org/first', title: 'First', published: '2026-03-03T10:00:00.000Z' },
        { id: '2', url: 'https://other.example.net/second', title: 'https://other.example.net/second' },
      ],
    });
  });

  it.each([
    ['a guid that is an address', '<guid>https://example.org/g</guid>', 'https://example.org/g'],
    ['a relative link', '<link>story?utm_source=rss&amp;a=1</link>', 'https://example.org/news/story?a=1'],
    ['white space', '<link>\n  https://example.org/s\n</link>', 'https://example.org/s'],
    ['a fragment', '<link>https://example.org/s#more</link>', 'https://example.org/s'],
    ['no link', '<guid isPermaLink="false">https://example.org/g</guid>', undefined],
    ['an opaque guid', '<guid>1234</guid>', undefined],
    ['a link to no page', '<link>javascript:alert(1)</link>', undefined],
    ['a file', '<link>file:///etc/passwd</link>', undefined],
  ])('takes the address from %s', (_name, fields, url) => {
    const { items } = parse(rss(`<item><title>T</title>${fields}</item>`));

    expect(items.map((item) => item.url)).toEqual(url === undefined ? [] : [url]);
  });

  it.each([
    ['Tue, 03 Mar 2026 10:00:00 GMT', '2026-03-03T10:00:00.000Z'],
    ['3 Mar 2026 05:00 EST', '2026-03-03T10:00:00.000Z'],
    ['2026-03-03T10:00:00Z', '2026-03-03T10:00:00.000Z'],
    ['yesterday', undefined],
    ['', undefined],
  ])('reads the date %j', (date, published) => {
    const { items } = parse(rss(`<item><link>https://example.org/1</link><pubDate>${date}</pubDate></item>`));

    expect(items[0]?.published).toBe(published);
  });

  const dated = (date: string, more = '') =>
    `<item${more}><link>https://example.org/1</link><pubDate>${date}</pubDate></item>`;
  const MARCH = '2024-03-05T00:00:00.000Z';

  it.each([
    ['RSS', rss(`<language>en-gb</language>${dated('05/03/2024')}`)],
    ['RSS with Dublin Core', rss(`<dc:language>de</dc:language>${dated('05/03/2024 10:30')}`)],
    ['an RSS item', rss(`<language>en</language>${dated('5-3-2024', ' xml:lang="en-AU"')}`)],
    [
      'another language in an item',
      rss(`<language>en-US</language>${dated('05/03/2024', ' xml:lang="es"')}`),
    ],
    [
      'Atom',
      ATOM.replace('<feed ', '<feed xml:lang="fr" ').replace('2026-03-03T10:00:00+01:00', '05/03/2024'),
    ],
    [
      'RDF',
      RDF.replace('</channel>', '<dc:language>de-AT</dc:language></channel>').replace(
        '2026-03-03',
        '05/03/2024',
      ),
    ],
    [
      'JSON',
      JSON_FEED.replace('"title":', '"language":"en-GB","title":').replace(
        '2026-03-03T10:00:00Z',
        '05/03/2024',
      ),
    ],
  ])('reads a date of numbers by the language of the feed: %s', (_format, text) => {
    expect(parse(text).items[0]?.published).toBe(MARCH);
  });

  it.each([
    '05/03/2024',
    '05/03/2024 10:30',
    '5-3-2024',
    '05 03 2024',
    '05/03/24',
    'Tue, 05/03/2024 10:30:00',
  ])('leaves out the ambiguous date %j if the feed doesn’t say its region', (date) => {
    for (const head of ['', '<language>en</language>', '<language>nonsense!</language>'])
      expect(parse(rss(`${head}${dated(date)}`)).items[0]?.published).toBeUndefined();
  });

  it('takes another date of the item for one that it can’t read', () => {
    const item = dated('05/03/2024').replace('</item>', '<dc:date>2024-03-05</dc:date></item>');

    expect(parse(rss(item)).items[0]?.published).toBe(MARCH);
  });

  it.each([
    ['25/03/2024', '2024-03-25T00:00:00.000Z'],
    ['5. März 2024', MARCH],
    ['5 août 2024', '2024-08-05T00:00:00.000Z'],
    ['05.03.2024', MARCH],
  ])('reads %j without the feed’s language', (date, published) => {
    expect(parse(rss(dated(date))).items[0]?.published).toBe(published);
  });

  it('reads the month first in an American feed', () => {
    const feed = rss(`<language>en-US</language>${dated('05/03/2024')}`);

    expect(parse(feed).items[0]?.published).toBe('2024-05-03T00:00:00.000Z');
  });

  it('keeps the first of items with the same id or the same page', () => {
    const item = (id: string, link: string) =>
      `<item><guid isPermaLink="false">${id}</guid><link>https://example.org/${link}</link></item>`;

    const { items } = parse(
      rss(item('a', '1') + item('a', '2') + item('b', '1?utm_medium=feed') + item('c', '3')),
    );

    expect(items.map(({ id }) => id)).toEqual(['a', 'c']);
  });

  it('shows titles without markup, on one line and not too long', () => {
    const title = (text: string) =>
      parse(rss(`<item><title>${text}</title><link>https://example.org/1</link></item>`)).items[0]?.title;

    expect(title('&lt;em&gt;Rain&lt;/em&gt; &amp;amp;\n fog')).toBe('Rain & fog');
    expect(title('<![CDATA[<script>alert(1)</script>Rain]]>')).not.toContain('<');
    expect(title('x'.repeat(5_000))).toHaveLength(300);
    expect(title('')).toBe('https://example.org/1');
  });

  it('is called after its host if it has no title', () => {
    expect(parse(rss(rssItem(1), '')).title).toBe('example.org');
  });

  it('doesn’t expand entities', () => {
    const levels = Array.from({ length: 9 }, (_, n) => `<!ENTITY e${n + 1} "${`&e${n};`.repeat(10)}">`).join(
      '',
    );
    const bomb = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY e0 "boom">${levels}]>`;
    const leak = '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY e9 SYSTEM "file:///etc/hostname">]>';
    const feed = rss(`<item><title>&e9;</title><link>https://example.org/1</link></item>`).replace(
      /^<\?xml.*?\?>/,
      '',
    );

    for (const head of [bomb, leak]) {
      let title: string | undefined = '';
      try {
        title = parse(head + feed).items[0]?.title;
      } catch {
        // Refusing the feed is fine, too.
      }
      expect(title?.length ?? 0).toBeLessThan(50);
    }
  });

  it.each([
    '',
    'hello',
    '{}',
    '[]',
    '<html></html>',
    '<opml version="2.0"><body/></opml>',
    rss('').slice(0, -9),
  ])('refuses %j', (text) => {
    expect(() => parse(text)).toThrow();
  });
});
