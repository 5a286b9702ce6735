// Reads the elements of a page's head, once, for everything that looks at them.
import type { Element, Root } from 'hast';
import { parseUrl } from '../../../core/text/parse-url.js';
import { attributeOf, clippedText, findAll, findFirst, hasName } from '../tree.js';
import { isOfType, isThing, type LinkedThing, listOf, readLinkedThings } from './json-ld.js';

/** What a page says about itself. */
export interface PageMeta {
  /** Address of the page, for relative links: the one that it was read from, or its `<base>`. */
  readonly base: string;
  readonly url: string;
  /** The `<title>`. */
  readonly title: string;
  /** Contents of `<meta>` by name or property, in lower case. */
  readonly values: ReadonlyMap<string, readonly string[]>;
  readonly links: readonly Element[];
  readonly things: readonly LinkedThing[];
  /** The thing that is the article. */
  readonly article: LinkedThing | undefined;
  readonly language: string;
}

/** Longer values aren't names, titles or dates. */
const MAX_VALUE_CHARS = 2_000;

/** Types of a text that can be asked about. https://schema.org/Article */
const ARTICLE_TYPES =
  /^(?:.*Article|Report|BlogPosting|LiveBlogPosting|.*Posting|Recipe|HowTo|FAQPage|QAPage|Review|.*Review|CreativeWork|MedicalWebPage|PressRelease|TechArticle|Dataset|Chapter|Book|SpecialAnnouncement)$/u;

/** Reads the head of a parsed page. */
export function readPageMeta(page: Root, url: string): PageMeta {
  const values = new Map<string, string[]>();
  for (const meta of findAll(page, hasName('meta'))) {
    const content = attributeOf(meta, 'content').slice(0, MAX_VALUE_CHARS).replace(/\s+/gu, ' ').trim();
    if (content === '') continue;
    for (const key of ['property', 'name', 'itemProp', 'httpEquiv'].flatMap((name) =>
      attributeOf(meta, name).toLowerCase().split(/\s+/u).filter(Boolean),
    )) {
      values.set(key, [...(values.get(key) ?? []), content]);
    }
  }
  const things = readLinkedThings(page);
  const base = findFirst(page, hasName('base'));
  const html = findFirst(page, hasName('html'));
  return {
    url,
    base: (base && resolveUrl(attributeOf(base, 'href'), url)) ?? url,
    title: clippedText(findFirst(page, hasName('title')) ?? { type: 'text', value: '' }),
    values,
    links: findAll(page, hasName('link')),
    things,
    article: things.find((thing) => isOfType(thing, ARTICLE_TYPES)),
    language: html ? (attributeOf(html, 'lang') || attributeOf(html, 'xmlLang')).slice(0, 100) : '',
  };
}

/** The first value of the first of these names that has one. */
export function metaValue({ values }: PageMeta, ...names: readonly string[]): string | undefined {
  return names.flatMap((name) => values.get(name) ?? [])[0];
}

/** An absolute http(s) address. Undefined if it isn't one. */
export function resolveUrl(href: string, base: string): string | undefined {
  if (href.trim() === '' || !parseUrl(href.trim(), base)) return undefined;
  const url = new URL(href.trim(), base);
  return /^https?:$/.test(url.protocol) ? url.href : undefined;
}

/** A value of the article's structured data, or of the question that the page is about. */
export function articleValue({ article }: PageMeta, ...names: readonly string[]): unknown {
  const [entity] = listOf(article?.['mainEntity']);
  return [article, entity]
    .filter(isThing)
    .flatMap((thing) => names.map((name) => thing[name]))
    .find((value) => value !== undefined && value !== null && value !== '');
}
