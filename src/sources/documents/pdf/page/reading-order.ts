// Puts the segments of a page into reading order, column by column, and into lines. The columns are found by whitespace
// that runs down between them, as in the XY-cut (Nagy & Seth 1984), except that lines across all columns divide the page
// first.
import { findColumns } from './columns.js';
import type { Segment } from './page-content.js';
import { leftOf, rightOf, toRows } from './rows.js';

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

interface Column {
  readonly left: number;
  readonly right: number;
}

const MAX_COLUMN_DEPTH = 4;

/** The lines of a page in reading order. */
export function orderLines(segments: readonly Segment[], depth = 0): Line[] {
  if (segments.length === 0) return [];
  const columns = depth < MAX_COLUMN_DEPTH ? findColumns(segments) : undefined;
  if (!columns) return toLines(segments);
  const { before, left, right, after } = columns;
  const isRightToLeft = countRightToLeft(segments) > segments.length / 2;
  const parts = [before, ...(isRightToLeft ? [right, left] : [left, right]), after];
  return parts.flatMap((part) => orderLines(part, depth + 1));
}

function toLines(segments: readonly Segment[]): Line[] {
  if (segments.length === 0) return [];
  const column = { left: leftOf(segments), right: rightOf(segments) };
  return toRows(segments).map((row) => {
    const isRightToLeft = countRightToLeft(row) > row.length / 2;
    const sorted = row.sort((a, b) => (isRightToLeft ? b.left - a.left : a.left - b.left));
    const main = sorted.reduce((longest, one) => (one.text.length > longest.text.length ? one : longest));
    const { y, size, font } = main;
    return { segments: sorted, left: leftOf(row), right: rightOf(row), y, size, font, column };
  });
}

function countRightToLeft(segments: readonly Segment[]): number {
  return segments.filter(({ isRightToLeft }) => isRightToLeft).length;
}
