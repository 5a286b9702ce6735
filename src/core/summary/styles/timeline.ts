// What happened when: sentences with dates, in order of time.
import type { Candidate } from '../candidates.js';
import { type DraftLine, toLine } from '../line.js';
import { chooseLabelled } from '../selection/choose-labelled.js';
import { type FoundDate, findDates } from './dates.js';

/** Without a year, dates are put in order within one. */
const UNKNOWN_YEAR = '9999';

/** The label is the date: as it is written, or worked out if it is relative, such as "Monday". */
export function timelineLines(candidates: readonly Candidate[], maxLines: number): readonly DraftLine[] {
  const dated = candidates
    .flatMap((candidate) => {
      const [date] = findDates(candidate.text, candidate.article).toSorted(byPrecision);
      return date ? [{ candidate, date }] : [];
    })
    .sort((a, b) => b.candidate.score - a.candidate.score);
  const chosen = chooseLabelled(dated, {
    maxLines,
    compare: (a, b) =>
      compare(sortKey(a.date), sortKey(b.date)) || a.candidate.sentence.start - b.candidate.sentence.start,
  });
  return chosen.map(({ candidate, date }) =>
    toLine(candidate, labelOf(candidate, date), date.date.startsWith('--') ? undefined : date.date),
  );
}

/** The day says more than the year. */
function byPrecision(a: FoundDate, b: FoundDate): number {
  return precision(b) - precision(a) || a.start - b.start;
}

const precision = ({ date, isRelative }: FoundDate): number =>
  date.replace(/^--/u, '0000-').length - (isRelative ? 1 : 0);

function labelOf({ article, text }: Candidate, { date, start, end, isRelative }: FoundDate): string {
  const written = text.slice(start, end);
  if (date.startsWith('--') || (!isRelative && /\d{4}/u.test(written))) return capitalize(written);
  return formatDate(date, article.language);
}

/** In the words of a language: "10 February 2031". */
function formatDate(date: string, language: string): string {
  const locale =
    language === 'en' ? 'en-GB' : /^[a-z]{2,3}$/.test(language) && language !== 'und' ? language : 'en-GB';
  const [year, month, day] = date.split('-').map(Number);
  if (year === undefined || month === undefined) return date;
  return new Intl.DateTimeFormat(locale, {
    ...{ year: 'numeric', month: 'long', timeZone: 'UTC' },
    ...(day === undefined ? {} : { day: 'numeric' }),
  }).format(Date.UTC(year, month - 1, day ?? 1));
}

const sortKey = ({ date }: FoundDate): string => date.replace(/^--/u, `${UNKNOWN_YEAR}-`);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const capitalize = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
