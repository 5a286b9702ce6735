// What is typical for a document: its body text, and the sizes of its headings.
import type { PageLine } from '../page/reading-order.js';
import { median } from '../page/rows.js';
import { hasBullet } from './list-markers.js';

/** What is typical for the document. */
export interface Typography {
  /** The size and font of most of the text. */
  readonly bodySize: number;
  readonly bodyFont: string;
  /** The distance of two lines in a paragraph, in font sizes. */
  readonly leading: number;
  /** Larger sizes that headings have, from large to small. */
  readonly headingSizes: readonly number[];
  /** Levels by heading, in lower case, as the file's outline has them. From 1. */
  readonly outline: ReadonlyMap<string, number>;
}

/** Text in this many body sizes is a heading. */
const MIN_HEADING_SIZE = 1.12;
const MAX_HEADING_CHARS = 200;

export function describeTypography(
  lines: readonly PageLine[],
  outline: ReadonlyMap<string, number>,
): Typography {
  const sizes = new Map<number, number>();
  for (const { size, text } of lines)
    sizes.set(roundSize(size), (sizes.get(roundSize(size)) ?? 0) + text.length);
  const bodySize = heaviest(sizes) ?? 10;
  const fonts = new Map<string, number>();
  for (const { size, font, text } of lines)
    if (roundSize(size) === bodySize) fonts.set(font, (fonts.get(font) ?? 0) + text.length);
  const distances = lines.flatMap((line, index) => {
    const next = lines[index + 1];
    const isBody = next && roundSize(line.size) === bodySize && roundSize(next.size) === bodySize;
    const distance = next && next.column === line.column ? (next.y - line.y) / bodySize : 0;
    return isBody && distance > 0.8 && distance < 2.5 ? [distance] : [];
  });
  const headingSizes = [...sizes.keys()]
    .filter((size) => size >= MIN_HEADING_SIZE * bodySize)
    .filter((size) => lines.some((line) => roundSize(line.size) === size && isHeadingText(line.text)))
    .sort((a, b) => b - a);
  return {
    ...{ bodySize, outline, headingSizes },
    bodyFont: heaviest(fonts) ?? '',
    leading: distances.length > 0 ? median(distances) : 1.2,
  };
}

/** Whether a text may be a heading, if it looks like one. */
export function isHeadingText(text: string): boolean {
  return (
    text.length <= MAX_HEADING_CHARS &&
    /\p{L}.*\p{L}/u.test(text) &&
    !/[.,;]$/u.test(text) &&
    !hasBullet(text)
  );
}

/** The form in which headings are compared. */
export function headingKey(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Sizes that differ by less are the same. */
export function roundSize(size: number): number {
  return Math.round(size * 2) / 2;
}

function heaviest<T>(weights: ReadonlyMap<T, number>): T | undefined {
  return [...weights].sort((a, b) => b[1] - a[1])[0]?.[0];
}
