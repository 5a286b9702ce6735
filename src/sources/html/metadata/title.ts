// Chooses an article's title from what a page offers, without the name of the site.
import type { Element, Root } from 'hast';
import { attributeOf, clippedText, findAll, findFirst, hasName, simplify } from '../tree.js';
import { isOfType, isThing, lineOf } from './json-ld.js';
import { metaValue, type PageMeta } from './page-meta.js';

const SEPARATOR = /\s+[|–—•·»«:›‹-]\s+|\s*[|｜_]\s*|\s+::\s+/u;
const PART_SEPARATOR = /\s+[|–—•·»«:›‹-]\s+|:\s+|\s*[|｜_]\s*|\s+::\s+/u;
const MIN_PART_CHARS = 8;
const MAX_CHARS = 300;

/** The title. Empty if the page has none. */
export function readTitle(page: Root, meta: PageMeta): string {
  const site = siteName(meta);
  const clean = (titles: readonly string[]) =>
    titles
      .map((title) => withoutSite(decodeEntities(title), site))
      .filter((title) => title !== '' && simplify(title) !== simplify(site));
  const declared = clean([
    lineOf(meta.article?.['headline']) || lineOf(meta.article?.['name']),
    metaValue(meta, 'og:title') ?? '',
    metaValue(meta, 'citation_title', 'dc.title', 'dcterms.title', 'twitter:title', 'parsely-title') ?? '',
  ]);
  // The `<title>` may be that of the site.
  const offered = declared.length > 0 ? declared : clean([meta.title]);
  const headings = findAll(page, hasName('h1'))
    .filter((heading) => !linksHome(heading))
    .map(clippedText)
    .filter((text) => text !== '' && text.length <= MAX_CHARS);
  // A heading that says the same as the head of the page is what a reader sees as the title.
  const shown = headings.find((heading) => offered.some((title) => isSame(heading, title)));
  const part =
    shown === undefined || shown.length * 2 < meta.title.length ? partOnPage(page, [meta.title]) : undefined;
  if (part !== undefined && part !== shown) return part;
  const others = headings.filter((heading) => simplify(heading) !== simplify(site));
  return (shown ?? offered[0] ?? (others.length === 1 ? others[0] : undefined) ?? headings[0] ?? '').slice(
    0,
    MAX_CHARS,
  );
}

/** A part of the page's title that stands on the page as a line of its own: "The Tide: A ferry sinks". */
function partOnPage(page: Root, titles: readonly string[]): string | undefined {
  const parts = titles
    .flatMap((title) => title.split(PART_SEPARATOR))
    .filter((part) => part.length >= MIN_PART_CHARS);
  const wanted = new Set(parts.map(simplify));
  const lines = findAll(page, (element) => {
    const names = `${attributeOf(element, 'className')} ${attributeOf(element, 'id')}`;
    return /^h[1-4]$/.test(element.tagName) || /title|head/iu.test(names);
  })
    .filter((line) => !linksHome(line))
    .map(clippedText)
    .filter((line) => wanted.has(simplify(line)));
  return lines.sort((a, b) => b.length - a.length)[0];
}

/** Whether a heading is the site's name, which links to its home page. */
function linksHome(heading: Element): boolean {
  const link = findFirst(heading, hasName('a'));
  return link !== undefined && /^(?:https?:\/\/[^/]+)?\/?$/u.test(attributeOf(link, 'href'));
}

/** The name of the site, as it says itself. Empty if it doesn't. */
function siteName(meta: PageMeta): string {
  const named = metaValue(meta, 'og:site_name', 'application-name', 'apple-mobile-web-app-title');
  if (named !== undefined) return named;
  const publisher = meta.article?.['publisher'];
  const site = meta.things.find((thing) =>
    isOfType(thing, /^(?:WebSite|Organization|NewsMediaOrganization)$/u),
  );
  return (isThing(publisher) ? lineOf(publisher['name']) : '') || (site ? lineOf(site['name']) : '');
}

/** Takes the site's name off either end, or a short last part that another title doesn't have. */
function withoutSite(title: string, site: string): string {
  const line = title.replace(/\s+/gu, ' ').trim();
  const parts = line.split(SEPARATOR);
  if (parts.length < 2) return line;
  const isSite = (part: string) => simplify(part) === simplify(site) && simplify(site) !== '';
  const [first = '', last = ''] = [parts[0], parts.at(-1)];
  if (isSite(last))
    return cutLast(line, parts.slice(parts.slice(0, -1).findLastIndex((part) => !isSite(part)) + 1));
  if (isSite(first)) return line.slice(line.indexOf(parts[1] ?? '', first.length)).trim();
  const isStrong = /\s[|–—•·»-]\s|[|｜_]/u.test(line);
  const words = last.split(' ').length;
  if (isStrong && words <= 4 && last.length * 2 < line.length) return cutLast(line, [last]);
  return line;
}

function cutLast(line: string, parts: readonly string[]): string {
  let rest = line;
  for (const part of [...parts].reverse()) {
    const at = rest.lastIndexOf(part);
    if (at > 0) rest = rest.slice(0, at).replace(/[\s|｜_–—•·»«:›‹-]+$/u, '');
  }
  return rest;
}

/** Whether two titles are the same, one is a part of the other, or they share most words. */
function isSame(a: string, b: string): boolean {
  const [one, other] = [simplify(a), simplify(b)];
  if (one === '' || other === '') return false;
  if (one === other) return true;
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return long.includes(short) && short.length * 3 > long.length;
}

/** JSON-LD often has entities of HTML in its strings. */
function decodeEntities(text: string): string {
  const named: Readonly<Record<string, string>> = {
    amp: '&',
    quot: '"',
    apos: "'",
    lt: '<',
    gt: '>',
    nbsp: ' ',
  };
  return text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|quot|apos|lt|gt|nbsp));/giu,
    (all, dec, hex, name) => {
      const code =
        dec === undefined ? (hex === undefined ? undefined : Number.parseInt(hex, 16)) : Number(dec);
      if (code === undefined) return named[String(name).toLowerCase()] ?? all;
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : all;
    },
  );
}
