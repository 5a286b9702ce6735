// Looks up the row of a table that a question in everyday words means: "how much for a kid?" and "Child (4–15) | £3".

import type { Question } from '../../../../core/ranking-ports.js';
import { findHeadings } from '../../../../core/text/headings.js';
import type { Evidence } from '../../../../core/writing-ports.js';
import { hasPrice, hasTime } from '../../entities/values.js';
import { hasTerm } from '../lists/list-question.js';
import { termsOf } from '../sentences.js';
import { readCells } from './cells.js';
import { readDays } from './days.js';
import { fitsAge, fitsKind } from './people.js';
import { type RowQuestion, readRowQuestion, type Wanted } from './row-question.js';
import { isRow } from './tables.js';

/** More rows than this aren't one answer. */
const MAX_ROWS = 4;
/** A word in this many sentences is the article's subject, so the table needn't have it. */
const MIN_TOPIC_SENTENCES = 3;
/** Words in place of a price or a time, such as "free" or "closed". */
const NO_PRICE = /(?<!\p{L})(?:free|kostenlos|frei|gratis|gratuito|gratuit)(?!\p{L})/iu;
const NO_TIME = /(?<!\p{L})(?:closed|geschlossen|cerrado|fermé)(?!\p{L})/iu;

/** A row, and how well it has what is wanted. */
interface FoundRow {
  readonly row: Evidence;
  /** For each wanted thing: how well a cell of this row has it, 0 to 1, and not every row of the table. */
  readonly own: readonly number[];
  /** For each wanted thing: whether a column, a heading, the title or every row has it. */
  readonly general: readonly boolean[];
}

/** The rows that a question means. */
export interface LookedUp {
  /** In document order. */
  readonly rows: readonly Evidence[];
  /** Whether they have everything that the question names, and a price or a time if it asks for one. */
  readonly isComplete: boolean;
}

/** The rows that have most of what a question names; undefined if no row has any of it that others lack. */
export function lookUpRows(question: Question, evidence: readonly Evidence[]): LookedUp | undefined {
  const [best] = [...evidence].sort((a, b) => b.relevance - a.relevance);
  if (!best) return undefined;
  const { language } = best.article;
  const asked = readRowQuestion(question.text, language);
  if (asked.wanted.length === 0) return undefined;
  const rows = evidence.filter((one) => one.article === best.article && isRow(one));
  const found = groupByTable(rows).flatMap((table) => examineTable(table, asked, language));
  const fitting = found.filter(({ row, own }) => own.some((fit) => fit > 0) && hasKind(row, asked.asksFor));
  if (fitting.length === 0) return undefined;
  const chosen = chooseRows(fitting);
  const isTopic = (wanted: Wanted) =>
    wanted.kind === 'term' &&
    evidence.filter(({ text }) => termsOf(text, language).includes(wanted.term)).length >=
      MIN_TOPIC_SENTENCES;
  const isComplete =
    asked.asksFor !== undefined &&
    asked.wanted.every(
      (one, at) =>
        chosen.some(({ own, general }) => (own[at] ?? 0) > 0 || general[at] === true) || isTopic(one),
    );
  return chosen.length > MAX_ROWS
    ? undefined
    : { rows: chosen.map(({ row }) => row).sort((a, b) => a.number - b.number), isComplete };
}

/** The best rows; several only if they are equally good, or if each has something that the others lack. */
function chooseRows(fitting: readonly FoundRow[]): readonly FoundRow[] {
  const scoreOf = ({ own }: FoundRow) => own.reduce((sum, fit) => sum + fit, 0);
  const generalOf = ({ general, own }: FoundRow) =>
    general.filter((isGeneral, at) => isGeneral && (own[at] ?? 0) === 0).length;
  const highest = Math.max(...fitting.map(scoreOf));
  const equal = fitting.filter((one) => scoreOf(one) === highest);
  const mostGeneral = Math.max(...equal.map(generalOf));
  const top = equal.filter((one) => generalOf(one) === mostGeneral);
  const [first] = [...top].sort((a, b) => b.row.relevance - a.row.relevance);
  if (!first) return [];
  const table = fitting.filter(({ row }) => columnsOf(row) === columnsOf(first.row));
  // "What do lunch and dinner cost?" names two rows. Either has an everyday word for the other.
  const others = first.own.flatMap((fit, at) => {
    const most = Math.max(...table.map(({ own }) => own[at] ?? 0));
    return most > fit ? table.filter(({ own }) => own[at] === most).slice(0, 1) : [];
  });
  if (others.length > 0) return [...new Set([first, ...others])];
  return table.filter((one) => top.includes(one) && isEqual(one.own, first.own));
}

function isEqual(a: readonly number[], b: readonly number[]): boolean {
  return a.every((fit, at) => fit === b[at]);
}

function examineTable(
  table: readonly Evidence[],
  { wanted }: RowQuestion,
  language: string,
): readonly FoundRow[] {
  const fits = table.map((row) => {
    const cells = readCells(row);
    return wanted.map((one) => Math.max(...cells.map(({ value }) => fitOf(value, one, language))));
  });
  const [first] = table;
  const frame = first ? frameOf(first) : '';
  const inFrame = wanted.map((one) => fitOf(frame, one, language) > 0);
  const inAll = wanted.map((_, at) => table.length > 1 && fits.every((row) => (row[at] ?? 0) > 0));
  return table.map((row, at) => ({
    row,
    own: (fits[at] ?? []).map((fit, place) => (inAll[place] ? 0 : fit)),
    general: wanted.map((_, place) => (inFrame[place] ?? false) || (inAll[place] ?? false)),
  }));
}

function fitOf(text: string, wanted: Wanted, language: string): number {
  if (wanted.kind === 'age') return fitsAge(text, wanted.age);
  if (wanted.kind === 'person') return fitsKind(text, wanted.person);
  if (wanted.kind === 'days') {
    const days = readDays(text, { isTable: true });
    return [...wanted.days].some((day) => days.has(day)) ? 1 : 0;
  }
  const own = termsOf(text, language);
  if (own.includes(wanted.term)) return 1;
  return hasTerm(own, wanted.term, language) ? 0.9 : 0;
}

/** What says what the rows are about: the columns, the headings and the title. */
function frameOf(row: Evidence): string {
  const { article } = row;
  const headings = findHeadings(article, row.start).map(({ start, end }) => article.text.slice(start, end));
  return [...readCells(row).map(({ column }) => column), ...headings, article.title].join('\n');
}

function hasKind({ article, start, end }: Evidence, asksFor: RowQuestion['asksFor']): boolean {
  if (asksFor === undefined) return true;
  const text = article.text.slice(start, end);
  return asksFor === 'price' ? hasPrice(text) || NO_PRICE.test(text) : hasTime(text) || NO_TIME.test(text);
}

/** Rows that stand together and have the same columns. */
function groupByTable(rows: readonly Evidence[]): readonly (readonly Evidence[])[] {
  const tables: Evidence[][] = [];
  for (const row of rows) {
    const previous = tables.at(-1)?.at(-1);
    const goesOn =
      previous !== undefined &&
      columnsOf(previous) === columnsOf(row) &&
      row.article.text.slice(previous.end, row.start).trim() === '';
    if (goesOn) tables.at(-1)?.push(row);
    else tables.push([row]);
  }
  return tables;
}

function columnsOf(row: Evidence): string {
  return readCells(row)
    .map(({ column }) => column)
    .join('\n');
}
