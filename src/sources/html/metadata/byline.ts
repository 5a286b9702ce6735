// Reads who wrote an article.
import type { Element, Root } from 'hast';
import { attributeOf, clippedText, findAll, findFirst, hasName } from '../tree.js';
import { isThing, type LinkedThing, lineOf, listOf } from './json-ld.js';
import { articleValue, metaValue, type PageMeta } from './page-meta.js';

const MAX_AUTHORS = 12;
const MAX_NAME_CHARS = 80;
const BY =
  /^(?:(?:written|reported|posted|published|words|story|text|interview|review|recipe)\s+)?(?:by|von|par|por|di|da|door|av|af|od|autor(?:in)?|auteur|author|автор|текст|作者|文|記者|记者|執筆|글|بقلم|كتب|כתב|כתבה|מאת)\s*[:：/／]?\s+|^(?:作者|文|記者|记者|執筆|取材・文|撰文)\s*[:：/／]\s*|^\p{L}{4,14}\s+(?:by|av|por|par)\s+|^(?:interview|text|fotos?|story|reportage)\s*[:：]\s+/iu;
/** The address of a page about an author. */
const AUTHOR_PAGE = /\/(?:authors?|autore?s?|auteurs?|journalists?)\/[^/]/iu;
/** After a name in a byline. */
const AFTER_NAME =
  /\s*(?:[|•·–—»]|,\s+(?:staff|senior|correspondent|reporter|editor|political|science|health|business|chief|contributing|der|die|das)\b|\s(?:on|am|le|el|il)\s+\p{L}*\s?\d|\s[-–]\s|\d{1,4}[./年-]|(?:published|updated|posted|veröffentlicht|publié|publicado)\b).*$/iu;
const NO_NAME =
  /^(?:admin|administrator|staff|editor|webmaster|user|author|by|unknown|null|undefined|n\/a|redaktion online)$|https?:|@|^www\./iu;

/** The authors, separated by commas. Undefined if the page names none. */
export function readAuthors(page: Root, meta: PageMeta, lines: readonly string[]): string | undefined {
  for (const names of [
    namesOfThings(articleValue(meta, 'author', 'creator'), meta.things),
    (meta.values.get('citation_author') ?? []).map(firstNameFirst),
    splitNames(
      metaValue(
        meta,
        'author',
        'article:author',
        'parsely-author',
        'sailthru.author',
        'dc.creator',
        'dcterms.creator',
        'byl',
      ) ?? '',
    ),
    namesByMarkup(page),
    lines.flatMap((line) =>
      BY.test(line) ? splitNames(line) : (/\d{4},? by (\p{Lu}.{2,50})$/u.exec(line)?.[1] ?? []),
    ),
  ]) {
    const clean = [...new Set(names.map(cleanName).filter((name) => name !== ''))];
    if (clean.length > 0) return clean.slice(0, MAX_AUTHORS).join(', ');
  }
  return undefined;
}

function namesOfThings(value: unknown, things: readonly LinkedThing[]): string[] {
  return listOf(value).flatMap((author) => {
    if (typeof author === 'string') return splitNames(author);
    if (!isThing(author)) return [];
    const name = lineOf(author['name']);
    if (name !== '') return splitNames(name);
    const other = things.find(
      (thing) => thing !== author && thing['@id'] !== undefined && thing['@id'] === author['@id'],
    );
    return other ? splitNames(lineOf(other['name'])) : [];
  });
}

/** By `rel=author`, microdata, or a class that says byline. */
function namesByMarkup(page: Root): string[] {
  const marked = findAll(
    page,
    (element) =>
      /\bauthor\b/iu.test(attributeOf(element, 'itemProp')) ||
      /\bauthor\b/iu.test(attributeOf(element, 'rel')),
  );
  const names = marked.filter(({ tagName }) => tagName !== 'link' && tagName !== 'meta').map(nameIn);
  if (names.some((name) => cleanName(name) !== '')) return names.flatMap(splitNames);
  const bylines = findAll(page, (element) => isByline(element));
  for (const byline of bylines) {
    const linked = findAll(byline, hasName('a')).filter((link) =>
      /author|people|profile|staff|user|by\//iu.test(attributeOf(link, 'href')),
    );
    const found = linked.length > 0 ? linked.map(clippedText) : splitNames(clippedText(byline));
    if (found.some((name) => cleanName(name) !== '')) return found;
  }
  const profile = findFirst(
    page,
    (element) => element.tagName === 'a' && AUTHOR_PAGE.test(attributeOf(element, 'href')),
  );
  return profile ? splitNames(clippedText(profile)) : [];
}

function nameIn(element: Element): string {
  const name = findFirst(element, (one) => /\bname\b/iu.test(attributeOf(one, 'itemProp')));
  return name ? attributeOf(name, 'content') || clippedText(name) : clippedText(element);
}

function isByline(element: Element): boolean {
  const names = `${attributeOf(element, 'className')} ${attributeOf(element, 'id')}`.replace(
    /([a-z])([A-Z])/gu,
    '$1-$2',
  );
  if (
    !/(?:^|[\s_-])(?:byline|by-line|author|authors|autor|auteur|autore|yazar|skribent|forfatter|kirjoittaja|redaktor|writer|post-author|entry-author|fn)(?:$|[\s_-])/iu.test(
      names,
    )
  )
    return false;
  if (/bio|box|image|avatar|photo|social|more|comment/iu.test(names)) return false;
  const { length } = clippedText(element);
  return length > 2 && length < 160;
}

/** Indexes of papers write the last name first. */
function firstNameFirst(name: string): string {
  const [last, first, ...others] = name.split(', ');
  return first === undefined || others.length > 0 ? name : `${first} ${last}`;
}

/** "By Ann Lee and Bo Chan" has two names. */
function splitNames(line: string): string[] {
  const bare = line.replace(/\s+/gu, ' ').trim().replace(BY, '');
  return bare
    .split(/\s*(?:;|、|，|\s(?:and|und|et|y|e|en|och|og|i|и|&)\s)\s*|\s*,\s+(?=\p{Lu}[\p{L}’'.-]+\s+\p{Lu})/u)
    .filter(Boolean);
}

function cleanName(name: string): string {
  const bare = name
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(BY, '')
    .replace(AFTER_NAME, '')
    .replace(/[,;:|]+$/u, '')
    .trim();
  return bare.length > MAX_NAME_CHARS || NO_NAME.test(bare) || !/\p{L}{2}|\p{Lo}/u.test(bare) ? '' : bare;
}
