// Finds dates in a text: absolute ones in any language with month names, relative ones in four languages.
import type { Article, Span } from '../../text/article.js';
import { relativeDateWords } from './relative-dates.js';
import { readTense, type Tense } from './tense.js';

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

type Dated = Pick<Article, 'language' | 'published'>;

/** Without a year and not clearly past or future, a date this close to the day of publication is in the nearest year. */
const NEAR_DAYS = 90;
const MID_MONTH = 15;

/**
 * The dates that are certain, in order, without overlap. "On Monday" is one only if it speaks of a single event, and if the
 * article has a date of its own. A day without a year gets one on the same conditions.
 * @param options.isWorkedOut whether relative dates and missing years are worked out. Default true
 */
export function findDates(
  text: string,
  article: Dated,
  { isWorkedOut = true }: { readonly isWorkedOut?: boolean } = {},
): readonly FoundDate[] {
  const { language } = article;
  const published = isWorkedOut ? readPublished(article.published) : undefined;
  const outside = withoutQuotes(text);
  const isRecurring = relativeDateWords(language)?.recurring.test(outside) ?? false;
  const yearOf: YearOf = (month, day, at) => {
    if (!published || isRecurring) return undefined;
    const tense = readTense(outside, language, at);
    const [year, distance] = nearestYear(month, day ?? MID_MONTH, published, tense);
    return tense === undefined && (day === undefined || distance > NEAR_DAYS) ? undefined : year;
  };
  const found = [...findAbsolute(text, language, yearOf), ...findYears(text, language)];
  // Next to a date, "on Monday" may be any Monday.
  if (published && !isRecurring && found.length === 0)
    found.push(...findRelative(outside, language, published, true));
  return withoutOverlap(found);
}

/** Every time that a text names, whether or not it is certain which day is meant: "on Saturday mornings". */
export function findTimes(text: string, { language }: Pick<Article, 'language'>): readonly Span[] {
  const found = [...findAbsolute(text, language, () => undefined), ...findYears(text, language)];
  return withoutOverlap([...found, ...findRelative(withoutQuotes(text), language, new Date(0), false)]);
}

function withoutOverlap(found: readonly FoundDate[]): readonly FoundDate[] {
  const kept: FoundDate[] = [];
  for (const date of found.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (kept.every(({ start, end }) => date.start >= end || date.end <= start)) kept.push(date);
  }
  return kept;
}

/** What somebody says has its own "today". */
const withoutQuotes = (text: string): string =>
  text.replace(/["“„«][^"“”„«»]*["”“»]/gu, (quoted) => ' '.repeat(quoted.length));

/** The day on which an article was published, in UTC; undefined if it can't be read. */
export function readPublished(published: string | undefined): Date | undefined {
  const day = /^(\d{4}-\d{2}-\d{2})/.exec(published ?? '')?.[1];
  const time = day === undefined ? Date.parse(published ?? '') : Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(time) ? undefined : new Date(time);
}

/** The year of a day at an offset that has none; undefined if it isn't certain. */
type YearOf = (month: number, day: number | undefined, at: number) => string | undefined;

function findAbsolute(text: string, language: string, yearOf: YearOf): FoundDate[] {
  const months = monthsOf(language);
  const names = [...months.keys()]
    .sort((a, b) => b.length - a.length)
    .map(escapeRegExp)
    .join('|');
  // "in May", but not "in may".
  const capitalized = names.replace(/(?<=^|\|)\p{L}/gu, (letter) => letter.toUpperCase());
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
        `(?<=(?<!\\p{L})(?:in|by|until|since|from|in late|in early|in mid|last|next|im|seit|bis|ab|en|desde|hasta|depuis|dès|fin|début) )(${language === 'en' || language === 'de' ? capitalized : names})(?![\\p{L}\\p{N}])`,
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
      const full = year ?? yearOf(m, d || undefined, match.index);
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

/** The year that puts a day closest to the day of publication, on the side that the tense says. In days. */
function nearestYear(
  month: number,
  day: number,
  published: Date,
  tense: Tense | undefined,
): readonly [year: string, distance: number] {
  const own = published.getUTCFullYear();
  const distances = [own - 1, own, own + 1].map((year) => {
    const days = (Date.UTC(year, month - 1, day) - published.getTime()) / DAY_MS;
    // "in March" may be this month, before and after today.
    const isWrongSide = tense === 'past' ? days > MID_MONTH : tense === 'future' && days < -MID_MONTH;
    return [String(year), isWrongSide ? Number.POSITIVE_INFINITY : Math.abs(days)] as const;
  });
  return distances.reduce((best, one) => (one[1] < best[1] ? one : best));
}

/** @param isCertain only those that speak of a single event */
function findRelative(text: string, language: string, published: Date, isCertain: boolean): FoundDate[] {
  const words = relativeDateWords(language);
  if (!words) return [];
  const at = (days: number) => new Date(published.getTime() + days * DAY_MS).toISOString().slice(0, 10);
  const found: FoundDate[] = [];
  for (const [pattern, days] of words.days) {
    for (const { 0: word, index } of text.matchAll(pattern)) {
      // "Today" is also used for these times.
      if (isCertain && days >= 0 && readTense(text, language, index) === undefined) continue;
      found.push({ start: index, end: index + word.length, date: at(days), isRelative: true });
    }
  }
  for (const match of text.matchAll(words.weekday)) {
    const [word, lead = '', name = ''] = match;
    const weekday = words.weekdays.indexOf(name.toLowerCase());
    const tense = readTense(text, language, match.index);
    if (weekday < 0 || (isCertain && tense === undefined && !words.exact.test(lead))) continue;
    const back = (published.getUTCDay() - weekday + 7) % 7;
    const isNext = words.next.test(lead) || (tense === 'future' && !words.last.test(lead));
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
