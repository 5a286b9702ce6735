// Puts the segments of a page into reading order, column by column, and into lines. The columns are found by whitespace
// that runs down between them, as in the XY-cut (Nagy & Seth 1984), except that lines across all columns divide the page
// before the columns do.
import type { Segment } from './page-content.js';

/** A line of text in one column. */
export interface Line {
  /** From left to right; in a right-to-left script, from right to left. */
  readonly segments: readonly Segment[];
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
  readonly font: string;
  /** The same object for all lines of a column. */
  readonly column: Column;
}

/** A line with the index of its page. */
export interface PageLine extends Line {
  readonly page: number;
  /** Its segments, with a space between them. */
  readonly text: string;
}

export interface Column {
  readonly left: number;
  readonly right: number;
}

/** Narrower whitespace, in font sizes, isn't a gutter. */
const MIN_GUTTER = 0.8;
/** A column has at least this many lines, each with this many words on average. A table's cells have fewer. */
const MIN_COLUMN_LINES = 4;
const MIN_WORDS_PER_LINE = 3;
/** The lines of a text fill this share of their column's width, in the middle of the range. */
const MIN_FILL = 0.55;
/** If more of the lines cross it, a gap isn't a gutter. */
const MAX_CROSSING_SHARE = 0.35;
/** Gutters are looked for first where nothing crosses, then where few lines do. */
const CROSSING_SHARES = [0, 0.03, 0.08, 0.2, MAX_CROSSING_SHARE];
const MAX_COLUMN_DEPTH = 4;
const MAX_SHIFT = 0.45;

/** The lines of a page in reading order. */
export function orderLines(segments: readonly Segment[], depth = 0): Line[] {
  if (segments.length === 0) return [];
  const gutter = depth < MAX_COLUMN_DEPTH ? findGutter(segments) : undefined;
  if (!gutter) return toLines(segments);
  const isRightToLeft = countRightToLeft(segments) > segments.length / 2;
  const lines: Line[] = [];
  let band: Segment[] = [];
  let across: Segment[] = [];
  const closeBand = () => {
    const left = band.filter((segment) => segment.right <= gutter.middle);
    const right = band.filter((segment) => segment.right > gutter.middle);
    for (const side of isRightToLeft ? [right, left] : [left, right])
      lines.push(...orderLines(side, depth + 1));
    band = [];
  };
  const closeAcross = () => {
    lines.push(...toLines(across));
    across = [];
  };
  for (const row of toRows(segments)) {
    if (row.some((segment) => crosses(segment, gutter))) {
      closeBand();
      across.push(...row);
    } else {
      closeAcross();
      band.push(...row);
    }
  }
  closeBand();
  closeAcross();
  return lines;
}

/** Groups segments that stand on the same baseline, from top to bottom. */
export function toRows(segments: readonly Segment[]): Segment[][] {
  const rows: Segment[][] = [];
  for (const segment of [...segments].sort((a, b) => a.y - b.y)) {
    const row = rows.at(-1);
    const first = row?.[0];
    const isSame = first && Math.abs(segment.y - first.y) <= MAX_SHIFT * Math.min(segment.size, first.size);
    if (row && isSame) row.push(segment);
    else rows.push([segment]);
  }
  return rows;
}

function toLines(segments: readonly Segment[]): Line[] {
  if (segments.length === 0) return [];
  const column = { left: min(segments, 'left'), right: max(segments, 'right') };
  return toRows(segments).map((row) => {
    const isRightToLeft = countRightToLeft(row) > row.length / 2;
    const sorted = row.sort((a, b) => (isRightToLeft ? b.left - a.left : a.left - b.left));
    const main = sorted.reduce((longest, one) => (one.text.length > longest.text.length ? one : longest));
    const { y, size, font } = main;
    return { segments: sorted, left: min(row, 'left'), right: max(row, 'right'), y, size, font, column };
  });
}

interface Gutter {
  readonly left: number;
  readonly right: number;
  readonly middle: number;
}

/** The whitespace that divides the most text into columns. Undefined if there is none. */
function findGutter(segments: readonly Segment[]): Gutter | undefined {
  if (segments.length < 2 * MIN_COLUMN_LINES) return undefined;
  const size = median(segments.map((segment) => segment.size));
  let best: { gutter: Gutter; score: number } | undefined;
  const gaps = CROSSING_SHARES.flatMap((share) => findGaps(segments, size, share * segments.length));
  for (const gutter of gaps) {
    const left = segments.filter((segment) => segment.right <= gutter.middle);
    const right = segments.filter((segment) => segment.left >= gutter.middle);
    const crossing = segments.length - left.length - right.length;
    const isDivided = areColumns(left, right) && crossing <= MAX_CROSSING_SHARE * segments.length;
    const score = Math.min(left.length, right.length) - 2 * crossing;
    if (isDivided && (!best || score > best.score)) best = { gutter, score };
  }
  return best?.gutter;
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
  const overlap = Math.min(max(left, 'y'), max(right, 'y')) - Math.max(min(left, 'y'), min(right, 'y'));
  return isTextColumn(left) && isTextColumn(right) && overlap > 0;
}

function isTextColumn(segments: readonly Segment[]): boolean {
  const rows = toRows(segments);
  if (rows.length < MIN_COLUMN_LINES) return false;
  const words = segments.reduce((sum, { text }) => sum + countWords(text), 0) / rows.length;
  const width = max(segments, 'right') - min(segments, 'left');
  const fill = median(rows.map((row) => (max(row, 'right') - min(row, 'left')) / Math.max(1, width)));
  return words >= MIN_WORDS_PER_LINE && fill >= MIN_FILL;
}

/** In scripts without spaces, two characters count as one word. */
function countWords(text: string): number {
  const unspaced = text.match(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]/gu)?.length ?? 0;
  return text.split(/\s+/u).length + unspaced / 2;
}

function crosses(segment: Segment, gutter: Gutter): boolean {
  return segment.left < gutter.middle && segment.right > gutter.middle;
}

function countRightToLeft(segments: readonly Segment[]): number {
  return segments.filter(({ isRightToLeft }) => isRightToLeft).length;
}

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function min(segments: readonly Segment[], edge: 'left' | 'y'): number {
  return segments.reduce((least, segment) => Math.min(least, segment[edge]), Number.POSITIVE_INFINITY);
}

function max(segments: readonly Segment[], edge: 'right' | 'y'): number {
  return segments.reduce((most, segment) => Math.max(most, segment[edge]), Number.NEGATIVE_INFINITY);
}
