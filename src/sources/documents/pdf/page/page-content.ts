// Reads the text of a PDF page as segments with positions, upright and measured from the top left.
import type { PDFPageProxy } from 'unpdf/pdfjs';
import { dominantAngle, multiply, rotate, turn } from './geometry.js';
import { findLinks, readLinkAreas, type TextLink } from './links.js';

/** A piece of text on one line, without a wide gap in it. Units are points, from the page's top left. */
export interface Segment {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Of the baseline. */
  readonly y: number;
  /** Of the font, in points. */
  readonly size: number;
  /** Identifies the font in the document. */
  readonly font: string;
  readonly isRightToLeft: boolean;
  readonly links: readonly TextLink[];
}

export interface PageContent {
  readonly width: number;
  readonly height: number;
  /** In the order in which the file draws them. */
  readonly segments: readonly Segment[];
}

/** A wider gap, in font sizes, separates two segments. */
const MAX_GAP = 0.5;
/** A gap from this width on, in font sizes, is a space. */
const MIN_SPACE = 0.15;
/** Text whose baseline is off by at most this many font sizes is on the same line. */
const MAX_SHIFT = 0.45;
/** A smaller number that stands higher is a superscript. */
const SUPERSCRIPT_SIZE = 0.8;
const MAX_TILT = Math.PI / 36;
const SUPERSCRIPTS = [...'⁰¹²³⁴⁵⁶⁷⁸⁹'];

interface Run {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
  readonly font: string;
  readonly isRightToLeft: boolean;
  /** Characters of its longest part, which has its size and font. */
  readonly mainChars: number;
}

interface TextItem {
  readonly str: string;
  readonly dir: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly fontName: string;
}

export async function readPageContent(page: PDFPageProxy): Promise<PageContent> {
  const viewport = page.getViewport({ scale: 1 });
  const { items } = await page.getTextContent();
  const texts = items.filter((item) => 'str' in item) as TextItem[];
  const placed = texts.flatMap((item) => {
    const [a, b, c, d, e, f] = multiply(viewport.transform, item.transform);
    const isPlaced = [a, b, c, d, e, f].every(Number.isFinite) && item.str.trim() !== '';
    return isPlaced ? [{ item, angle: Math.atan2(b, a), size: Math.hypot(c, d), x: e, y: f }] : [];
  });
  const angle = dominantAngle(placed.map((one) => ({ angle: one.angle, weight: one.item.str.length })));
  const runs = placed
    .filter((one) => Math.abs(turn(one.angle - angle)) <= MAX_TILT && one.size > 0)
    .map(({ item, x, y, size }): Run => {
      const [left, baseline] = rotate(x, y, -angle);
      const isRightToLeft = item.dir === 'rtl';
      const text = composeLetters(item.str);
      return {
        ...{ text, left, right: left + item.width, y: baseline, size, font: item.fontName, isRightToLeft },
        mainChars: text.length,
      };
    });
  const areas = angle === 0 ? await readLinkAreas(page, viewport.transform) : [];
  const segments = joinRuns(runs).map(({ mainChars: _, ...segment }) => ({
    ...segment,
    links: findLinks(segment, areas),
  }));
  return { width: viewport.width, height: viewport.height, segments };
}

/** Joins runs that follow each other on a line without a wide gap. */
function joinRuns(runs: readonly Run[]): Run[] {
  const segments: Run[] = [];
  for (const run of runs) {
    const last = segments.at(-1);
    const joined = last && joinTo(last, run);
    if (joined) segments[segments.length - 1] = joined;
    else segments.push({ ...run, text: run.text.trim() });
  }
  return segments;
}

/** Undefined if the run doesn't continue the segment. */
function joinTo(last: Run, run: Run): Run | undefined {
  const size = Math.max(last.size, run.size);
  if (Math.abs(run.y - last.y) > MAX_SHIFT * size) return undefined;
  const gap = run.isRightToLeft && last.isRightToLeft ? last.left - run.right : run.left - last.right;
  if (gap > MAX_GAP * size || gap < -MAX_GAP * size) return undefined;
  const isSuperscript =
    run.size < SUPERSCRIPT_SIZE * last.size && run.y < last.y && /^\d{1,3}$/.test(run.text.trim());
  const text = isSuperscript ? toSuperscript(run.text.trim()) : run.text;
  const hasSpace = gap > MIN_SPACE * size || /\s$/u.test(last.text) || /^\s/u.test(text);
  const main = run.mainChars > last.mainChars ? run : last;
  return {
    text: `${last.text.trimEnd()}${hasSpace && !isSuperscript ? ' ' : ''}${text.trim()}`,
    left: Math.min(last.left, run.left),
    right: Math.max(last.right, run.right),
    ...{ y: main.y, size: main.size, font: main.font, mainChars: main.mainChars },
    isRightToLeft: last.isRightToLeft || run.isRightToLeft,
  };
}

/** TeX prints an umlaut as two dots and the letter after them. */
function composeLetters(text: string): string {
  return text.replace(/¨ ?([aeiouAEIOUı])/gu, (_dots, letter: string) =>
    `${letter === 'ı' ? 'i' : letter}\u0308`.normalize('NFC'),
  );
}

function toSuperscript(digits: string): string {
  return [...digits].map((digit) => SUPERSCRIPTS[Number(digit)] ?? digit).join('');
}
