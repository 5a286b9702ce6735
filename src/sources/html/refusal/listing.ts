// Tells a page that lists articles, such as a home page, from an article.
import type { Element, Nodes, Root } from 'hast';
import { isMachinery, linkShare } from '../body/boilerplate.js';
import { isOfType } from '../metadata/json-ld.js';
import { metaValue, type PageMeta, resolveUrl } from '../metadata/page-meta.js';
import {
  attributeOf,
  clippedText,
  elementsOf,
  findAll,
  findFirst,
  hasName,
  isInline,
  textLength,
} from '../tree.js';

/** Fewer entries don't make a list of articles. A page that says it is a list needs fewer. */
const MIN_ENTRIES = 5;
const MIN_DECLARED_ENTRIES = 3;
/** A shorter heading, such as "3.2.0", isn't a headline. */
const MIN_HEADLINE_CHARS = 8;
/** A shorter link is that of a menu. */
const MIN_LINK_CHARS = 20;
const MIN_PARAGRAPH_CHARS = 120;
const ARTICLE =
  /Article$|BlogPosting|Recipe|LiveBlogPosting|FAQPage|QAPage|DiscussionForumPosting|HowTo|Product/u;
const LIST = /^(?:CollectionPage|ItemList|SearchResultsPage|Blog)$/u;

/** What stands below an element. */
interface Content {
  readonly entries: number;
  readonly chars: number;
}

/** Whether the page consists of headlines and teasers that link to other pages. */
export function isListing(visible: Root, meta: PageMeta): boolean {
  if (meta.article !== undefined && isOfType(meta.article, ARTICLE)) return false;
  const isEntry = (element: Element) => isHeadline(element, meta);
  const contents = new Map<Nodes, Content>();
  const read = (node: Nodes): Content => {
    const below = elementsOf(node).map(read);
    const own = node.type === 'element' && isEntry(node) ? 1 : 0;
    const content = {
      entries: below.reduce((sum, { entries }) => sum + entries, own),
      chars:
        node.type === 'element' || node.type === 'root'
          ? ownChars(node) + below.reduce((sum, { chars }) => sum + chars, 0)
          : 0,
    };
    contents.set(node, content);
    return content;
  };
  const { entries } = read(visible);
  const isHome = new URL(meta.url).pathname.replace(/index\.\w+$/u, '') === '/';
  const isDeclared =
    meta.things.some((thing) => isOfType(thing, LIST)) ||
    (isHome && /^website$/iu.test(metaValue(meta, 'og:type') ?? ''));
  if (entries < (isHome || isDeclared ? MIN_DECLARED_ENTRIES : MIN_ENTRIES)) return false;
  return charsInEntries(visible, contents) > charsInProse(visible, contents);
}

/** Whether most of the page's text is in links as long as headlines. */
export function isLinkPage(visible: Root): boolean {
  const headlines = findAll(visible, hasName('a'))
    .map((link) => textLength(link))
    .filter((length) => length >= MIN_LINK_CHARS);
  const linked = headlines.reduce((sum, length) => sum + length, 0);
  return headlines.length >= MIN_ENTRIES && linked > textLength(visible) / 2;
}

/** A heading that is a link to another page, or a link around a card. */
function isHeadline(element: Element, { base, url }: PageMeta): boolean {
  const isCard = element.tagName === 'a' && elementsOf(element).some((child) => !isInline(child));
  if (!isCard && (!/^h[1-6]$/.test(element.tagName) || linkShare(element) < 0.8)) return false;
  const link = isCard ? element : findFirst(element, hasName('a'));
  const target = link && resolveUrl(attributeOf(link, 'href'), base)?.replace(/#.*$/u, '');
  return (
    target !== undefined &&
    target !== url.replace(/#.*$/u, '') &&
    clippedText(element).length >= MIN_HEADLINE_CHARS
  );
}

/** The text of the largest elements with a single headline: the headline and its teaser. */
function charsInEntries(node: Nodes, contents: ReadonlyMap<Nodes, Content>): number {
  return elementsOf(node).reduce((sum, child) => {
    const { entries = 0, chars = 0 } = contents.get(child) ?? {};
    if (entries === 0) return sum;
    return sum + (entries === 1 ? chars : charsInEntries(child, contents));
  }, 0);
}

/** The text of longer paragraphs elsewhere. */
function charsInProse(node: Nodes, contents: ReadonlyMap<Nodes, Content>): number {
  return elementsOf(node).reduce((sum, child) => {
    const { entries = 0, chars = 0 } = contents.get(child) ?? {};
    if (entries === 1 || isMachinery(child)) return sum;
    const isParagraph = /^(?:p|li|td|dd|blockquote|pre)$/.test(child.tagName) && entries === 0;
    const isProse = isParagraph && chars >= MIN_PARAGRAPH_CHARS && linkShare(child) < 0.3;
    return sum + (isProse ? chars : charsInProse(child, contents));
  }, 0);
}

function ownChars(node: Element | Root): number {
  return node.children.reduce(
    (sum, child) => sum + (child.type === 'text' ? child.value.trim().length : 0),
    0,
  );
}
