// Decides whether a line starts a paragraph: by size, distance, indent, and whether its first word would have fitted on
// the line before.
import type { PageLine } from '../page/reading-order.js';
import { hasBullet, numberOf } from './list-markers.js';
import { roundSize, type Typography } from './typography.js';

/** Leading that is this many times larger separates paragraphs. */
export const MAX_LEADING = 1.35;
/** In font sizes: the first line of a paragraph is indented at least this much. */
const MIN_INDENT = 0.6;
const MAX_INDENT = 6;
/** How far around a line the right edge of its paragraph is looked for. */
const EDGE_WINDOW = 4;
const SENTENCE_END = /[.!?…:;。！？؟]["”’»)\]]*[⁰¹²³⁴⁵⁶⁷⁸⁹]*$/u;

/** Whether a text ends like a sentence. */
export function endsSentence(text: string): boolean {
  return SENTENCE_END.test(text);
}

/** @param marker of the list item that is open */
export function startsParagraph(
  lines: readonly PageLine[],
  index: number,
  last: PageLine,
  { bodySize, leading }: Typography,
  marker: string | undefined,
): boolean {
  const line = lines[index] as PageLine;
  const isHyphenated = endsWithHyphen(last.text) && /^\p{Ll}/u.test(line.text);
  if (Math.abs(roundSize(line.size) - roundSize(last.size)) > 0.1 * bodySize) return true;
  if (hasBullet(line.text)) return true;
  const indent = line.left - line.column.left;
  if (line.column !== last.column) {
    if (isHyphenated) return false;
    if (line.font !== last.font) return true;
    const isIndented = indent > MIN_INDENT * line.size && indent < MAX_INDENT * line.size;
    if (endsSentence(last.text)) return isIndented || !/^\p{Ll}/u.test(line.text) || fits(lines, index, last);
    return /^\p{Lu}/u.test(line.text) && isIndented;
  }
  if (isFarBelow(line, last, leading)) return true;
  if (isHyphenated) return false;
  const hasEnded = endsSentence(last.text);
  if (numberOf(line) !== undefined && (marker !== undefined || hasEnded)) return true;
  const shift = line.left - last.left;
  const isIndented = shift > MIN_INDENT * line.size && shift < MAX_INDENT * line.size && marker === undefined;
  // The lines of a list item are indented below its marker, and those of a centred text are as they come.
  if (isIndented && hasEnded) return true;
  return (hasEnded || fitsEasily(lines, index, last)) && fits(lines, index, last);
}

/** Whether a text ends inside a word. */
function endsWithHyphen(text: string): boolean {
  return /[\p{L}\u00AD][-‐\u00AD]$/u.test(text);
}

/** Whether a line is further below the one before than in a paragraph, or above it. */
export function isFarBelow(line: PageLine, last: PageLine, leading: number): boolean {
  const distance = (line.y - last.y) / line.size;
  return distance > MAX_LEADING * leading || distance < -0.2;
}

/** Whether the line's first word would have fitted on the line before, so that the line end was intended. */
export function fits(lines: readonly PageLine[], index: number, last: PageLine): boolean {
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

function firstWordWidth({ segments: [first] }: PageLine): number {
  if (!first) return 0;
  const word = /^\S+/u.exec(first.text)?.[0] ?? '';
  return ((word.length + 1) / Math.max(1, first.text.length)) * (first.right - first.left);
}
