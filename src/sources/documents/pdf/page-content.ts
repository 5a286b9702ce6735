// Reads the text of a PDF page as segments with positions, upright and measured from the top left.
import type { PDFPageProxy } from 'unpdf/pdfjs';

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

/** A link in a text, by offsets into it. */
export interface TextLink {
  readonly start: number;
  readonly end: number;
  readonly url: string;
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
}

interface TextItem {
  readonly str: string;
  readonly dir: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly fontName: string;
}

interface LinkArea {
  readonly url: string;
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
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
      return {
        text: item.str,
        left,
        right: left + item.width,
        y: baseline,
        size,
        font: item.fontName,
        isRightToLeft,
      };
    });
  const areas = angle === 0 ? await readLinkAreas(page, viewport.transform) : [];
  const segments = joinRuns(runs).map((segment) => ({ ...segment, links: findLinks(segment, areas) }));
  return { width: viewport.width, height: viewport.height, segments };
}

/** Joins runs that follow each other on a line without a wide gap. */
function joinRuns(runs: readonly Run[]): Omit<Segment, 'links'>[] {
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
  const isMain = last.size >= run.size;
  return {
    text: `${last.text.trimEnd()}${hasSpace && !isSuperscript ? ' ' : ''}${text.trim()}`,
    left: Math.min(last.left, run.left),
    right: Math.max(last.right, run.right),
    y: isMain ? last.y : run.y,
    size,
    // A segment in two fonts has the font of its longer part.
    font: run.text.length > last.text.length ? run.font : last.font,
    isRightToLeft: last.isRightToLeft || run.isRightToLeft,
  };
}

function toSuperscript(digits: string): string {
  return [...digits].map((digit) => SUPERSCRIPTS[Number(digit)] ?? digit).join('');
}

async function readLinkAreas(page: PDFPageProxy, transform: readonly number[]): Promise<LinkArea[]> {
  const annotations = (await page.getAnnotations().catch(() => [])) as readonly {
    readonly url?: unknown;
    readonly overlaidText?: unknown;
    readonly rect?: unknown;
  }[];
  return annotations.flatMap(({ url, overlaidText, rect }) => {
    if (typeof url !== 'string' || typeof overlaidText !== 'string' || !Array.isArray(rect)) return [];
    if (!/^https?:/u.test(url) || overlaidText.trim() === '') return [];
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = rect as number[];
    const corners = [apply(transform, x0, y0), apply(transform, x1, y1)];
    const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
    return [
      {
        ...{ url, text: overlaidText.replace(/\s+/gu, ' ').trim() },
        ...{ left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) },
      },
    ];
  });
}

function findLinks(segment: Omit<Segment, 'links'>, areas: readonly LinkArea[]): readonly TextLink[] {
  const found: TextLink[] = [];
  for (const { url, text, left, right, top, bottom } of areas) {
    const isHere =
      segment.y >= top && segment.y <= bottom + 1 && segment.left < right && segment.right > left;
    const start = isHere ? segment.text.indexOf(text, found.at(-1)?.end ?? 0) : -1;
    if (start >= 0) found.push({ start, end: start + text.length, url });
  }
  return found;
}

/** The quarter turn in which most of the text is written. */
function dominantAngle(texts: readonly { readonly angle: number; readonly weight: number }[]): number {
  const weights = new Map<number, number>();
  for (const { angle, weight } of texts) {
    const quarter = (Math.round(angle / (Math.PI / 2)) + 4) % 4;
    weights.set(quarter, (weights.get(quarter) ?? 0) + weight);
  }
  const [quarter = 0] = [...weights].sort((one, other) => other[1] - one[1])[0] ?? [];
  return turn(quarter * (Math.PI / 2));
}

/** The same angle between -π and π. */
function turn(angle: number): number {
  return Math.atan2(Math.sin(angle), Math.cos(angle));
}

function rotate(x: number, y: number, angle: number): readonly [number, number] {
  if (angle === 0) return [x, y];
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return [x * cos - y * sin, x * sin + y * cos];
}

function apply(m: readonly number[], x: number, y: number): readonly [number, number] {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = m;
  return [a * x + c * y + e, b * x + d * y + f];
}

/** The product of two transformation matrices, as PDF writes them. */
function multiply(
  m: readonly number[],
  n: readonly number[],
): readonly [number, number, number, number, number, number] {
  const [a1 = 1, b1 = 0, c1 = 0, d1 = 1, e1 = 0, f1 = 0] = m;
  const [a2 = 1, b2 = 0, c2 = 0, d2 = 1, e2 = 0, f2 = 0] = n;
  return [
    ...([a1 * a2 + c1 * b2, b1 * a2 + d1 * b2, a1 * c2 + c1 * d2, b1 * c2 + d1 * d2] as const),
    ...([a1 * e2 + c1 * f2 + e1, b1 * e2 + d1 * f2 + f1] as const),
  ];
}
