// Brings the items of RSS, Atom, RDF and JSON feeds into one form.

import { parseFeed } from 'feedsmith';
import type { Feed, FeedItem } from '../../core/library/ports.js';
import { chooseLocale } from '../../core/text/language-tag.js';
import { parseUrl } from '../../core/text/parse-url.js';
import { findDate } from '../../core/text/read-date.js';
import { parseHtml } from '../html/parse-html.js';
import { textOf } from '../html/tree.js';
import { canonicalizeUrl } from '../web/canonical-url.js';

/** More items than any feed that people read. */
const MAX_ITEMS = 10_000;
const MAX_TITLE_CHARS = 300;
/** Day and month as numbers in front of the year. */
const NUMERIC_DATE = /^\D*\d{1,2}[\s./,-]+\d{1,2}[\s./,-]+\d{2,4}(?!\d)/u;

/** A feed without what only its request knows. */
export type ParsedFeed = Pick<Feed, 'title' | 'siteUrl' | 'items'>;

/**
 * Parses a feed. Items without a link to a web page, and those that repeat an id or a link, are left out.
 * @param url where the feed was read from
 * @throws if it isn't a feed, or its markup is damaged
 */
export function parseFeedText(text: string, url: string): ParsedFeed {
  const { title, siteUrl, base, languages, items } = readRaw(text.trim());
  const site = resolveUrl(siteUrl, url);
  // Relative links of items are relative to the site, if they don't say otherwise.
  const itemBase = resolveUrl(base, url) ?? site ?? url;
  const seen = new Set<string>();
  const unique: FeedItem[] = [];
  for (const item of items) {
    const link = item.links.map((href) => resolveUrl(href, itemBase)).find((href) => href !== undefined);
    if (link === undefined) continue;
    const itemUrl = canonicalizeUrl(link);
    const id = item.id?.trim() || itemUrl;
    if (seen.has(`id ${id}`) || seen.has(itemUrl)) continue;
    seen.add(`id ${id}`).add(itemUrl);
    const locale = chooseLocale([...item.languages, ...languages]);
    const [published] = item.published.flatMap((date) => readTime(date, locale) ?? []);
    unique.push({ id, url: itemUrl, title: item.title || itemUrl, published });
  }
  return { title: title || new URL(url).hostname, siteUrl: site, items: unique };
}

interface RawItem {
  readonly id?: string | undefined;
  /** The best one first. */
  readonly links: readonly (string | undefined)[];
  readonly title: string;
  /** The best one first. */
  readonly published: readonly (string | undefined)[];
  /** Tags of the item's own language. */
  readonly languages: readonly (string | undefined)[];
}

interface RawFeed {
  readonly title: string;
  readonly siteUrl?: string | undefined;
  readonly base?: string | undefined;
  /** Tags of the feed's language, the most reliable first. */
  readonly languages: readonly (string | undefined)[];
  readonly items: readonly RawItem[];
}

function readRaw(text: string): RawFeed {
  const { format, feed } = parseFeed(text, { maxItems: MAX_ITEMS });
  switch (format) {
    case 'rss':
      return {
        ...{ title: readHtml(feed.title), siteUrl: feed.link, base: feed.xml?.base },
        languages: [feed.language, ...(feed.dc?.languages ?? []), feed.xml?.lang],
        items: (feed.items ?? []).map(({ guid, link, title, pubDate, dc, atom, xml }) => ({
          id: guid?.value,
          links: [
            link,
            findAlternate(atom?.links),
            guid?.isPermaLink === false ? undefined : readAddress(guid?.value),
          ],
          title: readHtml(title),
          published: [pubDate, dc?.dates?.[0], atom?.published],
          languages: [...(dc?.languages ?? []), xml?.lang],
        })),
      };
    case 'rdf':
      return {
        ...{ title: readHtml(feed.title), siteUrl: feed.link },
        languages: [...(feed.dc?.languages ?? []), feed.xml?.lang],
        items: (feed.items ?? []).map(({ link, title, rdf, dc }) => ({
          id: rdf?.about ?? link,
          links: [link, readAddress(rdf?.about)],
          title: readHtml(title),
          published: [dc?.dates?.[0]],
          languages: dc?.languages ?? [],
        })),
      };
    case 'atom':
      return {
        ...{ title: readText(feed.title), siteUrl: findAlternate(feed.links), base: feed.xml?.base },
        languages: [feed.xml?.lang, ...(feed.dc?.languages ?? [])],
        items: (feed.entries ?? []).map(({ id, links, title, published, updated, xml }) => {
          const link = findAlternate(links);
          return {
            id,
            links: [resolveUrl(link, xml?.base) ?? link, links?.length ? undefined : readAddress(id)],
            title: readText(title),
            published: [published, updated],
            languages: [xml?.lang],
          };
        }),
      };
    default:
      return {
        ...{ title: feed.title?.trim() ?? '', siteUrl: feed.home_page_url },
        languages: [feed.language],
        items: (feed.items ?? []).map(
          ({ id, url, external_url, title, date_published, date_modified, language }) => ({
            id,
            links: [url, external_url, readAddress(id)],
            title: shorten(title ?? ''),
            published: [date_published, date_modified],
            languages: [language],
          }),
        ),
      };
  }
}

/** The link to the page that an entry is about: https://www.rfc-editor.org/rfc/rfc4287#section-4.2.7 */
function findAlternate(
  links: readonly { readonly href?: string; readonly rel?: string; readonly type?: string }[] | undefined,
): string | undefined {
  const alternates = links?.filter(({ rel = 'alternate' }) => rel === 'alternate') ?? [];
  return (alternates.find(({ type = 'text/html' }) => /html/.test(type)) ?? alternates[0])?.href;
}

function readText(text: { readonly value?: string; readonly type?: string } | undefined): string {
  return text?.type === undefined || text.type === 'text' ? shorten(text?.value ?? '') : readHtml(text.value);
}

/** Titles often contain markup and character references. */
function readHtml(html: string | undefined): string {
  const start = (html ?? '').slice(0, 10 * MAX_TITLE_CHARS);
  return shorten(/[<&]/.test(start) ? textOf(parseHtml(start)) : start);
}

function shorten(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  return line.length <= MAX_TITLE_CHARS ? line : `${line.slice(0, MAX_TITLE_CHARS - 1).toWellFormed()}…`;
}

/** An id, if it is an address. */
function readAddress(id: string | undefined): string | undefined {
  return id !== undefined && /^https?:\/\//i.test(id) ? id : undefined;
}

function resolveUrl(href: string | undefined, base: string | undefined): string | undefined {
  if (href === undefined || href.trim() === '' || !parseUrl(href.trim(), base)) return undefined;
  const url = new URL(href.trim(), base);
  return /^https?:$/.test(url.protocol) ? url.href : undefined;
}

/**
 * A time in ISO 8601. Undefined if it can't be read, or if day and month can't be told apart.
 * @param locale of the text
 */
function readTime(text: string | undefined, locale: string | undefined): string | undefined {
  const line = text?.trim() ?? '';
  // `Date.parse` takes every date of numbers for an American one.
  const time = NUMERIC_DATE.test(line) ? Number.NaN : Date.parse(line);
  const read = Number.isNaN(time) ? Date.parse(findDate(line, locale) ?? '') : time;
  return Number.isNaN(read) ? undefined : new Date(read).toISOString();
}
