// What a PDF file says about itself: metadata, labels of pages, outline.
import type { PDFDocumentProxy } from 'unpdf/pdfjs';
import { cleanMetadata } from '../metadata.js';
import { headingKey } from './blocks/typography.js';

const MAX_OUTLINE_DEPTH = 5;
const BROWSER = /Mozilla\/|Chrom|Firefox|Safari|wkhtmltopdf/iu;

/** `isPrintedPage`: the file is a web page that a browser printed. */
export async function readMetadata(document: PDFDocumentProxy) {
  const { info, metadata } = await document.getMetadata();
  const field = (name: string): string | undefined => {
    const value = (info as Readonly<Record<string, unknown>>)[name];
    return typeof value === 'string' ? value : undefined;
  };
  const creators = metadata?.get('dc:creator') as unknown;
  const language = metadata?.get('dc:language') as unknown;
  // A web page that was printed has the title of its window, and the day of printing.
  const isPrintedPage = BROWSER.test(field('Creator') ?? '');
  const fields = cleanMetadata({
    title: field('Title') || String(metadata?.get('dc:title') ?? ''),
    authors: field('Author') ? [field('Author')] : Array.isArray(creators) ? creators.map(String) : [],
    date: isPrintedPage ? undefined : field('CreationDate'),
    language: field('Language') || (Array.isArray(language) ? String(language[0]) : undefined),
  });
  return { fields, isPrintedPage };
}

/** The labels that the file gives its pages, the printed numbers, or the number of each page. */
export async function readLabels(
  document: PDFDocumentProxy,
  printed: readonly (string | undefined)[] | undefined,
): Promise<readonly string[]> {
  const labels = await document.getPageLabels().catch(() => null);
  return Array.from({ length: document.numPages }, (_page, index) => {
    const label = labels?.[index]?.trim();
    return label || printed?.[index] || String(index + 1);
  });
}

interface OutlineItem {
  readonly title: string;
  readonly items: readonly OutlineItem[];
}

/** The levels of the outline's titles, from 1. */
export async function readOutline(document: PDFDocumentProxy): Promise<ReadonlyMap<string, number>> {
  const levels = new Map<string, number>();
  const visit = (items: readonly OutlineItem[], level: number): void => {
    for (const { title, items: inner } of items) {
      const key = headingKey(title);
      if (key !== '' && !levels.has(key)) levels.set(key, level);
      if (level < MAX_OUTLINE_DEPTH) visit(inner, level + 1);
    }
  };
  visit(((await document.getOutline().catch(() => null)) ?? []) as readonly OutlineItem[], 1);
  return levels;
}
