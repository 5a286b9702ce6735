// Rows of segments, and their edges.
import type { Segment } from './page-content.js';

/** In font sizes: segments on one row differ in height by at most this much. */
const MAX_SHIFT = 0.45;

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

export function leftOf(segments: readonly Segment[]): number {
  return segments.reduce((least, { left }) => Math.min(least, left), Number.POSITIVE_INFINITY);
}

export function rightOf(segments: readonly Segment[]): number {
  return segments.reduce((most, { right }) => Math.max(most, right), Number.NEGATIVE_INFINITY);
}

export function topOf(segments: readonly Segment[]): number {
  return segments.reduce((least, { y }) => Math.min(least, y), Number.POSITIVE_INFINITY);
}

export function bottomOf(segments: readonly Segment[]): number {
  return segments.reduce((most, { y }) => Math.max(most, y), Number.NEGATIVE_INFINITY);
}

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
