// Reads a PDF file: its text in reading order with headings, lists, tables, links and page numbers, and its metadata.
import { getResolvedPDFJS } from 'unpdf';
import type { PDFDocumentProxy } from 'unpdf/pdfjs';
import { AppError } from '../../../core/errors.js';
import { makeDraft } from '../html-draft.js';
import { cleanMetadata } from '../metadata.js';
import type { FileDraft, FileToRead, ReportProgress } from '../protocol.js';
import { quoteName, refuseDamaged, refuseEncrypted, refuseTooComplex } from '../refusals.js';
import { collectWords } from './hyphenation.js';
import { type PageContent, readPageContent } from './page-content.js';
import { buildBlocks, describeTypography, headingKey, roundSize } from './paragraphs.js';
import { orderLines, type PageLine } from './reading-order.js';
import { findRunningHeads } from './running-heads.js';
import { toHtml } from './to-html.js';

const MAX_PAGES = 5_000;
const MAX_OUTLINE_DEPTH = 5;
/** Letters that a font doesn't name come out as these. */
const UNREADABLE = /[\uE000-\uF8FF\uFFFD]/gu;
const MAX_UNREADABLE_SHARE = 0.3;
/** A line of a table of contents, with its row of dots. */
const LEADER = /(?:\.\s?){5,}\s*\S{0,6}$/u;
const MAX_LISTED_PAGES = 10;

/** @throws AppError `sources/damaged-file`, `sources/encrypted-file`, `sources/no-text`, `sources/too-complex` */
export async function readPdf(file: FileToRead, report: ReportProgress): Promise<FileDraft> {
  const { document, close } = await openPdf(file);
  try {
    if (document.numPages > MAX_PAGES)
      throw refuseTooComplex(file.name, `has more than ${MAX_PAGES.toLocaleString('en')} pages`);
    const { pages, unreadable } = await readPages(document, report);
    if (unreadable.length === pages.length) throw refuseDamaged(file.name, 'a PDF file');
    checkText(file, pages);
    return await assemble(file, document, pages, unreadable);
  } finally {
    await close();
  }
}

async function openPdf({ name, bytes }: FileToRead) {
  const { getDocument } = await getResolvedPDFJS();
  const task = getDocument({
    data: new Uint8Array(bytes),
    ...{ isEvalSupported: false, disableFontFace: true, useSystemFonts: false, enableXfa: false },
    ...{ stopAtErrors: false, verbosity: 0 },
  });
  try {
    return { document: await task.promise, close: () => task.destroy() };
  } catch (error) {
    await task.destroy();
    if (error instanceof Error && error.name === 'PasswordException') throw refuseEncrypted(name);
    throw refuseDamaged(name, 'a PDF file', error);
  }
}

/** `unreadable`: the indexes of pages that are damaged, which are empty. */
async function readPages(document: PDFDocumentProxy, report: ReportProgress) {
  const pages: PageContent[] = [];
  const unreadable: number[] = [];
  for (let index = 0; index < document.numPages; index += 1) {
    report(`Reading page ${index + 1} of ${document.numPages}`, index, document.numPages);
    try {
      const page = await document.getPage(index + 1);
      pages.push(await readPageContent(page));
      page.cleanup();
    } catch {
      unreadable.push(index);
      pages.push({ width: 0, height: 0, segments: [] });
    }
  }
  return { pages, unreadable };
}

function checkText({ name }: FileToRead, pages: readonly PageContent[]): void {
  const text = pages.flatMap(({ segments }) => segments.map((segment) => segment.text)).join(' ');
  if (!/[\p{L}\p{N}]/u.test(text) && !UNREADABLE.test(text)) {
    throw new AppError({
      code: 'sources/no-text',
      message: `${quoteName(name)} has no text. Its pages are pictures, such as scans.`,
      advice: 'Run text recognition (OCR) on it, and add the new file.',
    });
  }
  if ((text.match(UNREADABLE)?.length ?? 0) > MAX_UNREADABLE_SHARE * text.length) {
    throw new AppError({
      code: 'sources/no-text',
      message: `The text of ${quoteName(name)} can't be read, because its fonts don't say which letters they show.`,
      advice: 'Add the document in another format, or run text recognition (OCR) on it first.',
    });
  }
}

async function assemble(
  file: FileToRead,
  document: PDFDocumentProxy,
  pages: readonly PageContent[],
  unreadable: readonly number[],
): Promise<FileDraft> {
  const heads = findRunningHeads(pages, findBodySize(pages));
  const lines = pages.flatMap(({ segments }, page): PageLine[] =>
    orderLines(segments.filter((segment) => !heads.segments.has(segment)))
      .map((line) => ({ ...line, page, text: line.segments.map(({ text }) => text).join(' ') }))
      .filter(({ text }) => !LEADER.test(text)),
  );
  const labels = await readLabels(document, heads.printedNumbers);
  const typography = describeTypography(lines, await readOutline(document));
  const blocks = buildBlocks(lines, typography);
  const tree = toHtml(blocks, labels, collectWords(lines.map(({ text }) => text)));
  const fields = await readMetadata(document);
  const draft = makeDraft({ tree, fields, name: file.name });
  return { ...draft, ...warningsAbout(lines, unreadable, labels) };
}

async function readMetadata(document: PDFDocumentProxy) {
  const { info, metadata } = await document.getMetadata();
  const field = (name: string): string | undefined => {
    const value = (info as Readonly<Record<string, unknown>>)[name];
    return typeof value === 'string' ? value : undefined;
  };
  const creators = metadata?.get('dc:creator') as unknown;
  const language = metadata?.get('dc:language') as unknown;
  return cleanMetadata({
    title: field('Title') ?? (metadata?.get('dc:title') as string | undefined),
    authors: field('Author') ? [field('Author')] : Array.isArray(creators) ? creators.map(String) : [],
    date: field('CreationDate'),
    language: field('Language') ?? (Array.isArray(language) ? String(language[0]) : undefined),
  });
}

/** The labels that the file gives its pages, the printed numbers, or the number of each page. */
async function readLabels(
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
async function readOutline(document: PDFDocumentProxy): Promise<ReadonlyMap<string, number>> {
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

function findBodySize(pages: readonly PageContent[]): number {
  const weights = new Map<number, number>();
  for (const { size, text } of pages.flatMap(({ segments }) => segments))
    weights.set(roundSize(size), (weights.get(roundSize(size)) ?? 0) + text.length);
  return [...weights].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 10;
}

function warningsAbout(
  lines: readonly PageLine[],
  unreadable: readonly number[],
  labels: readonly string[],
): Pick<FileDraft, 'warnings'> {
  const known = new Set([...lines.map(({ page }) => page), ...unreadable]);
  const empty = [...labels.keys()].filter((index) => !known.has(index));
  const warnings = [
    ...(empty.length > 0
      ? [`${listPages(empty, labels)} no text. If it's a scan, what it says isn't included.`]
      : []),
    ...(unreadable.length > 0
      ? [`${listPages(unreadable, labels)} damage, so what it says isn't included.`]
      : []),
  ];
  return warnings.length > 0 ? { warnings } : {};
}

/** "Page 4 has" or "Pages 4, 5 and 9 have". */
function listPages(indexes: readonly number[], labels: readonly string[]): string {
  const names = indexes.slice(0, MAX_LISTED_PAGES).map((index) => labels[index] ?? String(index + 1));
  if (indexes.length > MAX_LISTED_PAGES) names.push(`${indexes.length - MAX_LISTED_PAGES} more`);
  if (names.length === 1) return `Page ${names[0]} has`;
  return `Pages ${names.slice(0, -1).join(', ')} and ${names.at(-1)} have`;
}
