// Reads when an article was published.
import type { Element, Root } from 'hast';
import { findDate } from '../../../core/text/read-date.js';
import { attributeOf, clippedText, findAll, hasName } from '../tree.js';
import { lineOf } from './json-ld.js';
import { readPageLocale } from './language.js';
import { articleValue, metaValue, type PageMeta } from './page-meta.js';

const OTHER_DATE = /modif|updat|revis|review|expir|valid|event|birth|aktualisiert|maj|mise-a-jour/iu;

/** The publication date in ISO 8601. Undefined if the page names none, or if day and month can't be told apart. */
export function readPublished(page: Root, meta: PageMeta, lines: readonly string[]): string | undefined {
  const locale = readPageLocale(meta);
  const declared = [
    lineOf(articleValue(meta, 'datePublished', 'dateCreated', 'uploadDate')),
    metaValue(
      meta,
      ...[
        'article:published_time',
        'og:article:published_time',
        'og:published_time',
        'datepublished',
        'date',
        'pubdate',
        'publishdate',
        'publish-date',
      ],
      ...[
        'parsely-pub-date',
        'sailthru.date',
        'citation_publication_date',
        'citation_date',
        'citation_online_date',
        'article.published',
      ],
      ...[
        'dcterms.issued',
        'dcterms.created',
        'dcterms.date',
        'dc.date.issued',
        'dc.date',
        'dc.date.created',
      ],
    ) ?? '',
  ];
  for (const date of [...declared, ...datesInText(page), ...lines, ...dateInUrl(meta.url)]) {
    const read = findDate(date, locale);
    if (read !== undefined) return read;
  }
  return undefined;
}

/** As in `/2024/03/05/ferry`. */
function dateInUrl(url: string): string[] {
  const [, year, month, day] =
    /\/((?:19|20)\d{2})[/-]?(\d{2})[/-]?(\d{2})(?=\D|$)/u.exec(new URL(url).pathname) ?? [];
  return year === undefined ? [] : [`${year}-${month}-${day}`];
}

function datesInText(page: Root): string[] {
  const dateOf = (element: Element) =>
    attributeOf(element, 'dateTime') ||
    attributeOf(element, 'content') ||
    attributeOf(element, 'title') ||
    clippedText(element);
  const isPublished = (element: Element) =>
    /datePublished|dateCreated|pubdate/iu.test(
      `${attributeOf(element, 'itemProp')} ${'pubDate' in element.properties || 'pubdate' in element.properties ? 'pubdate' : ''}`,
    );
  const marked = findAll(page, isPublished);
  const times = findAll(page, hasName('time')).filter((time) => !OTHER_DATE.test(namesOf(time)));
  const named = findAll(page, (element) => {
    const names = namesOf(element);
    const isDate =
      /(?:^|[\s_-])(?:date|dates|pubdate|published|dateline|posted|timestamp|datum|fecha|time|postdate|submitted)(?:$|[\s_-])/iu.test(
        names,
      );
    return isDate && !OTHER_DATE.test(names) && clippedText(element).length < 120;
  });
  return [...marked.map(dateOf), ...times.map(dateOf), ...named.map(clippedText)];
}

function namesOf(element: Element): string {
  return ['className', 'id', 'itemProp', 'dataTestid'].map((name) => attributeOf(element, name)).join(' ');
}
