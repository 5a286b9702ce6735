// The links of a PDF page, which are areas on it, and the text that they cover.
import type { PDFPageProxy } from 'unpdf/pdfjs';
import { apply } from './geometry.js';

/** A link in a text, by offsets into it. */
export interface TextLink {
  readonly start: number;
  readonly end: number;
  readonly url: string;
}

/** An area that opens an address, and the text that it covers. Units are points, from the page's top left. */
export interface LinkArea {
  readonly url: string;
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export async function readLinkAreas(page: PDFPageProxy, transform: readonly number[]): Promise<LinkArea[]> {
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

/** The links in a piece of text on one line. */
export function findLinks(
  segment: { readonly text: string; readonly left: number; readonly right: number; readonly y: number },
  areas: readonly LinkArea[],
): readonly TextLink[] {
  const found: TextLink[] = [];
  for (const { url, text, left, right, top, bottom } of areas) {
    const isHere =
      segment.y >= top && segment.y <= bottom + 1 && segment.left < right && segment.right > left;
    const start = isHere ? segment.text.indexOf(text, found.at(-1)?.end ?? 0) : -1;
    if (start >= 0) found.push({ start, end: start + text.length, url });
  }
  return found;
}
