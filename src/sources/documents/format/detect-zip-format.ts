// Tells the formats apart that are zip files: Word, EPUB, OpenDocument, and those that can't be read.
import type { FileToRead } from '../protocol.js';
import { refuseFormat } from '../refusals.js';
import { openZip } from '../zip/open-zip.js';

const MIME_TYPES: ReadonlyMap<string, 'epub' | 'odt'> = new Map([
  ['application/epub+zip', 'epub'],
  ['application/vnd.oasis.opendocument.text', 'odt'],
  ['application/vnd.oasis.opendocument.text-template', 'odt'],
]);
/** Files that tell what a zip file is. */
const OTHERS: readonly (readonly [RegExp, string, string])[] = [
  [/^xl\/workbook\./, 'a spreadsheet', 'Save it as PDF or HTML, and add that.'],
  [/^ppt\/presentation\./, 'a presentation', 'Save it as PDF, and add that.'],
  [/^Index(?:\.zip|\/)/, 'a file of Pages, Numbers or Keynote', 'Export it as PDF or Word, and add that.'],
];
const OPEN_DOCUMENT = /^application\/vnd\.oasis\.opendocument\.(\w+)/;

/** @throws AppError `sources/unsupported-file`, `sources/damaged-file`, `sources/too-complex` */
export async function detectZipFormat({ name, bytes }: FileToRead): Promise<'docx' | 'epub' | 'odt'> {
  const zip = await openZip(name, bytes);
  try {
    const mime = zip.names.includes('mimetype') ? (await zip.readText('mimetype')).trim() : '';
    const format = MIME_TYPES.get(mime);
    if (format) return format;
    if (zip.names.includes('META-INF/container.xml') && zip.names.some((entry) => entry.endsWith('.opf')))
      return 'epub';
    if (zip.names.includes('word/document.xml')) return 'docx';
    const kind = OPEN_DOCUMENT.exec(mime)?.[1];
    if (kind !== undefined)
      throw refuseFormat(name, `an OpenDocument ${kind}`, 'Save it as PDF, and add that.');
    for (const [pattern, what, advice] of OTHERS)
      if (zip.names.some((entry) => pattern.test(entry))) throw refuseFormat(name, what, advice);
    // The main part of a Word file may have another name, but it is always listed in this file.
    const types = zip.names.includes('[Content_Types].xml') ? await zip.readText('[Content_Types].xml') : '';
    if (types.includes('wordprocessingml.document.main')) return 'docx';
    throw refuseFormat(name, 'an archive (.zip)', 'Unpack it, and add the articles in it one by one.');
  } finally {
    zip.close();
  }
}
