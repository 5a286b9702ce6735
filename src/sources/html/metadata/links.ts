// Reads a page's own address and its feeds.
import { attributeOf } from '../tree.js';
import { metaValue, type PageMeta, resolveUrl } from './page-meta.js';

const FEED_TYPE = /^application\/(?:rss|atom|feed)\+(?:xml|json)|^application\/json\s*;?.*feed/iu;

/** The address that the page gives as its own. Undefined if there is none, or only that of the home page. */
export function readCanonicalUrl(meta: PageMeta): string | undefined {
  const link = meta.links.find((one) => relOf(one).includes('canonical'));
  for (const href of [link ? attributeOf(link, 'href') : '', metaValue(meta, 'og:url') ?? '']) {
    const url = resolveUrl(href, meta.base);
    if (url === undefined) continue;
    const [own, canonical] = [new URL(meta.url), new URL(url)];
    const isHomePage = canonical.pathname === '/' && canonical.search === '' && own.pathname !== '/';
    if (isHomePage) continue;
    canonical.hash = '';
    return canonical.href;
  }
  return undefined;
}

/** The feeds that the page names, in its order. Feeds of comments are left out. */
export function readFeedUrls(meta: PageMeta): readonly string[] {
  const urls = meta.links.flatMap((link) => {
    const isFeed = relOf(link).includes('alternate') && FEED_TYPE.test(attributeOf(link, 'type').trim());
    const isComments = /comment|kommentar|commentaire/iu.test(
      `${attributeOf(link, 'title')} ${attributeOf(link, 'href')}`,
    );
    const url = isFeed && !isComments ? resolveUrl(attributeOf(link, 'href'), meta.base) : undefined;
    return url === undefined ? [] : [url];
  });
  return [...new Set(urls)];
}

function relOf(link: PageMeta['links'][number]): readonly string[] {
  return attributeOf(link, 'rel').toLowerCase().split(/\s+/u);
}
