// Reads dates as people and pages write them.

/** A date stands at the start of its line. */
const MAX_DATE_CHARS = 200;
const MONTHS = 12;
/** More than there are locales in use. */
const MAX_KNOWN_ORDERS = 500;
/** Languages whose names of months and weekdays are known. Austria has a January of its own. */
const LANGUAGES = [
  ...[
    'en',
    'de',
    'de-AT',
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
  ],
  ...['ro', 'hu', 'el', 'ar', 'he', 'id', 'vi'],
];
/** Short forms that `Intl` doesn't have. */
const OTHER_MONTHS = [
  ['sept', 9],
  ['setiembre', 9],
  ['mrz', 3],
  ['maerz', 3],
] as const;
/** What may stand next to a date without changing it: "am Montag, den 3. März 2031 um 10:30 Uhr". */
const FILLERS = new Set('on at of the am um den der dem le la el a las à de del du il em г'.split(' '));
const TIME =
  /(?<!\p{N})\d{1,2}(?:[:.h]\d{2}(?::\d{2})?\s?(?:[ap]\.?m\.?|uhr|h)?|\s?(?:[ap]\.?m\.?|uhr|h))(?!\p{L})/giu;
const ZONE = /(?:^|\s)(?:Z|UTC|GMT|(?:UTC|GMT)?[+-]\d{2}:?\d{2})(?=\s|$)/gu;

/**
 * The date that a line begins with, whatever stands around it: ISO 8601, with its time if it has one. Undefined if there is
 * none with a year, or if day and month can't be told apart.
 * @param locale a BCP 47 tag that says how 05/03/2024 is meant: as 5 March for `de` and `en-GB`, as May 3 for `en-US`, and
 * as neither for `en`
 */
export function findDate(text: string, locale?: string): string | undefined {
  return matchDate(toLine(text), locale)?.date;
}

/**
 * A text that is a date and nothing else, in ISO 8601: a day, with its time if it is written in ISO 8601, or a month or year
 * alone. Undefined if it says something else, or if day and month can't be told apart.
 */
export function readDate(text: string): string | undefined {
  const line = toLine(text);
  const [, name = '', year] = /^(\p{L}{3,})\.?,?\s+(?:del?\s+|of\s+)?(\d{4})$/iu.exec(line) ?? [];
  const month = monthNumber(name);
  if (month !== undefined) return makeDate(year, month);
  if (/^\d{4}$/u.test(line)) return makeDate(line);
  const found = matchDate(line);
  if (!found) return undefined;
  const around = `${line.slice(0, found.start)} ${line.slice(found.end)}`
    .replace(TIME, ' ')
    .replace(ZONE, ' ');
  const words = around.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.every((word) => FILLERS.has(word) || names().weekdays.has(fold(word)))
    ? found.date
    : undefined;
}

function toLine(text: string): string {
  return text.slice(0, MAX_DATE_CHARS).replace(/\s+/gu, ' ').trim();
}

interface FoundDate {
  readonly date: string;
  readonly start: number;
  readonly end: number;
}

function matchDate(line: string, locale?: string): FoundDate | undefined {
  const at = (match: RegExpExecArray, date: string | undefined): FoundDate | undefined =>
    date === undefined ? undefined : { date, start: match.index, end: match.index + match[0].length };
  const iso =
    /\b(\d{4})-(\d{2})(?:-(\d{2}))?(?:[T ](\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?\s?(Z|[+-]\d{2}:?\d{2})?)?/u.exec(
      line,
    );
  if (iso) {
    const [, year, month, day, time, zone = ''] = iso;
    const date = makeDate(year, Number(month), day === undefined ? undefined : Number(day));
    const isTimed = time !== undefined && date !== undefined;
    return at(iso, isTimed ? `${date}T${time}${zone.replace(/^([+-]\d{2})(\d{2})$/u, '$1:$2')}` : date);
  }
  const numbers =
    /^(\d{4})(\d{2})(\d{2})(?:\d{6})?$/u.exec(line) ??
    /(\d{4})\s?[년年./-]\s?(\d{1,2})\s?[月월./-]\s?(\d{1,2})(?:\s?[일日])?/u.exec(line);
  if (numbers) return at(numbers, makeDate(numbers[1], Number(numbers[2]), Number(numbers[3])));
  const dayFirst =
    /(\d{1,2})(?:st|nd|rd|th|er|\.?º|\.)?(?:[\s-]+|(?<=\.))(?:(?:de|of)\s+)?(\p{L}{3,})\.?,?[\s-]+(?:del?\s+)?(\d{4})/iu.exec(
      line,
    );
  if (dayFirst) {
    const [, day, name = '', year] = dayFirst;
    const month = monthNumber(name);
    return at(dayFirst, month === undefined ? undefined : makeDate(year, month, Number(day)));
  }
  const monthFirst = /(\p{L}{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})/iu.exec(line);
  if (monthFirst) {
    const [, name = '', day, year] = monthFirst;
    const month = monthNumber(name);
    return at(monthFirst, month === undefined ? undefined : makeDate(year, month, Number(day)));
  }
  const numeric = /\b(\d{1,2})([./-])(\d{1,2})\2(\d{4})\b/u.exec(line);
  return numeric ? at(numeric, readNumeric(numeric, locale)) : undefined;
}

/** Points stand between day and month; slashes and hyphens also between month and day. */
function readNumeric(
  [, one, separator, other, year]: RegExpExecArray,
  locale: string | undefined,
): string | undefined {
  const [first, second] = [Number(one), Number(other)];
  if (separator === '.' || first > MONTHS || first === second) return makeDate(year, second, first);
  if (second > MONTHS) return makeDate(year, first, second);
  const order = locale === undefined ? undefined : readDateOrder(locale);
  if (order === undefined) return undefined;
  return order === 'day month' ? makeDate(year, second, first) : makeDate(year, first, second);
}

const orders = new Map<string, 'day month' | 'month day' | undefined>();

/**
 * What comes first in a date of numbers with the year at its end, by the Unicode locale data (CLDR). Undefined where the
 * year comes first, and for English of no region, because it differs between regions.
 */
function readDateOrder(locale: string): 'day month' | 'month day' | undefined {
  if (orders.has(locale)) return orders.get(locale);
  const order = orderOf(locale);
  if (orders.size < MAX_KNOWN_ORDERS) orders.set(locale, order);
  return order;
}

function orderOf(tag: string): 'day month' | 'month day' | undefined {
  try {
    const { language, region } = new Intl.Locale(tag);
    // Scripts change nothing here, and with one, not every region is known.
    const locale = region === undefined ? language : `${language}-${region}`;
    const format = new Intl.DateTimeFormat(`${locale}-u-ca-gregory`, {
      ...{ day: 'numeric', month: 'numeric', year: 'numeric', timeZone: 'UTC' },
    });
    const known = new Intl.Locale(format.resolvedOptions().locale);
    // An unknown language gets the system's order, and an unknown region of English the American one.
    if (known.language !== language) return undefined;
    if (language === 'en' && (region === undefined || known.region !== region)) return undefined;
    const parts = format.formatToParts(0).flatMap(({ type }) => (type === 'literal' ? [] : [type]));
    const [first, second] = parts;
    if (first === 'day' && second === 'month') return 'day month';
    return first === 'month' && second === 'day' ? 'month day' : undefined;
  } catch {
    return undefined;
  }
}

/** A month by its name in a widespread language, with or without accents. */
function monthNumber(name: string): number | undefined {
  const { months } = names();
  const key = name.toLowerCase().normalize();
  return months.get(key) ?? months.get(key.replace(/^(?:ב|ה)/u, '')) ?? months.get(fold(key));
}

interface Names {
  /** In lower case, and without accents where that is no other month. */
  readonly months: ReadonlyMap<string, number>;
  /** Without accents. */
  readonly weekdays: ReadonlySet<string>;
}

let known: Names | undefined;

function names(): Names {
  known ??= readNames();
  return known;
}

function readNames(): Names {
  const months = new Map<string, number>(OTHER_MONTHS);
  const weekdays = new Set<string>();
  const partOf = (language: string, options: Intl.DateTimeFormatOptions, date: number): string => {
    const format = new Intl.DateTimeFormat(`${language}-u-ca-gregory`, { ...options, timeZone: 'UTC' });
    const type = options.month ? 'month' : 'weekday';
    const part = format.formatToParts(date).find((one) => one.type === type);
    return (part?.value ?? '').toLowerCase().replace(/\.$/u, '').normalize();
  };
  for (const language of LANGUAGES)
    for (const width of ['long', 'short'] as const) {
      for (let month = 1; month <= MONTHS; month += 1) {
        const date = Date.UTC(2024, month - 1, 15);
        // Some languages decline a month that has a day.
        months.set(partOf(language, { month: width }, date), month);
        months.set(partOf(language, { day: 'numeric', month: width }, date), month);
      }
      for (let day = 1; day <= 7; day += 1)
        for (const word of partOf(language, { weekday: width }, Date.UTC(2024, 0, day)).match(/\p{L}+/gu) ??
          [])
          weekdays.add(fold(word));
    }
  for (const [name, month] of [...months]) if (!months.has(fold(name))) months.set(fold(name), month);
  return { months, weekdays };
}

function fold(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '');
}

/** A day, or a month or a year alone. Undefined if there is no such day. */
function makeDate(year: string | undefined, month?: number, day?: number): string | undefined {
  const time = new Date(Date.UTC(Number(year), (month ?? 1) - 1, day ?? 1));
  const isReal = time.getUTCMonth() + 1 === (month ?? 1) && time.getUTCDate() === (day ?? 1);
  const isPlausible = Number(year) >= 1000 && Number(year) < 2200;
  if (!isReal || !isPlausible) return undefined;
  const parts = [month, day].flatMap((part) => (part === undefined ? [] : String(part).padStart(2, '0')));
  return [year, ...parts].join('-');
}
