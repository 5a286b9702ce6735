// Reads when an article was published.
import type { Element, Root } from 'hast';
import { attributeOf, clippedText, findAll, hasName } from '../tree.js';
import { lineOf } from './json-ld.js';
import { articleValue, metaValue, type PageMeta } from './page-meta.js';

/** A date stands at the start of its line. */
const MAX_DATE_CHARS = 200;
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const OTHER_DATE = /modif|updat|revis|review|expir|valid|event|birth|aktualisiert|maj|mise-a-jour/iu;

/** The publication date: ISO 8601 if it can be told, otherwise as the page writes it. */
export function readPublished(page: Root, meta: PageMeta, lines: readonly string[]): string | undefined {
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
    const read = toIsoDate(date);
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

/**
 * A date as ISO 8601, with its time if it has one. Text around it is skipped. Undefined if there is no date with a
 * year, or if day and month can't be told apart.
 */
export function toIsoDate(text: string): string | undefined {
  const line = text.slice(0, MAX_DATE_CHARS).replace(/\s+/gu, ' ').trim();
  const iso =
    /\b(\d{4})-(\d{2})(?:-(\d{2}))?(?:[T ](\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?\s?(Z|[+-]\d{2}:?\d{2})?)?/u.exec(
      line,
    );
  if (iso) {
    const [, year, month, day, time, zone = ''] = iso;
    const date = day === undefined ? `${year}-${month}` : makeDate(year, month, day);
    return time === undefined || date === undefined
      ? date
      : `${date}T${time}${zone.replace(/^([+-]\d{2})(\d{2})$/u, '$1:$2')}`;
  }
  const compact = /^(\d{4})(\d{2})(\d{2})(?:\d{6})?$/u.exec(line);
  if (compact) return makeDate(compact[1], compact[2], compact[3]);
  const yearFirst = /(\d{4})\s?[年년./-]\s?(\d{1,2})\s?[月월./-]\s?(\d{1,2})/u.exec(line);
  if (yearFirst) return makeDate(yearFirst[1], yearFirst[2], yearFirst[3]);
  const named =
    /(\d{1,2})(?:st|nd|rd|th|er|º|\.)?\s+(?:de\s+)?(\p{L}{3,})\.?,?\s+(?:de\s+)?(\d{4})/iu.exec(line) ??
    swap(/(\p{L}{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})/iu.exec(line));
  if (named) {
    const month = monthNumber(named[2] ?? '');
    return month === undefined ? undefined : makeDate(named[3], String(month), named[1]);
  }
  const numeric = /\b(\d{1,2})([./])(\d{1,2})\2(\d{4})\b/u.exec(line);
  if (!numeric) return undefined;
  const [, first, separator, second, year] = numeric;
  if (separator === '.' || Number(first) > 12) return makeDate(year, second, first);
  return Number(second) > 12 ? makeDate(year, first, second) : undefined;
}

function swap(match: RegExpExecArray | null): readonly (string | undefined)[] | undefined {
  return match ? [match[0], match[2], match[1], match[3]] : undefined;
}

let monthNames: Map<string, number> | undefined;

/** A month by its name in a widespread language. */
function monthNumber(name: string): number | undefined {
  monthNames ??= new Map(
    [
      'en',
      'de',
      'fr',
      'es',
      'it',
      'pt',
      'nl',
      'pl',
      'ru',
      'uk',
      'sv',
      'da',
      'nb',
      'fi',
      'cs',
      'tr',
      'ro',
      'hu',
      'el',
      'ar',
      'he',
      'id',
      'vi',
    ].flatMap((language) =>
      MONTHS.flatMap((_month, index) =>
        [
          { month: 'long' },
          { month: 'short' },
          { day: 'numeric', month: 'long' },
          { day: 'numeric', month: 'short' },
        ].map((options): [string, number] => {
          const format = new Intl.DateTimeFormat(`${language}-u-ca-gregory`, {
            ...(options as Intl.DateTimeFormatOptions),
            timeZone: 'UTC',
          });
          const part = format
            .formatToParts(new Date(Date.UTC(2024, index, 15)))
            .find(({ type }) => type === 'month');
          return [(part?.value ?? '').toLowerCase().replace(/\.$/u, '').normalize(), index + 1];
        }),
      ),
    ),
  );
  const key = name.toLowerCase().normalize();
  return (
    monthNames.get(key) ?? monthNames.get(key.replace(/^(?:ב|ה)/u, '')) ?? (key === 'sept' ? 9 : undefined)
  );
}

function makeDate(year = '', month = '', day = ''): string | undefined {
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  const isPlausible = y >= 1000 && y < 2200 && m >= 1 && m <= 12 && d >= 1 && d <= 31;
  return isPlausible ? `${year}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}` : undefined;
}
