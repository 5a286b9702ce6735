// Finds columns of text by the whitespace between them.
import { countWords } from '../../../../core/text/count-words.js';
import type { Segment } from './page-content.js';
import { bottomOf, leftOf, median, rightOf, topOf, toRows } from './rows.js';

/** Narrower whitespace, in font sizes, isn't a gutter. */
const MIN_GUTTER = 0.8;
/** A column has at least this many lines, each with this many words on average. A table's cells have fewer. */
const MIN_COLUMN_LINES = 4;
const MIN_WORDS_PER_LINE = 3;
/** The lines of a text fill this share of their column's width, in the middle of the range. */
const MIN_FILL = 0.55;
/** Gutters are looked for where at most this share of the page's lines cross. */
const CROSSING_SHARES = [0, 0.03, 0.08, 0.2, 0.35, 0.5, 0.7];
/** In font sizes: columns that end together differ by at most this much, and a gap of at least this follows them. */
const MAX_UNBALANCED = 4;
const MIN_GAP_BELOW = 1.8;
interface Gutter {
  readonly left: number;
  readonly right: number;
  readonly middle: number;
}

/** Two columns, and what stands above and below them. */
export interface Columns {
  readonly before: readonly Segment[];
  readonly left: readonly Segment[];
  readonly right: readonly Segment[];
  readonly after: readonly Segment[];
}

/** The part of the page with two columns that has the most lines. Undefined if there is none. */
export function findColumns(segments: readonly Segment[]): Columns | undefined {
  if (segments.length < 2 * MIN_COLUMN_LINES) return undefined;
  const size = median(segments.map((segment) => segment.size));
  const rows = toRows(segments);
  const gutters = CROSSING_SHARES.flatMap((share) => findGaps(segments, size, share * segments.length));
  let best: { columns: Columns; score: number } | undefined;
  for (const gutter of uniqueGutters(gutters)) {
    for (const { from, to } of findBands(rows, gutter)) {
      const columns = splitBand(rows, from, to, gutter);
      const score = Math.min(columns.left.length, columns.right.length);
      if (areColumns(columns.left, columns.right) && (!best || score > best.score)) best = { columns, score };
    }
  }
  return best?.columns;
}

/** The runs of rows that don't cross the gutter. */
function findBands(rows: readonly (readonly Segment[])[], gutter: Gutter): { from: number; to: number }[] {
  const bands: { from: number; to: number }[] = [];
  let from = 0;
  for (let to = 0; to <= rows.length; to += 1) {
    const row = rows[to];
    if (row && !row.some((segment) => crosses(segment, gutter))) continue;
    if (to - from >= MIN_COLUMN_LINES) bands.push({ from, to });
    from = to + 1;
  }
  return bands;
}

function splitBand(
  rows: readonly (readonly Segment[])[],
  from: number,
  to: number,
  { middle }: Gutter,
): Columns {
  const end = findEnd(rows, from, to, middle);
  const band = rows.slice(from, end).flat();
  return {
    before: rows.slice(0, from).flat(),
    left: band.filter((segment) => segment.right <= middle),
    right: band.filter((segment) => segment.right > middle),
    after: rows.slice(end).flat(),
  };
}

/**
 * Where the columns end: at the end of the band, or at a gap below both columns if they are about equally long. What
 * stands below is as narrow as a column by chance.
 */
function findEnd(rows: readonly (readonly Segment[])[], from: number, to: number, middle: number): number {
  const isLeft = (row: readonly Segment[]) => row.some((segment) => segment.right <= middle);
  const isRight = (row: readonly Segment[]) => row.some((segment) => segment.right > middle);
  const band = rows.slice(from, to);
  const shorter = from + Math.min(band.findLastIndex(isLeft), band.findLastIndex(isRight));
  for (let at = shorter + 1; at < to; at += 1) {
    const [last, next, bottom] = [rows[at - 1]?.[0], rows[at]?.[0], rows[shorter]?.[0]];
    if (!last || !next || !bottom) break;
    if (last.y - bottom.y > MAX_UNBALANCED * last.size) return to;
    if (next.y - last.y > MIN_GAP_BELOW * last.size) return at;
  }
  return to;
}

function uniqueGutters(gutters: readonly Gutter[]): readonly Gutter[] {
  return [...new Map(gutters.map((gutter) => [`${gutter.left} ${gutter.right}`, gutter])).values()];
}

/** Vertical strips that at most `maxCovering` segments cover, between strips that more of them cover. */
function findGaps(segments: readonly Segment[], size: number, maxCovering: number): Gutter[] {
  const edges = segments
    .flatMap(({ left, right }) => [
      { x: left, change: 1 },
      { x: right, change: -1 },
    ])
    .sort((a, b) => a.x - b.x || a.change - b.change);
  const gaps: Gutter[] = [];
  let covering = 0;
  let start: number | undefined;
  let hasOpened = false;
  for (const { x, change } of edges) {
    covering += change;
    if (covering > maxCovering) hasOpened = true;
    if (hasOpened && covering <= maxCovering) start ??= x;
    else if (start !== undefined) {
      if (x - start >= MIN_GUTTER * size) gaps.push({ left: start, right: x, middle: (start + x) / 2 });
      start = undefined;
    }
  }
  return gaps;
}

function areColumns(left: readonly Segment[], right: readonly Segment[]): boolean {
  const overlap = Math.min(bottomOf(left), bottomOf(right)) - Math.max(topOf(left), topOf(right));
  return isTextColumn(left) && isTextColumn(right) && overlap > 0;
}

function isTextColumn(segments: readonly Segment[]): boolean {
  const rows = toRows(segments);
  if (rows.length < MIN_COLUMN_LINES) return false;
  const words = segments.reduce((sum, { text }) => sum + countWords(text), 0) / rows.length;
  const width = rightOf(segments) - leftOf(segments);
  const fill = median(rows.map((row) => (rightOf(row) - leftOf(row)) / Math.max(1, width)));
  return words >= MIN_WORDS_PER_LINE && fill >= MIN_FILL;
}

function crosses(segment: Segment, gutter: Gutter): boolean {
  return segment.left < gutter.middle && segment.right > gutter.middle;
}
