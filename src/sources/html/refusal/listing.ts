// Tells a page that lists articles, such as a home page, from an article.
import type { Element, Root } from 'hast';
import { isOfType } from '../metadata/json-ld.js';
import { metaValue, type PageMeta } from '../metadata/page-meta.js';
import { attributeOf, findAll, hasName, textOf } from '../tree.js';

/** Fewer entries don't make a list of articles. */
const MIN_ENTRIES = 5;
/** A text with this many longer paragraphs is an article, whatever it links to. */
const MAX_PARAGRAPHS = 6;

/** Whether the page consists of headlines and teasers that link to other pages. */
export function isListing({
  visible,
  body,
  meta,
}: {
  readonly visible: Root;
  readonly body: Root;
  readonly meta: PageMeta;
}): boolean {
  const isDeclaredArticle =
    meta.article !== undefined &&
    isOfType(
      meta.article,
      /Article$|BlogPosting|Recipe|LiveBlogPosting|FAQPage|QAPage|DiscussionForumPosting|HowTo/u,
    );
  if (isDeclaredArticle) return false;
  const prose = findAll(body, hasName('p', 'li', 'td', 'blockquote', 'dd', 'pre')).filter(
    (one) => textOf(one).length > 160 && linkedShare(one) < 0.3 && !isTeaser(one, visible),
  );
  if (prose.length >= MAX_PARAGRAPHS) return false;
  const entries = findAll(visible, isEntry);
  const isHome = new URL(meta.url).pathname.replace(/index\.\w+$/u, '') === '/';
  const isDeclared =
    meta.things.some((thing) => isOfType(thing, /^(?:CollectionPage|ItemList|SearchResultsPage|Blog)$/u)) ||
    (/^website$/iu.test(metaValue(meta, 'og:type') ?? '') && isHome);
  const needed = isHome || isDeclared ? MIN_ENTRIES - 2 : MIN_ENTRIES;
  const proseChars = prose.reduce((sum, one) => sum + textOf(one).length, 0);
  const entryChars = entries.reduce((sum, one) => sum + textOf(one).length, 0);
  return entries.length >= needed && entryChars > proseChars;
}

/** A headline that is a link, or a block that has one. */
function isEntry(element: Element): boolean {
  if (!/^h[1-6]$/.test(element.tagName)) return false;
  const text = textOf(element);
  return text.length > 14 && linkedShare(element) > 0.8 && !/^#/u.test(hrefOf(element));
}

function hrefOf(element: Element): string {
  const [link] = findAll(element, hasName('a'));
  return link ? attributeOf(link, 'href') : '';
}

function linkedShare(element: Element): number {
  const linked = findAll(element, hasName('a')).reduce((sum, link) => sum + textOf(link).length, 0);
  return linked / Math.max(1, textOf(element).length);
}

/** The paragraph below a linked headline. */
function isTeaser(paragraph: Element, visible: Root): boolean {
  const holders = findAll(visible, hasName('article', 'li', 'section', 'div')).filter(
    (holder) => textOf(holder).length < textOf(paragraph).length + 250 && holder.children.length > 1,
  );
  return holders.some(
    (holder) =>
      findAll(holder, (one) => one === paragraph).length > 0 && findAll(holder, isEntry).length === 1,
  );
}
