// Finds what repeats at the top and bottom of pages: running heads and feet, and page numbers.
import type { PageContent, Segment } from './page-content.js';
import { toRows } from './reading-order.js';

/** Running heads stand in this outer share of the page's height. */
const MARGIN_SHARE = 0.13;
/** At most this many rows, counted from the edge. */
const MAX_ROWS = 3;
/** A text that repeats on this many pages is a running head, and on fewer pages of a short document. */
const MIN_PAGES = 3;
const SHORT_DOCUMENT_PAGES = 4;
/** Larger text, in sizes of the body text, is a heading. */
const MAX_SIZE = 1.2;
const MAX_CHARS = 120;
/** In font sizes: lines of a paragraph are nearer to each other. */
const MAX_LEADING = 1.5;
/** Shorter texts, such as the two lines of a foot, may be as near as that. */
const MIN_LINE_CHARS = 50;
/** Printed numbers count as page numbers if they follow each other on this share of the pages. */
const MIN_NUMBERED_SHARE = 0.5;
const NUMBER = /^[-–—|[(\s]*(?:page|seite|página|pagina|p\.|s\.)?\s*(\d{1,4}|[ivxlc]{1,8})[-–—|\])\s]*$/iu;

export interface RunningHeads {
  readonly segments: ReadonlySet<Segment>;
  /** The page numbers as printed, by index of the page. Unset if there are none. */
  readonly printedNumbers?: readonly (string | undefined)[] | undefined;
}

/** @param bodySize the font size of most of the text, in points */
export function findRunningHeads(pages: readonly PageContent[], bodySize: number): RunningHeads {
  const rows = pages.map((page) => outerRows(page, bodySize));
  const minPages = pages.length <= SHORT_DOCUMENT_PAGES ? 2 : MIN_PAGES;
  const counts = new Map<string, number>();
  for (const page of rows) {
    for (const key of new Set(page.flatMap(({ zone, segments }) => segments.map((one) => keyOf(one, zone)))))
      counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const found = new Set<Segment>();
  for (const page of rows) {
    for (const zone of ['top', 'bottom'] as const) {
      // Running heads stand at the edge: the first row that doesn't repeat ends them.
      for (const row of page.filter((one) => one.zone === zone)) {
        const isRunning = row.segments.every(
          (segment) =>
            (counts.get(keyOf(segment, zone)) ?? 0) >= minPages ||
            (row.isOutermost && NUMBER.test(segment.text)),
        );
        if (!isRunning || row.isInParagraph) break;
        for (const segment of row.segments) found.add(segment);
      }
    }
  }
  return { segments: found, printedNumbers: readPrintedNumbers(rows, found) };
}

interface OuterRow {
  readonly zone: 'top' | 'bottom';
  readonly isOutermost: boolean;
  /** Whether the next row is as near as in a paragraph. */
  readonly isInParagraph: boolean;
  readonly segments: readonly Segment[];
}

/** From the edge inwards. */
function outerRows({ segments, height }: PageContent, bodySize: number): OuterRow[] {
  const rows = toRows(segments);
  const read = (inwards: readonly (readonly Segment[])[], zone: OuterRow['zone']): OuterRow[] =>
    inwards
      .slice(0, MAX_ROWS)
      .map((row, index) => ({
        zone,
        isOutermost: index === 0,
        isInParagraph: isInParagraph(row, inwards[index + 1]),
        segments: row,
      }))
      .filter(({ segments: [first] }) => {
        const y = first?.y ?? 0;
        return zone === 'top' ? y <= MARGIN_SHARE * height : y >= (1 - MARGIN_SHARE) * height;
      })
      .filter(({ segments: row }) =>
        row.every(({ size, text }) => size <= MAX_SIZE * bodySize && text.length <= MAX_CHARS),
      );
  return [...read(rows, 'top'), ...read([...rows].reverse(), 'bottom')];
}

function isInParagraph(row: readonly Segment[], next: readonly Segment[] | undefined): boolean {
  const [first, second] = [row[0], next?.[0]];
  if (!first || !second) return false;
  const isSame = first.font === second.font && Math.abs(first.size - second.size) < 0.1 * first.size;
  return (
    isSame && Math.abs(second.y - first.y) < MAX_LEADING * first.size && first.text.length > MIN_LINE_CHARS
  );
}

/** The same for a text whose numbers differ. Left and right pages mirror each other, so only the height counts. */
function keyOf({ text, y }: Segment, zone: string): string {
  const words = text.toLowerCase().replace(/\d+/gu, '#').replace(/\s+/gu, ' ').trim();
  return `${zone} ${Math.round(y / 12)} ${NUMBER.test(text) ? '#' : words}`;
}

function readPrintedNumbers(
  rows: readonly (readonly OuterRow[])[],
  found: ReadonlySet<Segment>,
): readonly (string | undefined)[] | undefined {
  const numbers = rows.map((page) =>
    page
      .flatMap(({ segments }) => segments)
      .filter((segment) => found.has(segment))
      .map(({ text }) => NUMBER.exec(text)?.[1])
      .find((number) => number !== undefined),
  );
  const offsets = new Map<number, number>();
  for (const [index, number] of numbers.entries()) {
    if (number !== undefined && /^\d+$/.test(number))
      offsets.set(Number(number) - index, (offsets.get(Number(number) - index) ?? 0) + 1);
  }
  const [offset = 0, count = 0] = [...offsets].sort((a, b) => b[1] - a[1])[0] ?? [];
  if (count < 2 || count < MIN_NUMBERED_SHARE * numbers.length) return undefined;
  // A page without a printed number, such as the first one of a chapter, has the number in between.
  return numbers.map((number, index) => {
    if (number !== undefined && !/^\d+$/.test(number)) return number;
    return index + offset > 0 ? String(index + offset) : undefined;
  });
}
