// What happened when: sentences with dates, in order of time.
import { formatDate } from '../../text/format-metadata.js';
import type { Candidate, ReadArticle } from '../candidates.js';
import { type DraftLine, toLine } from '../line.js';
import { chooseLabelled } from '../selection/choose-labelled.js';
import { type FoundDate, findDates, readPublished } from './dates.js';

/** What has lasted "since 2009" happened at no single time. */
const LASTING = /(?<!\p{L})(?:since|seit|desde|depuis)\s+(?:\p{L}+\s+)?$/iu;
/** Without a year, dates are put in order within one. */
const UNKNOWN_YEAR = '9999';

/**
 * The label is the date: as it is written, or worked out if it is relative, such as "Monday". Only news is written on the
 * day of publication, so only there is anything worked out.
 */
export function timelineLines({ candidates, genre }: ReadArticle, maxLines: number): readonly DraftLine[] {
  const dated = candidates
    .flatMap((candidate) => {
      const isWorkedOut = genre === 'news' && isOfTheDay(candidate);
      const [date] = findDates(candidate.text, candidate.article, { isWorkedOut })
        .filter(({ start }) => !LASTING.test(candidate.text.slice(0, start)))
        .toSorted(byPrecision);
      const isMonthAlone = date?.date.startsWith('--') && date.date.length < '--MM-DD'.length;
      return date && !isMonthAlone ? [{ candidate, date }] : [];
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

/** Not if the paragraph speaks of another year: "The siege began in May 1912. On Friday, the walls fell." */
function isOfTheDay({ article, sentence }: Candidate): boolean {
  const { text, bodyStart, published } = article;
  const paragraph =
    text
      .slice(bodyStart, sentence.start)
      .split(/\n\s*\n/u)
      .at(-1) ?? '';
  const last = findDates(paragraph, article, { isWorkedOut: false }).findLast(
    ({ date }) => !date.startsWith('--'),
  );
  return last === undefined || last.date.slice(0, 4) === readPublished(published)?.toISOString().slice(0, 4);
}

/** The day says more than the year. */
function byPrecision(a: FoundDate, b: FoundDate): number {
  return precision(b) - precision(a) || a.start - b.start;
}

const precision = ({ date, isRelative }: FoundDate): number =>
  date.replace(/^--/u, '0000-').length - (isRelative ? 1 : 0);

function labelOf({ article, text }: Candidate, { date, start, end, isRelative }: FoundDate): string {
  const written = text.slice(start, end).replace(/\.$/u, '');
  if (date.startsWith('--') || (!isRelative && /\d{4}/u.test(written))) return capitalize(written);
  return formatDate(date, article.language);
}

const sortKey = ({ date }: FoundDate): string => date.replace(/^--/u, `${UNKNOWN_YEAR}-`);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const capitalize = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
