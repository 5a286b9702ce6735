// The cells of a table row: what stands under which column name.

import type { StructureSpan } from '../../../../core/text/article.js';
import type { Evidence } from '../../../../core/writing-ports.js';

/** Where a row stands. */
type RowSpan = Pick<Evidence, 'article' | 'start' | 'end'>;

/** A cell of a row. */
interface Cell {
  /** Without its colon. Empty if the table names no columns. */
  readonly column: string;
  readonly value: string;
}

/** The cells of a row in order, without empty ones. */
export function readCells(row: RowSpan): readonly Cell[] {
  const { text } = row.article;
  const columns = columnSpans(row);
  const [first] = columns;
  if (!first)
    return text
      .slice(row.start, row.end)
      .split(';')
      .map((value) => ({ column: '', value: value.trim() }));
  const readValue = (from: number, to: number) => text.slice(from, to).replace(/[;\s]+$/u, '');
  const named = columns.map(({ start, end }, at) => ({
    column: text.slice(start, end).replace(/[:：]\s*$/u, ''),
    value: readValue(end, columns[at + 1]?.start ?? row.end),
  }));
  // The first column often has no name.
  const label = readValue(row.start, first.start);
  return label === '' ? named : [{ column: '', value: label }, ...named];
}

/** The column names of a row, with their colons. */
export function columnSpans({ article, start, end }: RowSpan): readonly StructureSpan[] {
  return (article.structure ?? []).filter(
    (part) => part.kind === 'column-name' && part.start >= start && part.end <= end,
  );
}
