// Reads an e-book (EPUB 2 and 3): its chapters in reading order, without cover and table of contents.
// https://www.w3.org/TR/epub-33/
import { posix } from 'node:path';
import type { Element, ElementContent } from 'hast';
import { makeDraft } from '../html-draft.js';
import { footnoteSection, toRoot } from '../markup/build-html.js';
import { findElement, parseMarkup } from '../markup/parse-markup.js';
import { markTableHeaders } from '../markup/table-header.js';
import type { FileDraft, FileToRead, ReportProgress } from '../protocol.js';
import { refuseDamaged, refuseEncrypted, refuseTooComplex } from '../refusals.js';
import { openZip, type ZipParts } from '../zip/open-zip.js';
import { convertChapter } from './chapter-to-html.js';
import { readPackage } from './read-package.js';

const MAX_CHAPTERS = 5_000;
/** Fonts are scrambled by these, which isn't copy protection: https://www.w3.org/TR/epub-33/#sec-font-obfuscation */
const FONT_ALGORITHMS =
  /Algorithm\s*=\s*["'](?:http:\/\/www\.idpf\.org\/2008\/embedding|http:\/\/ns\.adobe\.com\/pdf\/enc#RC)["']/gu;

/** @throws AppError `sources/*`; RangeError if it is nested too deeply */
export async function readEpub({ name, bytes }: FileToRead, report: ReportProgress): Promise<FileDraft> {
  const zip = await openZip(name, bytes);
  try {
    await refuseProtected(name, zip);
    const container = parseMarkup(await zip.readText('META-INF/container.xml'), 'xml');
    const path = findElement(container, 'rootfile')?.attributes['full-path'];
    if (path === undefined) throw refuseDamaged(name, 'an EPUB file');
    const { fields, chapters } = readPackage(parseMarkup(await zip.readText(path), 'xml'));
    if (chapters.length > MAX_CHAPTERS)
      throw refuseTooComplex(name, `has more than ${MAX_CHAPTERS.toLocaleString('en')} chapters`);
    const blocks: ElementContent[] = [];
    const notes: ElementContent[][] = [];
    const missing: string[] = [];
    for (const [index, href] of chapters.entries()) {
      report(`Reading chapter ${index + 1} of ${chapters.length}`, index, chapters.length);
      const part = posix.join(posix.dirname(path), decodePath(href));
      if (zip.names.includes(part)) blocks.push(...convertChapter(await zip.readText(part), notes));
      else missing.push(part);
    }
    const tree = toRoot([...(blocks as Element[]), ...footnoteSection(notes)]);
    markTableHeaders(tree);
    const draft = makeDraft({ tree, fields, name });
    return missing.length === 0 ? draft : { ...draft, warnings: [describeMissing(missing.length)] };
  } finally {
    zip.close();
  }
}

/** A book with copy protection has chapters that can't be read. */
async function refuseProtected(name: string, zip: ZipParts): Promise<void> {
  const file = 'META-INF/encryption.xml';
  if (!zip.names.includes(file)) return;
  const encryption = await zip.readText(file);
  const all = encryption.match(/<(?:\w+:)?EncryptionMethod\s/gu)?.length ?? 0;
  if (all > (encryption.match(FONT_ALGORITHMS)?.length ?? 0)) throw refuseEncrypted(name);
}

function decodePath(href: string): string {
  const path = href.split('#', 1)[0] ?? '';
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function describeMissing(count: number): string {
  return count === 1 ? 'One chapter is missing in the file.' : `${count} chapters are missing in the file.`;
}
