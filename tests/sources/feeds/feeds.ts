// Feeds to test with.

/** An RSS feed with these items. */
export function rss(
  items: string,
  head = '<title>Harbor news</title><link>https://example.org/news/</link>',
): string {
  return `<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>${head}${items}</channel></rss>`;
}

/** An RSS item with a number. */
export function rssItem(number: number, description = 'Text.'): string {
  return `<item><title>Item ${number} &amp; more</title><link>https://example.org/${number}</link><guid>id-${number}</guid><pubDate>Tue, 03 Mar 2026 10:00:00 +0100</pubDate><description><![CDATA[${description}]]></description></item>`;
}

export const ATOM = `<?xml version="1.0"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://example.org/blog/">
  <title type="html">The &lt;b&gt;harbor&lt;/b&gt; blog</title>
  <link rel="self" href="feed.xml"/><link href="/blog/"/>
  <entry><id>tag:1</id><title>Swim season</title><link rel="enclosure" href="a.mp3"/><link rel="alternate" href="swim"/>
    <published>2026-03-03T10:00:00+01:00</published><updated>2026-04-01T00:00:00Z</updated></entry>
  <entry><id>https://example.org/by-id</id><title>a &lt; b</title><updated>2026-03-04T10:00:00Z</updated></entry>
</feed>`;

export const RDF = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="https://example.org/"><title>Old news</title><link>https://example.org/</link></channel>
<item rdf:about="https://example.org/1"><title>First</title><link>https://example.org/1</link><dc:date>2026-03-03</dc:date></item>
</rdf:RDF>`;

export const JSON_FEED = JSON.stringify({
  version: 'https://jsonfeed.org/version/1.1',
  title: 'JSON news',
  home_page_url: 'https://example.org/',
  items: [
    { id: '1', url: '/first', title: 'First', date_published: '2026-03-03T10:00:00Z' },
    { id: 2, external_url: 'https://other.example.net/second' },
    { id: '3', content_text: 'No link at all' },
  ],
});
