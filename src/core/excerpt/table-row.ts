// Writes a table row as a person would: "Sunday: Members 11:00–17:00, Visitors closed".
import { evidenceText } from '../ask/citation/evidence.js';
import type { Article, Span } from '../text/article.js';

/** A cell that isn't empty, with the name of its column. Both are the article's own words. */
interface Cell extends Span {
  readonly name: string;
  readonly value: string;
}

export interface TableRow {
  /** What the row is about: the cell of the table's first column. Unset if that is empty, or too long for a label. */
  readonly label: string | undefined;
  /** The other cells. */
  readonly cells: readonly Cell[];
  /** Which table it is from: the offset of its first row. */
  readonly table: number;
}

/** A longer first cell isn't a label. In characters. */
const MAX_LABEL_CHARS = 60;
/** A longer cell gets a colon after its column's name. In characters. */
const MAX_PLAIN_CHARS = 40;
const MAX_PLAIN_NAME_CHARS = 24;
/** The most cells shown if the question names no column. */
const MAX_CELLS = 8;
const ENDS_SENTENCE = /[.!?…。！？][)\]”"’»]*$/u;
/** A name and a value in these scripts can stand side by side. */
const PLAIN_NAME = /[\p{sc=Latin}\p{sc=Cyrillic}\p{sc=Greek}%)]$/u;

/** @returns undefined if the span isn't a row whose cells have names, or has nothing but a label */
export function readRow({ text, structure = [] }: Article, { start, end }: Span): TableRow | undefined {
  const rows = structure.filter(({ kind }) => kind === 'row');
  const at = rows.findIndex((row) => row.start === start && row.end === end);
  const cells = readCells(text, structure, { start, end });
  const [first, ...others] = cells;
  if (at < 0 || !first) return undefined;
  let top = at;
  while (top > 0 && isJoined(text, rows[top - 1], rows[top])) top -= 1;
  let bottom = at;
  while (isJoined(text, rows[bottom], rows[bottom + 1])) bottom += 1;
  // A row with an empty first cell begins with the second column, which names nothing.
  const labelColumn = rows
    .slice(top, bottom + 1)
    .map((row) => readCells(text, structure, row))
    .reduce((widest, row) => (row.length > widest.length ? row : widest), cells)[0]?.name;
  const isLabelled =
    first.name === labelColumn && first.value.length <= MAX_LABEL_CHARS && !ENDS_SENTENCE.test(first.value);
  if (isLabelled && others.length === 0) return undefined;
  const table = rows[top]?.start ?? start;
  return { label: isLabelled ? first.value : undefined, cells: isLabelled ? others : cells, table };
}

/**
 * The row on one line.
 * @param options.columns names of the columns to show. Default: all, or the first eight
 * @param options.isNamed whether the cells get the names of their columns, which a row right above may have shown already
 */
export function renderRow(
  { label, cells }: TableRow,
  {
    columns,
    isNamed = true,
  }: { readonly columns?: ReadonlySet<string> | undefined; readonly isNamed?: boolean } = {},
): string {
  const asked = columns ? cells.filter(({ name }) => columns.has(name)) : [];
  const shown = asked.length > 0 ? asked : cells.slice(0, MAX_CELLS);
  const isCut = asked.length === 0 && cells.length > MAX_CELLS;
  const hasComma = shown.some(({ name, value }) => `${isNamed ? name : ''}${value}`.includes(','));
  const separator = hasComma || shown.some(isLong) ? '; ' : ', ';
  const told = shown
    .map((cell, index) => {
      const words = isNamed ? nameCell(cell) : cell.value;
      if (index === shown.length - 1) return words;
      return ENDS_SENTENCE.test(words) ? `${words} ` : `${words}${separator}`;
    })
    .join('');
  const opening = label === undefined ? '' : /[\d:]:\d|:$/u.test(label) ? `${label} – ` : `${label}: `;
  return `${opening}${told}${isCut ? ' …' : ''}`;
}

/** "Members 11:00–17:00", or "Rule: No dogs indoors." where name and value don't read as one. */
function nameCell(cell: Cell): string {
  return `${cell.name}${isLong(cell) || !PLAIN_NAME.test(cell.name) ? ':' : ''} ${cell.value}`;
}

function isLong({ name, value }: Cell): boolean {
  return (
    value.length > MAX_PLAIN_CHARS ||
    name.length > MAX_PLAIN_NAME_CHARS ||
    (ENDS_SENTENCE.test(value) && value.includes(' '))
  );
}

/** Rows of one table stand on lines right below each other. */
function isJoined(text: string, above: Span | undefined, below: Span | undefined): boolean {
  return above !== undefined && below !== undefined && text.slice(above.end, below.start) === '\n';
}

function readCells(text: string, structure: NonNullable<Article['structure']>, row: Span): readonly Cell[] {
  const names = structure.filter(
    ({ kind, start, end }) => kind === 'column-name' && row.start <= start && end <= row.end,
  );
  const [first] = names;
  if (!first) return [];
  // The first column often has no name.
  const opening = first.start > row.start ? [{ start: row.start, end: row.start }] : [];
  return [...opening, ...names].map(({ start, end }, index, all) => {
    const next = all[index + 1]?.start;
    const raw = text.slice(end, next ?? row.end);
    return {
      ...{
        start,
        end: next ?? row.end,
        name: evidenceText(text.slice(start, end)).replace(/\s*[:：]$/u, ''),
      },
      value: evidenceText(next === undefined ? raw : raw.replace(/;\s*$/u, '')),
    };
  });
}
