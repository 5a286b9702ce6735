// Finds out what a file is: by its bytes first, then by its name and declared type.
import { extname } from 'node:path';
import { fileTypeFromBuffer } from 'file-type';
import type { FileToRead } from '../protocol.js';
import { refuseDamaged, refuseEmpty, refuseEncrypted, refuseFormat } from '../refusals.js';
import { detectZipFormat } from './detect-zip-format.js';

export type FileFormat = 'markdown' | 'text' | 'html' | 'pdf' | 'docx' | 'epub' | 'odt' | 'rtf';

/** Adobe's reader finds the header anywhere in this many bytes. */
const PDF_HEADER_BYTES = 1_024;
const HEAD_BYTES = 2_048;
const HTML_START =
  /^(?:\uFEFF|\s|<!--[\s\S]{0,1500}?-->|<\?xml[^>]{0,200}\?>)*<(?:!doctype\s+html|html[\s>])/iu;
const XML_START = /^[\uFEFF\s]*<\?xml\s/u;
/** A part, or the end of an empty file. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are the signature
const ZIP_START = /^PK(?:\x03\x04|\x05\x06)/;
const RTF_START = /^[\uFEFF\s]*\{\\rtf/u;
/** Names of the streams in old Office files, in UTF-16. Encrypted files of the new formats are such files, too. */
const OLE_STREAMS = [
  ['EncryptedPackage', 'encrypted'],
  ['WordDocument', 'an old Word file (.doc)'],
  ['Workbook', 'a spreadsheet'],
  ['PowerPoint Document', 'a presentation'],
] as const;

const BY_EXTENSION: ReadonlyMap<string, FileFormat> = new Map([
  ...(['.md', '.markdown', '.mdown', '.mkd'] as const).map((name) => [name, 'markdown'] as const),
  ...(['.txt', '.text'] as const).map((name) => [name, 'text'] as const),
  ...(['.html', '.htm', '.xhtml'] as const).map((name) => [name, 'html'] as const),
]);
const BY_TYPE: ReadonlyMap<string, FileFormat> = new Map([
  ['text/markdown', 'markdown'],
  ['text/x-markdown', 'markdown'],
  ['text/plain', 'text'],
  ['text/html', 'html'],
  ['application/xhtml+xml', 'html'],
]);
/** Formats that their bytes would have shown. */
const BINARY: ReadonlyMap<string, string> = new Map([
  ['.pdf', 'a PDF file'],
  ['.docx', 'a Word file'],
  ['.epub', 'an EPUB file'],
  ['.odt', 'an OpenDocument file'],
  ['.rtf', 'an RTF file'],
]);
/** Text that is no article. */
const DATA: ReadonlyMap<string, string> = new Map([
  ['.csv', 'a table (.csv)'],
  ['.tsv', 'a table (.tsv)'],
  ['.json', 'a data file (.json)'],
  ['.xml', 'a data file (.xml)'],
  ['.svg', 'a picture (.svg)'],
  ['application/json', 'a data file (JSON)'],
  ['text/csv', 'a table (CSV)'],
  ['text/css', 'a style sheet'],
  ['text/javascript', 'a program'],
  ['application/javascript', 'a program'],
]);
const ADVICE = {
  picture: 'If it shows text, add the text itself.',
  recording: 'Add a transcript instead.',
  archive: 'Unpack it, and add the articles in it one by one.',
  word: 'Open it in Word or LibreOffice, save it as .docx, and add that.',
  table: 'Save it as PDF or HTML, and add that.',
} as const;

/**
 * The format of a file. A file whose name says something else than its bytes is read as what its bytes say.
 * @throws AppError `sources/unsupported-file`, `sources/encrypted-file`, `sources/damaged-file`, `sources/no-text`
 */
export async function detectFormat(file: FileToRead): Promise<FileFormat> {
  const { bytes, name } = file;
  if (bytes.length === 0) throw refuseEmpty(name);
  const head = Buffer.from(bytes.subarray(0, HEAD_BYTES));
  if (isPdf(file, head)) return 'pdf';
  const start = decodeStart(head);
  if (RTF_START.test(start)) return 'rtf';
  if (ZIP_START.test(head.toString('latin1', 0, 4))) return detectZipFormat(file);
  await refuseBinary(file);
  return detectTextFormat(file, start);
}

function detectTextFormat({ name, contentType }: FileToRead, start: string): FileFormat {
  const extension = extname(name).toLowerCase();
  const type = (contentType ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
  const named = BY_EXTENSION.get(extension);
  if (named) return named;
  if (HTML_START.test(start)) return 'html';
  const data =
    DATA.get(extension) ?? DATA.get(type) ?? (XML_START.test(start) ? 'a data file (XML)' : undefined);
  if (data !== undefined) throw refuseFormat(name, data, ADVICE.table);
  const expected = BINARY.get(extension);
  if (expected !== undefined) throw refuseDamaged(name, expected);
  return BY_TYPE.get(type) ?? 'text';
}

/** Some PDF files have other bytes before their header, and some texts are about the header. */
function isPdf({ name, contentType = '' }: FileToRead, head: Buffer): boolean {
  const at = head.subarray(0, PDF_HEADER_BYTES).indexOf('%PDF-');
  return at === 0 || (at > 0 && (/\.pdf$/iu.test(name) || /^application\/pdf/iu.test(contentType)));
}

/** The first characters, in UTF-16 if the byte-order mark or a zero says so. */
function decodeStart(head: Buffer): string {
  if (head[0] === 0xff && head[1] === 0xfe) return head.toString('utf16le');
  return head.toString('utf8');
}

async function refuseBinary({ name, bytes }: FileToRead): Promise<void> {
  const type = await fileTypeFromBuffer(bytes);
  if (!type) return;
  const { mime, ext } = type;
  const [group] = mime.split('/', 1);
  if (ext === 'cfb') refuseOle(name, bytes);
  if (ext === 'pgp') throw refuseEncrypted(name);
  if (group === 'image') throw refuseFormat(name, `a picture (.${ext})`, ADVICE.picture);
  if (group === 'video') throw refuseFormat(name, `a video (.${ext})`, ADVICE.recording);
  if (group === 'audio') throw refuseFormat(name, `a sound recording (.${ext})`, ADVICE.recording);
  if (ARCHIVES.has(ext)) throw refuseFormat(name, `an archive (.${ext})`, ADVICE.archive);
  // Text formats, such as XML and vCard, are judged by what they are called and how they start.
  if (!mime.startsWith('text/') && ext !== 'xml') throw refuseFormat(name, `a .${ext} file`);
}

const ARCHIVES: ReadonlySet<string> = new Set(
  '7z ace ar arj bz2 cab cpio deb gz lz lz4 lzh rar rpm tar xz Z zip zst'.split(' '),
);

function refuseOle(name: string, bytes: Uint8Array): never {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found = OLE_STREAMS.find(([stream]) => content.includes(stream, 0, 'utf16le'));
  if (found?.[1] === 'encrypted') throw refuseEncrypted(name);
  throw refuseFormat(name, found?.[1] ?? 'an old Office file', ADVICE.word);
}
