// Finds dates in a text, in any order of day, month and year. Month and weekday names come from CLDR, through `Intl`.

/** A date, with the parts that the text gives. */
export interface DateMention {
  readonly start: number;
  readonly end: number;
  readonly year?: number | undefined;
  /** 1 to 12. */
  readonly month?: number | undefined;
  readonly day?: number | undefined;
  /** Whether day and month may be the other way round, as in "03/04/2031". */
  readonly swapped?: boolean | undefined;
  /** 0 is Sunday. */
  readonly weekday?: number | undefined;
}

interface CalendarNames {
  readonly months: ReadonlyMap<string, number>;
  readonly shortMonths: ReadonlyMap<string, number>;
  readonly weekdays: ReadonlyMap<string, number>;
}

const NUMERIC =
  /(?<![\d./-])(?:(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})|(\d{1,2})([-/.])(\d{1,2})\5(\d{4}|\d{2}))(?![\d/-])/gu;
const CHINESE = /(?:(\d{4})\s?年)?\s?(\d{1,2})\s?月(?:\s?(\d{1,2})\s?日)?/gu;
const WORD = /[\p{L}\p{M}]+/gu;
/** A day before a month name: "3rd of", "3. ", "3 de ". */
const DAY_BEFORE = /(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|\.|º|ª)?(?:\s+(?:of|de|di|del|a))?(?:[\s\u00A0]+|-)$/u;
const DAY_AFTER = /^\.?[\s\u00A0]+(?:the\s+)?(\d{1,2})(?:st|nd|rd|th)?(?![\d:.]\d|\d|,\d|%)/u;
const YEAR_AFTER = /^\.?,?[\s\u00A0]+(?:(?:of|de|del|in)\s+)?(\d{4})(?!\d)/u;
/** Month and weekday names that are also common words. They count only next to a number or after a preposition. */
const AMBIGUOUS_NAMES = new Set([
  'may',
  'march',
  'mars',
  'mai',
  'sat',
  'sun',
  'mon',
  'mar',
  'dec',
  'jan',
  'mart',
]);
const DATE_PREPOSITION =
  /(?:^|\s)(?:in|of|since|until|till|by|last|next|this|early|late|mid|and|en|im|seit|bis)[\s-]$/iu;

const MAX_DAY = 31;

const cache = new Map<string, CalendarNames>();

/** Finds the dates of a text, in order. A year alone is a number, not a date. */
export function readDates(text: string, language: string): readonly DateMention[] {
  return [...readNumeric(text), ...readNamed(text, language)].sort((a, b) => a.start - b.start);
}

/**
 * Whether `other` has every part that `date` has.
 * @param hasNumber whether a number is in the text; used for the year if `other` has none
 */
export function isSameDate(
  date: DateMention,
  other: DateMention,
  hasNumber: (year: number) => boolean,
): boolean {
  if (date.weekday !== undefined) return date.weekday === other.weekday;
  const readings = other.swapped ? [other, swap(other)] : [other];
  return (date.swapped ? [date, swap(date)] : [date]).some((one) =>
    readings.some(
      ({ year, month, day }) =>
        one.month === month &&
        (one.day === undefined || one.day === day) &&
        (one.year === undefined || one.year === year || (year === undefined && hasNumber(one.year))),
    ),
  );
}

function swap({ day, month, ...date }: DateMention): DateMention {
  return { ...date, day: month, month: day };
}

function* readNumeric(text: string): Iterable<DateMention> {
  for (const match of text.matchAll(NUMERIC)) {
    const place = { start: match.index, end: match.index + match[0].length };
    const [, isoYear, isoMonth, isoDay, first, , second, year] = match;
    if (isoYear !== undefined) {
      const [month, day] = [Number(isoMonth), Number(isoDay)];
      if (month >= 1 && month <= 12 && day >= 1 && day <= 31)
        yield { ...place, year: Number(isoYear), month, day };
      continue;
    }
    const [a, b] = [Number(first), Number(second)];
    const full = year?.length === 2 ? 2000 + Number(year) : Number(year);
    if (Math.min(a, b) < 1 || Math.min(a, b) > 12 || Math.max(a, b) > 31) continue;
    if (a > 12) yield { ...place, day: a, month: b, year: full };
    else if (b > 12) yield { ...place, day: b, month: a, year: full };
    else yield { ...place, day: a, month: b, year: full, swapped: true };
  }
  for (const { 0: whole, 1: year, 2: month, 3: day, index } of text.matchAll(CHINESE)) {
    yield {
      ...{ start: index, end: index + whole.length, month: Number(month) },
      ...(year === undefined ? {} : { year: Number(year) }),
      ...(day === undefined ? {} : { day: Number(day) }),
    };
  }
}

function* readNamed(text: string, language: string): Iterable<DateMention> {
  const { months, shortMonths, weekdays } = calendarNamesFor(language);
  for (const { 0: surface, index } of text.matchAll(WORD)) {
    const lower = surface.toLowerCase();
    const end = index + surface.length;
    const weekday = weekdays.get(lower);
    if (weekday !== undefined) {
      yield { start: index, end, weekday };
      continue;
    }
    const month = months.get(lower) ?? shortMonths.get(lower);
    if (month === undefined) continue;
    const ahead = DAY_BEFORE.exec(text.slice(Math.max(0, index - 12), index));
    const before = ahead && Number(ahead[1]) <= MAX_DAY ? ahead : null;
    const behind = before ? null : DAY_AFTER.exec(text.slice(end));
    // In "March 86", the number isn't a day.
    const after = behind && Number(behind[1]) <= MAX_DAY ? behind : null;
    const dayEnd = after ? end + after[0].length : end;
    const year = YEAR_AFTER.exec(text.slice(dayEnd));
    const isBare = !before && !after && !year;
    if (isBare) {
      const followsPreposition = /^\p{Lu}/u.test(surface) && DATE_PREPOSITION.test(text.slice(0, index));
      if (!months.has(lower) || (AMBIGUOUS_NAMES.has(lower) && !followsPreposition)) continue;
      if (language === 'en' && /^\p{Ll}/u.test(surface) && AMBIGUOUS_NAMES.has(lower)) continue;
    }
    const day = Number((before ?? after)?.[1]);
    yield {
      start: before ? index - before[0].length : index,
      end: year ? dayEnd + year[0].length : dayEnd,
      month,
      ...(day >= 1 && day <= MAX_DAY ? { day } : {}),
      ...(year ? { year: Number(year[1]) } : {}),
    };
  }
}

function calendarNamesFor(language: string): CalendarNames {
  const locale = language === 'und' ? 'en' : language;
  const cached = cache.get(locale);
  if (cached) return cached;
  const [months, shortMonths, weekdays] = [new Map(), new Map(), new Map()] as Map<string, number>[] as [
    Map<string, number>,
    Map<string, number>,
    Map<string, number>,
  ];
  const add = (
    table: Map<string, number>,
    type: string,
    options: Intl.DateTimeFormatOptions,
    date: Date,
    value: number,
  ) => {
    const parts = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).formatToParts(date);
    const name = (parts.find((part) => part.type === type)?.value ?? '').toLowerCase().replace(/\.$/u, '');
    if (/^[\p{L}\p{M}]{3,}$/u.test(name) && !table.has(name)) table.set(name, value);
  };
  for (let month = 1; month <= 12; month += 1) {
    const date = new Date(Date.UTC(2020, month - 1, 15));
    add(months, 'month', { month: 'long' }, date, month);
    // After a day, a month name may have another case: "март", but "3 марта".
    add(months, 'month', { month: 'long', day: 'numeric' }, date, month);
    add(shortMonths, 'month', { month: 'short' }, date, month);
    add(shortMonths, 'month', { month: 'short', day: 'numeric' }, date, month);
  }
  if (locale === 'en') shortMonths.set('sept', 9);
  for (let day = 0; day < 7; day += 1) {
    // 5 January 2020 was a Sunday.
    add(weekdays, 'weekday', { weekday: 'long' }, new Date(Date.UTC(2020, 0, 5 + day)), day);
  }
  const names = { months, shortMonths, weekdays };
  cache.set(locale, names);
  return names;
}
