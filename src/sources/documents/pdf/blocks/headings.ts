// Recognizes headings: by the file's outline, by size, or by a font of their own.
import type { PageLine } from '../page/reading-order.js';
import type { Block } from './block.js';
import { fits, isFarBelow, MAX_LEADING } from './line-breaks.js';
import { headingKey, isHeadingText, roundSize, type Typography } from './typography.js';

const MAX_HEADING_LINES = 4;
const MAX_HEADING_SIZES = 4;
/** Of a heading in the size of the body text. */
const MAX_SMALL_HEADING_CHARS = 80;

/**
 * The heading that starts with a line, if one does.
 * @param before the blocks before it
 */
export function readHeading(
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
  const next = lines[index + 1];
  // The line below the title is the byline.
  const isByline = before.length === 1 && before[0]?.kind === 'heading';
  const isAlone =
    next === undefined ||
    next.column !== line.column ||
    isFarBelow(next, line, leading) ||
    fits(lines, index + 1, line);
  const isSmallHeading =
    !isByline &&
    isAlone &&
    taken.length === 1 &&
    line.font !== bodyFont &&
    roundSize(line.size) >= bodySize &&
    text.length <= MAX_SMALL_HEADING_CHARS &&
    /^[\p{Lu}\p{N}\p{Lo}]/u.test(text) &&
    !/[.,;:!?-]$/u.test(text) &&
    (line.segments.length === 1 || /^[\d.]+$/u.test(line.segments[0]?.text ?? ''));
  return isSmallHeading
    ? { kind: 'heading', level: Math.min(headingSizes.length, MAX_HEADING_SIZES) + 1, lines: taken }
    : undefined;
}
