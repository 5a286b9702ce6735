// Rebuilds paragraphs, headings, list items and tables from the lines of a document.
import { median, type PageLine } from './reading-order.js';
import { findTable, type TableBlock } from './tables.js';

/** A part of the text. */
export type Block =
  | { readonly kind: 'paragraph'; readonly lines: readonly PageLine[] }
  /** `marker`: the bullet or number as printed. */
  | { readonly kind: 'item'; readonly marker: string; readonly lines: readonly PageLine[] }
  | { readonly kind: 'heading'; readonly level: number; readonly lines: readonly PageLine[] }
  | TableBlock;

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
const MAX_HEADING_LINES = 4;
/** A heading in the size of the body text, but in another font. */
const MAX_SMALL_HEADING_CHARS = 80;
const MAX_HEADING_SIZES = 4;
/** Leading that is this many times larger separates paragraphs. */
const MAX_LEADING = 1.35;
/** In font sizes: the first line of a paragraph is indented at least this much. */
const MIN_INDENT = 0.6;
const MAX_INDENT = 6;
/** How far around a line the right edge of its paragraph is looked for. */
const EDGE_WINDOW = 4;
const BULLET = /^([•‣▪▫■□●○◦◆–—*·\uF0B7\uF0A7-])(?:\s+(?=\S)|$)/u;
const NUMBERED = /^(\(?(?:\d{1,2}|[a-z]|[ivx]{1,5})[.)])\s+(?=\S)/u;
const SENTENCE_END = /[.!?…:;。！？؟]["”’»)\]]*[⁰¹²³⁴⁵⁶⁷⁸⁹]*$/u;

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

export function buildBlocks(lines: readonly PageLine[], typography: Typography): readonly Block[] {
  const blocks: Block[] = [];
  let open: PageLine[] = [];
  let marker: string | undefined;
  const close = () => {
    if (open.length > 0)
      blocks.push(
        marker === undefined ? { kind: 'paragraph', lines: open } : { kind: 'item', marker, lines: open },
      );
    open = [];
    marker = undefined;
  };
  for (let index = 0; index < lines.length; ) {
    const line = lines[index] as PageLine;
    const table = findTable(lines, index);
    if (table) {
      close();
      blocks.push(table);
      index += table.lines.length;
      continue;
    }
    const last = open.at(-1);
    const isNew = !last || startsParagraph(lines, index, last, typography, marker);
    if (isNew) {
      close();
      const heading = readHeading(lines, index, typography, blocks);
      if (heading) {
        blocks.push(heading);
        index += heading.lines.length;
        continue;
      }
      marker = markerOf(line, blocks.at(-1));
    }
    open.push(line);
    index += 1;
  }
  close();
  return blocks;
}

function startsParagraph(
  lines: readonly PageLine[],
  index: number,
  last: PageLine,
  { bodySize, leading }: Typography,
  marker: string | undefined,
): boolean {
  const line = lines[index] as PageLine;
  const isHyphenated = /[\p{L}\u00AD][-‐\u00AD]$/u.test(last.text) && /^\p{Ll}/u.test(line.text);
  if (Math.abs(roundSize(line.size) - roundSize(last.size)) > 0.1 * bodySize) return true;
  if (BULLET.test(line.text)) return true;
  const indent = line.left - line.column.left;
  if (line.column !== last.column) {
    if (isHyphenated) return false;
    const isIndented = indent > MIN_INDENT * line.size && indent < MAX_INDENT * line.size;
    if (SENTENCE_END.test(last.text))
      return isIndented || !/^\p{Ll}/u.test(line.text) || fits(lines, index, last);
    return /^\p{Lu}/u.test(line.text) && isIndented;
  }
  const distance = (line.y - last.y) / line.size;
  if (distance > MAX_LEADING * leading || distance < -0.2) return true;
  if (isHyphenated) return false;
  const hasEnded = SENTENCE_END.test(last.text);
  if (numberOf(line) !== undefined && (marker !== undefined || hasEnded)) return true;
  const shift = line.left - last.left;
  const isIndented = shift > MIN_INDENT * line.size && shift < MAX_INDENT * line.size && marker === undefined;
  // The lines of a list item are indented below its marker, and those of a centred text are as they come.
  if (isIndented && hasEnded) return true;
  return (hasEnded || fitsEasily(lines, index, last)) && fits(lines, index, last);
}

/** Whether the line's first word would have fitted on the line before, so that the line end was intended. */
function fits(lines: readonly PageLine[], index: number, last: PageLine): boolean {
  return spaceLeft(lines, index, last) > firstWordWidth(lines[index] as PageLine) * 1.1;
}

function fitsEasily(lines: readonly PageLine[], index: number, last: PageLine): boolean {
  const line = lines[index] as PageLine;
  return (
    spaceLeft(lines, index, last) > Math.max(2.5 * firstWordWidth(line), 8 * line.size) &&
    !/^\p{Ll}/u.test(line.text)
  );
}

function spaceLeft(lines: readonly PageLine[], index: number, last: PageLine): number {
  const near = lines
    .slice(Math.max(0, index - EDGE_WINDOW), index + EDGE_WINDOW)
    .filter(({ column }) => column === last.column);
  return Math.max(...near.map(({ right }) => right), last.right) - last.right;
}

function firstWordWidth({ text, left, right }: PageLine): number {
  const word = /^\S+/u.exec(text)?.[0] ?? '';
  return ((word.length + 1) / Math.max(1, text.length)) * (right - left);
}

function readHeading(
  lines: readonly PageLine[],
  index: number,
  typography: Typography,
  before: readonly Block[],
): Block | undefined {
  const line = lines[index] as PageLine;
  const { bodySize, bodyFont, headingSizes, outline, leading } = typography;
  const taken = [line];
  for (
    let next = lines[index + 1];
    next && taken.length < MAX_HEADING_LINES;
    next = lines[index + taken.length]
  ) {
    const last = taken.at(-1) as PageLine;
    const isSame = roundSize(next.size) === roundSize(line.size) && next.font === line.font;
    const isNear =
      next.column === line.column && (next.y - last.y) / line.size <= MAX_LEADING * Math.min(leading, 1.3);
    if (!isSame || !isNear) break;
    taken.push(next);
  }
  const text = taken.map((one) => one.text).join(' ');
  if (!isHeadingText(text)) return undefined;
  const outlined = outline.get(headingKey(text)) ?? outline.get(headingKey(text).replace(/^[\d.\s]+/u, ''));
  const rank = headingSizes.indexOf(roundSize(line.size));
  if (outlined !== undefined) return { kind: 'heading', level: Math.min(6, outlined + 1), lines: taken };
  if (rank >= 0) return { kind: 'heading', level: Math.min(rank, MAX_HEADING_SIZES) + 1, lines: taken };
  // The line below the title is the byline.
  const isByline = before.length === 1 && before[0]?.kind === 'heading';
  const isSmallHeading =
    !isByline &&
    taken.length === 1 &&
    line.font !== bodyFont &&
    roundSize(line.size) >= bodySize &&
    text.length <= MAX_SMALL_HEADING_CHARS &&
    /^[\p{Lu}\p{N}\p{Lo}]/u.test(text) &&
    !/[.,;:!?]$/u.test(text) &&
    line.segments.length === 1;
  return isSmallHeading
    ? { kind: 'heading', level: Math.min(headingSizes.length, MAX_HEADING_SIZES) + 1, lines: taken }
    : undefined;
}

/** The form in which headings are compared. */
export function headingKey(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function isHeadingText(text: string): boolean {
  return (
    text.length <= MAX_HEADING_CHARS && /\p{L}/u.test(text) && !/[.,;]$/u.test(text) && !BULLET.test(text)
  );
}

/** The bullet or number of a list item. Numbers start with the first one, because "12. The gates" is a heading. */
function markerOf(line: PageLine, before: Block | undefined): string | undefined {
  const bullet = BULLET.exec(line.text)?.[1];
  if (bullet !== undefined) return bullet;
  const number = numberOf(line);
  const isFirst = number !== undefined && /^\(?[1ai][.)]?$/u.test(number);
  return isFirst || before?.kind === 'item' ? number : undefined;
}

/** A number before the text, with a full stop or bracket, or with a gap after it. */
function numberOf({ text, segments }: PageLine): string | undefined {
  const [first, second] = segments;
  const isSetOff = second !== undefined && /^\d{1,2}$/u.test(first?.text ?? '') && segments.length === 2;
  return NUMBERED.exec(text)?.[1] ?? (isSetOff ? first?.text : undefined);
}

/** Sizes that differ by less are the same. */
export function roundSize(size: number): number {
  return Math.round(size * 2) / 2;
}

function heaviest<T>(weights: ReadonlyMap<T, number>): T | undefined {
  return [...weights].sort((a, b) => b[1] - a[1])[0]?.[0];
}
