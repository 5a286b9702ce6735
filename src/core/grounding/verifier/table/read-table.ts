// The table that a row belongs to: from the article's structure, or from Markdown as it stands in the text.
import type { Article, Span } from '../../../text/article.js';
import { isTableRow } from './rows.js';

/** Rows that are looked at to see whether a value tells its column. */
const MAX_ROWS = 30;
/** How far above and below a row its table is read, in characters. */
const MAX_CHARS = 4_000;

export interface Table {
  /** Column names, in the row's order. */
  readonly header: readonly string[];
  readonly cells: readonly string[];
  /** Cells of the table's rows, by column. */
  readonly rows: readonly (readonly string[])[];
  /** The title and the heading above the table: what its rows are about. */
  readonly caption: readonly string[];
}

/** The table and cells of a row; undefined if the span is no row with column names. */
export function readTable(article: Article, row: Span): Table | undefined {
  return readStructure(article, row) ?? readMarkdown(article, row);
}

function readStructure({ text, title, structure = [] }: Article, row: Span): Table | undefined {
  const rows = structure.filter(({ kind }) => kind === 'row');
  const at = rows.findIndex(({ start, end }) => start <= row.start && row.end <= end);
  const own = rows[at];
  if (!own) return undefined;
  const cellsOf = (span: Span) => {
    const names = structure.filter(
      ({ kind, start, end }) => kind === 'column-name' && span.start <= start && end <= span.end,
    );
    return names.map(({ start, end }, index) => ({
      name: text.slice(start, end).replace(/:\s*$/u, ''),
      value: text
        .slice(end, names[index + 1]?.start ?? span.end)
        .replace(/;\s*$/u, '')
        .trim(),
    }));
  };
  // Rows of one table have nothing but white space between them.
  const isJoined = (a: Span | undefined, b: Span | undefined) =>
    a && b && text.slice(a.end, b.start).trim() === '';
  let first = at;
  while (first > 0 && at - first < MAX_ROWS && isJoined(rows[first - 1], rows[first])) first -= 1;
  let last = at;
  while (last - first < MAX_ROWS && isJoined(rows[last], rows[last + 1])) last += 1;
  const cells = cellsOf(own);
  const header = cells.map(({ name }) => name);
  const heading = structure.findLast(({ kind, end }) => kind === 'heading' && end <= own.start);
  return {
    header,
    cells: cells.map(({ value }) => value),
    rows: rows.slice(first, last + 1).map((span) => {
      const others = cellsOf(span);
      return header.map((name) => others.find((cell) => cell.name === name)?.value ?? '');
    }),
    caption: [title, ...(heading ? [text.slice(heading.start, heading.end)] : [])],
  };
}

function readMarkdown({ text, title }: Article, { start, end }: Span): Table | undefined {
  const above = text
    .slice(Math.max(0, start - MAX_CHARS), start)
    .split('\n')
    .slice(0, -1);
  const below = text.slice(start, start + MAX_CHARS).split('\n');
  let first = above.length;
  while (first > 0 && isTableRow(above[first - 1] ?? '')) first -= 1;
  const [head, rule, ...rows] = above.slice(first);
  const last = below.findIndex((line) => !isTableRow(line));
  if (head === undefined || !/^[\s|:-]+$/.test(rule ?? '')) return undefined;
  const heading = above.slice(0, first).findLast((line) => /^#{1,6}\s/.test(line));
  return {
    header: splitCells(head),
    cells: splitCells(text.slice(start, end)),
    rows: [...rows, ...below.slice(0, last < 0 ? below.length : last)].slice(0, MAX_ROWS).map(splitCells),
    caption: [title, ...(heading ? [heading.replace(/^#+\s*/, '')] : [])],
  };
}

function splitCells(row: string): readonly string[] {
  return row
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => cell.trim());
}
