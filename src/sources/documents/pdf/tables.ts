// Finds tables among lines: rows whose cells stand below each other.
import type { Segment } from './page-content.js';
import type { PageLine } from './reading-order.js';

export interface TableBlock {
  readonly kind: 'table';
  readonly lines: readonly PageLine[];
  /** The cells of each row, by column. */
  readonly rows: readonly (readonly string[])[];
}

/** Fewer rows aren't a table. */
const MIN_ROWS = 3;
/** In font sizes: cells of one row are at least this far apart. */
const MIN_GAP = 1.2;
/** In font sizes: rows are at most this far apart. */
const MAX_ROW_DISTANCE = 4;
const MARKER = /^(?:[•‣▪▫■□●○◦◆–—*·\uF0B7\uF0A7-]|\(?\w{1,3}[.)])$/u;

interface Cell {
  readonly text: string;
  readonly left: number;
  readonly right: number;
}

interface Row {
  readonly line: PageLine;
  readonly cells: readonly Cell[];
}

/** The table that starts with this line, if one does. */
export function findTable(lines: readonly PageLine[], index: number): TableBlock | undefined {
  const whole = collectRows(lines, index);
  // The names of the columns may stand closer together than the cells below them.
  const { rows, columns } = whole.rows.length >= MIN_ROWS ? whole : withHeader(lines, index);
  if (rows.length < MIN_ROWS) return undefined;
  return {
    kind: 'table',
    lines: rows.map(({ line }) => line),
    rows: rows.map(({ cells }) =>
      columns.map((_column, at) =>
        cells
          .filter((cell) => columnOf(columns, cell) === at)
          .map(({ text }) => text)
          .join(' '),
      ),
    ),
  };
}

function collectRows(lines: readonly PageLine[], index: number): { rows: Row[]; columns: Cell[] } {
  const rows: Row[] = [];
  let columns: Cell[] = [];
  for (let at = index; at < lines.length; at += 1) {
    const line = lines[at] as PageLine;
    const last = rows.at(-1)?.line;
    if (last && !isNear(last, line)) break;
    const cells = toCells(line, MIN_GAP);
    const isItem = cells.length === 2 && /^\d{1,2}$/.test(cells[0]?.text ?? '');
    if (cells.length < 2 || isItem || MARKER.test(cells[0]?.text ?? '')) break;
    const merged = mergeColumns(columns, cells);
    const isAligned = [...rows.map((row) => row.cells), cells].every(
      (row) => new Set(row.map((cell) => columnOf(merged, cell))).size === row.length,
    );
    if (!isAligned || merged.length < 2) break;
    columns = merged;
    rows.push({ line, cells });
  }
  return { rows, columns };
}

function withHeader(lines: readonly PageLine[], index: number): { rows: Row[]; columns: Cell[] } {
  const none = { rows: [], columns: [] };
  const [line, next] = [lines[index], lines[index + 1]];
  if (!line || !next || line.segments.length < 2 || !isNear(line, next)) return none;
  const { rows, columns } = collectRows(lines, index + 1);
  const cells = toCells(line, 0);
  const merged = mergeColumns(columns, cells);
  const isAligned = rows.length >= MIN_ROWS - 1 && merged.length === columns.length;
  return isAligned ? { rows: [{ line, cells }, ...rows], columns: merged } : none;
}

function isNear(line: PageLine, next: PageLine): boolean {
  return next.column === line.column && next.y - line.y <= MAX_ROW_DISTANCE * next.size;
}

/** @param minGap in font sizes: what is closer together is one cell */
function toCells(line: PageLine, minGap: number): readonly Cell[] {
  const cells: Cell[] = [];
  for (const { text, left, right, size } of line.segments as readonly Segment[]) {
    const last = cells.at(-1);
    if (last && left - last.right < minGap * size)
      cells[cells.length - 1] = { text: `${last.text} ${text}`, left: last.left, right };
    else cells.push({ text, left, right });
  }
  return cells;
}

/** The columns with a row's cells added: what overlaps is one column. */
function mergeColumns(columns: readonly Cell[], cells: readonly Cell[]): Cell[] {
  const merged: Cell[] = [];
  for (const cell of [...columns, ...cells].sort((a, b) => a.left - b.left)) {
    const last = merged.at(-1);
    if (last && cell.left < last.right)
      merged[merged.length - 1] = { ...last, right: Math.max(last.right, cell.right) };
    else merged.push({ ...cell });
  }
  return merged;
}

function columnOf(columns: readonly Cell[], cell: Cell): number {
  return columns.findIndex(({ left, right }) => cell.left < right && cell.right > left);
}
