// Finds dates in a text: absolute ones in any language with month names, relative ones in four languages.
import type { Article, Span } from '../../text/article.js';
import { relativeDateWords } from './relative-dates.js';

/** A date in a text. */
export interface FoundDate extends Span {
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; without a year, if none is known, `--MM` or `--MM-DD`. */
  readonly date: string;
  /** It was worked out from the article's own date. */
  readonly isRelative: boolean;
}

const DAY_MS = 86_400_000;
const MONTHS_PER_YEAR = 12;
const monthTables = new Map<string, ReadonlyMap<string, number>>();

/** In order, without overlap. A relative date is only found if the article has a date of its own. */
export function findDates(
  text: string,
  article: Pick<Article, 'language' | 'published'>,
): readonly FoundDate[] {
  const published = readPublished(article.published);
  // What somebody says has its own "today".
  const outside = text.replace(/["“„«][^"“”„«»]*["”“»]/gu, (quoted) => ' '.repeat(quoted.length));
  const found = [...findAbsolute(text, article.language, published), ...findYears(text, article.language)];
  if (published) found.push(...findRelative(outside, article.language, published));
  const kept: FoundDate[] = [];
  for (const date of found.sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (kept.every(({ start, end }) => date.start >= end || date.end <= start)) kept.push(date);
  }
  return kept;
}

/** The day on which an article was published, in UTC; undefined if it can't be read. */
export function readPublished(published: string | undefined): Date | undefined {
  const day = /^(\d{4}-\d{2}-\d{2})/.exec(published ?? '')?.[1];
  const time = day === undefined ? Date.parse(published ?? '') : Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(time) ? undefined : new Date(time);
}

function findAbsolute(text: string, language: string, published: Date | undefined): FoundDate[] {
  const months = monthsOf(language);
  const names = [...months.keys()]
    .sort((a, b) => b.length - a.length)
    .map(escapeRegExp)
    .join('|');
  const day = String.raw`(\d{1,2})(?:st|nd|rd|th|\.|er|º)?`;
  const patterns: readonly [RegExp, (match: RegExpMatchArray) => (string | undefined)[]][] = [
    [/(?<![\p{N}-])(\d{4})-(\d{2})-(\d{2})(?![\p{N}-])/gu, ([, year, month, date]) => [year, month, date]],
    [
      /(?<![\p{N}.])(\d{1,2})\.(\d{1,2})\.(\d{4})(?![\p{N}.])/gu,
      ([, date, month, year]) => [year, month, date],
    ],
    [
      new RegExp(
        `(?<![\\p{L}\\p{N}])${day}(?: of| de| d['’])?\\s+(${names})\\.?(?:,?(?: de| del)?\\s+(\\d{4}))?(?![\\p{L}\\p{N}])`,
        'giu',
      ),
      ([, date, month, year]) => [year, String(months.get((month ?? '').toLowerCase()) ?? ''), date],
    ],
    [
      new RegExp(
        `(?<![\\p{L}\\p{N}])(${names})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?(?!\\d)(?:,?\\s+(\\d{4}))?(?![\\p{L}\\p{N}])`,
        'giu',
      ),
      ([, month, date, year]) => [year, String(months.get((month ?? '').toLowerCase()) ?? ''), date],
    ],
    [
      new RegExp(`(?<![\\p{L}\\p{N}])(${names})(?: de)?\\s+(\\d{4})(?![\\p{L}\\p{N}])`, 'giu'),
      ([, month, year]) => [year, String(months.get((month ?? '').toLowerCase()) ?? ''), undefined],
    ],
    [
      new RegExp(
        `(?<=(?<!\\p{L})(?:in|by|until|since|from|in late|in early|in mid|last|next|im|seit|bis|ab|en|desde|hasta|depuis|dès|fin|début) )(${names})(?![\\p{L}\\p{N}])`,
        'gu',
      ),
      ([, month]) => [undefined, String(months.get((month ?? '').toLowerCase()) ?? ''), undefined],
    ],
  ];
  return patterns.flatMap(([pattern, read]) =>
    [...text.matchAll(pattern)].flatMap((match): FoundDate[] => {
      const [year, month, date] = read(match);
      const [m, d] = [Number(month), Number(date)];
      if (!(m >= 1 && m <= MONTHS_PER_YEAR) || (date !== undefined && !(d >= 1 && d <= 31))) return [];
      const rest = date === undefined ? pad(m) : `${pad(m)}-${pad(d)}`;
      const full = year ?? nearestYear(m, d || 15, published);
      return [
        {
          ...{ start: match.index, end: match.index + match[0].length },
          date: full === undefined ? `--${rest}` : `${full}-${rest}`,
          isRelative: false,
        },
      ];
    }),
  );
}

/** A year that stands alone: behind a preposition, or in German between other words. */
function findYears(text: string, language: string): FoundDate[] {
  const pattern = language === 'de' ? GERMAN_YEAR : YEAR;
  return [...text.matchAll(pattern)].map(({ 0: year, index }) => ({
    ...{ start: index, end: index + year.length, date: year, isRelative: false },
  }));
}

const GERMAN_YEAR = /(?<=\p{L} )(?:1[5-9]|20)\d\d(?= \p{Ll}|[.,;])/gu;
const YEAR =
  /(?<=(?<!\p{L})(?:in|since|until|by|before|after|from|im Jahr|Jahr|seit|bis|ab|vor|nach|en|desde|hasta|depuis|dès|avant|après|nel|dal|em) )((?:1[5-9]|20)\d\d)(?![\p{L}\p{N}-])/giu;

/** The year that puts a day closest to the day of publication. */
function nearestYear(month: number, day: number, published: Date | undefined): string | undefined {
  if (!published) return undefined;
  const own = published.getUTCFullYear();
  const distance = (year: number) => Math.abs(Date.UTC(year, month - 1, day) - published.getTime());
  const best = [own, own - 1, own + 1].sort((a, b) => distance(a) - distance(b))[0] ?? own;
  return String(best);
}

function findRelative(text: string, language: string, published: Date): FoundDate[] {
  const words = relativeDateWords(language);
  if (!words) return [];
  const at = (days: number) => new Date(published.getTime() + days * DAY_MS).toISOString().slice(0, 10);
  const found: FoundDate[] = [];
  for (const [pattern, days] of words.days) {
    for (const { 0: word, index } of text.matchAll(pattern))
      found.push({ start: index, end: index + word.length, date: at(days), isRelative: true });
  }
  const isFuture = words.future.test(text);
  for (const match of text.matchAll(words.weekday)) {
    const [word, lead = '', name = ''] = match;
    const weekday = words.weekdays.indexOf(name.toLowerCase());
    if (weekday < 0) continue;
    const back = (published.getUTCDay() - weekday + 7) % 7;
    const isNext = words.next.test(lead) || (isFuture && !words.last.test(lead));
    const days = isNext ? (back === 0 ? 0 : 7 - back) : words.last.test(lead) && back === 0 ? -7 : -back;
    found.push({ start: match.index, end: match.index + word.length, date: at(days), isRelative: true });
  }
  return found;
}

/** Month names in lower case, long and short, by number from 1. */
function monthsOf(language: string): ReadonlyMap<string, number> {
  const known = monthTables.get(language);
  if (known) return known;
  const table = new Map<string, number>();
  const locale = /^[a-z]{2,3}$/.test(language) && language !== 'und' ? language : 'en';
  for (const style of ['long', 'short'] as const) {
    for (const withDay of [false, true]) {
      const format = new Intl.DateTimeFormat(locale, {
        month: style,
        timeZone: 'UTC',
        ...(withDay ? { day: 'numeric' } : {}),
      });
      for (let month = 0; month < MONTHS_PER_YEAR; month += 1) {
        const parts = format.formatToParts(Date.UTC(2030, month, 3));
        const name =
          parts
            .find(({ type }) => type === 'month')
            ?.value.toLowerCase()
            .replace(/\.$/u, '') ?? '';
        if (/\p{L}{3}/u.test(name) && !table.has(name)) table.set(name, month + 1);
      }
    }
  }
  monthTables.set(language, table);
  return table;
}

const pad = (number: number): string => String(number).padStart(2, '0');
const escapeRegExp = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
