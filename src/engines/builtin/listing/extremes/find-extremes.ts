// Answers "cheapest bike?" and the like with the row that has the highest or lowest value, if all rows can be compared.
import type { Question } from '../../../../core/ranking-ports.js';
import type { Article, Span } from '../../../../core/text/article.js';
import { hasTerm } from '../../writing/lists/list-question.js';
import { termsOf } from '../../writing/sentences.js';
import { PERSON_COLUMN } from '../find-people.js';
import { type ComparableTable, findComparableTables } from './comparable-tables.js';
import { type ExtremeQuestion, readExtremeQuestion } from './read-extreme-question.js';
import { findSuperlatives } from './superlatives.js';
import { findColumns, mayHold, type ValueColumn } from './value-columns.js';

/** More rows with the same value aren't one answer. */
const MAX_TIED = 3;

/**
 * The rows with the highest or lowest value.
 * @param shown what the last answer cited of this article
 * @returns undefined if the question asks for no such thing, if it isn't certain which rows and which values are meant,
 *   or if a sentence of the article says it
 */
export function findExtremes(
  { typed, text, language }: Question,
  article: Article,
  { sentences, shown }: { readonly sentences: () => readonly Span[]; readonly shown: readonly Span[] },
): readonly Span[] | undefined {
  const asked = readExtremeQuestion(typed ?? text, language, article.language);
  if (!asked) return undefined;
  const all = sentences();
  const tables = findComparableTables(article, all);
  const inTable = new Set(tables.flatMap(({ rows }) => rows.map(({ start }) => start)));
  const prose = all.filter(({ start }) => !inTable.has(start));
  if (prose.some((sentence) => saysIt(sentence, asked, article))) return undefined;
  const found = tables.flatMap((table) => examine(table, asked, article));
  const isShown = ({ rows }: { readonly rows: readonly Span[] }) =>
    rows.some((row) => shown.some(({ start, end }) => start < row.end && end > row.start));
  const inShown = asked.terms.length === 0 ? found.filter(({ table }) => isShown(table)) : [];
  // "What's the latest?" asks for news.
  if (asked.property === 'time' && asked.terms.length === 0 && inShown.length === 0) return undefined;
  const closest = inShown.length > 0 ? inShown : found.filter(({ isNamed }) => isNamed);
  const [only, ...others] = closest.length > 0 ? closest : found;
  if (!only || others.length > 0) return undefined;
  // "What's the cheapest?" may mean any table with prices.
  const isOpen = inShown.length === 0 && (asked.terms.length === 0 || !only.isNamed);
  const holdsValues = (table: ComparableTable) => mayHold(table, asked.property, article.language);
  return isOpen && tables.some((table) => table !== only.table && holdsValues(table)) ? undefined : only.rows;
}

/** Whether a sentence of the prose has the question's superlative and its terms. */
function saysIt({ start, end }: Span, { property, sign, terms }: ExtremeQuestion, article: Article): boolean {
  const text = article.text.slice(start, end);
  const isAlike = findSuperlatives(text, article.language).some(
    (one) => one.property === property && one.sign === sign,
  );
  const own = isAlike ? termsOf(text, article.language) : [];
  return isAlike && terms.every((term) => hasTerm(own, term, article.language));
}

interface FoundRows {
  readonly table: ComparableTable;
  readonly rows: readonly Span[];
  /** Whether the table itself has all terms of the question; otherwise, the title has some. */
  readonly isNamed: boolean;
}

function examine(
  table: ComparableTable,
  asked: ExtremeQuestion,
  { language, title }: Article,
): readonly FoundRows[] {
  const has = (text: string, term: string) => hasTerm(termsOf(text, language), term, language);
  const { rows, names } = table;
  const columns = findColumns(table, asked, language);
  const label = rows[0]?.cells[0]?.column ?? '';
  const others = new Set(rows.flatMap(({ cells }) => cells.map(({ column }) => column)));
  // The time that a boat trip takes isn't how fast the boat is.
  const asksForSubject = asked.asksWho
    ? asked.property !== 'age' && !PERSON_COLUMN.test(label)
    : asked.property === 'speed' && asked.terms.length > 0;
  if (asksForSubject && !asked.terms.some((term) => has(label, term))) return [];
  let suited = columns;
  let kept = rows;
  /** Terms that some rows and the heading have: either all rows are meant, or only those. */
  let isUnsure = false;
  let isNamed = true;
  for (const term of asked.terms) {
    const own = suited.filter(({ name }) => has(name, term));
    if (own.length > 0) suited = own;
    else if ([...others].some((name) => has(name, term))) continue;
    else {
      const having = kept.filter(({ cells }) => cells.some(({ value }) => has(value, term)));
      if (having.length > 0 && having.length < kept.length) {
        isUnsure ||= has(names, term);
        kept = having;
      } else if (having.length === 0 && !has(names, term)) {
        if (!has(title, term)) return [];
        isNamed = false;
      }
    }
  }
  const narrow = chooseRows(kept, suited);
  const agree = !isUnsure || sameRows(narrow, chooseRows(rows, suited));
  return narrow && agree ? [{ table, rows: narrow, isNamed }] : [];
}

/** The rows that have the extreme value in every one of the columns. Undefined if the columns don't agree. */
function chooseRows(
  rows: ComparableTable['rows'],
  columns: readonly ValueColumn[],
): readonly Span[] | undefined {
  const best = columns.map(({ sign, readValue }) => {
    const most = Math.max(...rows.map((row) => sign * readValue(row)));
    return rows.filter((row) => sign * readValue(row) === most);
  });
  const [first] = best;
  if (!first || !best.every((one) => sameRows(first, one))) return undefined;
  const isTied = first.length > MAX_TIED || (first.length === rows.length && rows.length > 1);
  return isTied ? undefined : first.map(({ start, end }) => ({ start, end }));
}

function sameRows(a: readonly Span[] | undefined, b: readonly Span[] | undefined): boolean {
  return (
    a !== undefined &&
    b !== undefined &&
    a.map(({ start }) => start).join() === b.map(({ start }) => start).join()
  );
}
