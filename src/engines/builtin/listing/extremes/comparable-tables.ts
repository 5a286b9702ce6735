// Tables of an article, and lists such as "Map: £2", as rows with cells.

import { readListItem } from '../../../../core/excerpt/list-item.js';
import type { Article, Span } from '../../../../core/text/article.js';
import { findHeadings } from '../../../../core/text/headings.js';
import { readCells } from '../../writing/tables/cells.js';

interface Row extends Span {
  readonly cells: readonly { readonly column: string; readonly value: string }[];
}

export interface ComparableTable {
  /** At least two, in order. */
  readonly rows: readonly Row[];
  /** The heading right above, and the sentence that stands right before. */
  readonly names: string;
}

/** "Map: £2", "Map – £2". */
const LABELLED = /^(.{1,60}?)(?:\s*[:：]\s+|\s+[–—-]\s+)(.{1,60}?)[.,;]?$/u;

export function findComparableTables(
  article: Article,
  sentences: readonly Span[],
): readonly ComparableTable[] {
  const rowStarts = new Set(
    (article.structure ?? []).flatMap(({ kind, start }) => (kind === 'row' ? [start] : [])),
  );
  const tables: { rows: Row[]; names: string; isTable: boolean }[] = [];
  let before: Span | undefined;
  for (const sentence of sentences) {
    const isTable = rowStarts.has(sentence.start);
    const row = isTable
      ? { ...sentence, cells: readCells({ article, ...sentence }) }
      : readItem(article, sentence);
    const table = tables.at(-1);
    const last = table?.rows.at(-1);
    const follows = before !== undefined && article.text.slice(before.end, sentence.start).trim() === '';
    if (
      row &&
      table &&
      last &&
      last.end === before?.end &&
      follows &&
      table.isTable === isTable &&
      hasColumnsOf(table.rows, row)
    )
      table.rows.push(row);
    else if (row)
      tables.push({ rows: [row], names: namesOf(article, sentence, follows ? before : undefined), isTable });
    before = sentence;
  }
  return tables.filter(({ rows }) => rows.length > 1);
}

/** An item of a list as a row without column names. */
function readItem(article: Article, span: Span): Row | undefined {
  const item = readListItem(article, span);
  const [, label, value] = (item && LABELLED.exec(article.text.slice(item.marker.end, span.end))) ?? [];
  if (label === undefined || value === undefined) return undefined;
  return {
    ...span,
    cells: [
      { column: '', value: label },
      { column: '', value },
    ],
  };
}

/** Whether a row is of the same table: every column of either has been seen in the other rows, up to empty cells. */
function hasColumnsOf(rows: readonly Row[], { cells }: Row): boolean {
  const known = new Set(rows.flatMap((row) => row.cells.map(({ column }) => column)));
  return cells.some(({ column }) => known.has(column));
}

function namesOf(article: Article, { start }: Span, before: Span | undefined): string {
  const heading = findHeadings(article, start).at(-1);
  const introduction = before && before.start >= (heading?.end ?? 0) ? before : undefined;
  return [heading, introduction]
    .map((span) => (span ? article.text.slice(span.start, span.end) : ''))
    .join('\n');
}
