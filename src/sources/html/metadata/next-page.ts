// Finds the next page of an article that is spread over several pages.
import type { Element, Root } from 'hast';
import { attributeOf, clippedText, findAll, hasName } from '../tree.js';
import { type PageMeta, resolveUrl } from './page-meta.js';

const PAGE_PARAMETER =
  /^(?:page|p|pg|paged|seite|pagina|página|start|offset|pageno|page_?num(?:ber)?|part|s)$/iu;
const PAGE_SUFFIX =
  /(?:\/(?:page|p|pg|seite|part|teil)?[-_/]?|[-_,.](?:page|p|pg|seite|part|teil|s)?[-_]?)(\d{1,3})(\.\w{2,5})?\/?$/iu;
const MAX_LINKS = 300;
const NEXT_LABEL =
  /^(?:next(?: page)?|continue(?: reading)?|(?:auf )?(?:die )?nächste seite|weiter|(?:page )?suivante?|siguiente|página siguiente|avanti|pagina successiva|próxima(?: página)?|volgende|następna(?: strona)?|следующая(?: страница)?|далее|下一[页頁]|次(?:の|へ|のページ)?(?:ページ)?(?:へ)?|다음(?: ?페이지)?|التالي|הבא|page \d+|\d+)\s*[»›→>]*$|^[»›→>]$/iu;

/**
 * The address of the next page of the same article. Undefined if this is the last one. A link to the next article,
 * which many blogs also call `next`, doesn't count: both addresses must differ in their page number alone.
 */
export function readNextUrl(page: Root, meta: PageMeta): string | undefined {
  const isRelNext = (link: Element) => /(?:^|\s)next(?:\s|$)/iu.test(attributeOf(link, 'rel'));
  const anchors = findAll(page, hasName('a'));
  const marked = [...meta.links.filter(isRelNext), ...anchors.filter(isRelNext)];
  const labelled = anchors.filter(
    (link) => NEXT_LABEL.test(clippedText(link)) || NEXT_LABEL.test(attributeOf(link, 'ariaLabel')),
  );
  for (const link of [...marked, ...labelled].slice(0, MAX_LINKS)) {
    const url = resolveUrl(attributeOf(link, 'href'), meta.base);
    if (url !== undefined && isNextPage(meta.url, url)) return url;
  }
  return undefined;
}

/** Whether two addresses differ in their page number alone, and the second one's is higher by one. */
export function isNextPage(from: string, to: string): boolean {
  const candidates = readPageNumbers(to);
  const current = [...readPageNumbers(from), { base: withoutNumber(from), number: 1, kind: 'first' }];
  return candidates.some(({ base, number }) =>
    current.some((one) => one.base === base && number === one.number + 1),
  );
}

interface Numbered {
  /** The address without its page number. */
  readonly base: string;
  readonly number: number;
}

/** The ways to read an address as one with a page number. */
function readPageNumbers(address: string): Numbered[] {
  const url = new URL(address);
  const found: Numbered[] = [];
  for (const [name, value] of url.searchParams) {
    if (!PAGE_PARAMETER.test(name) || !/^\d{1,4}$/.test(value)) continue;
    const bare = new URL(url);
    bare.searchParams.delete(name);
    found.push({ base: withoutNumber(bare.href), number: Number(value) });
  }
  const suffix = PAGE_SUFFIX.exec(url.pathname);
  if (suffix) {
    const bare = new URL(url);
    bare.pathname = url.pathname.slice(0, suffix.index) + (suffix[2] ?? '');
    found.push({ base: withoutNumber(bare.href), number: Number(suffix[1]) });
  }
  return found;
}

function withoutNumber(address: string): string {
  const url = new URL(address);
  for (const name of [...url.searchParams.keys()])
    if (/^(?:utm_|fbclid|gclid|ref$|source$)/iu.test(name)) url.searchParams.delete(name);
  url.hash = '';
  url.searchParams.sort();
  return `${url.host.replace(/^www\./u, '')}${url.pathname.replace(/\/$/u, '')}${url.search}`;
}
