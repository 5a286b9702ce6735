// Reads a file of any supported format.
import { decodeText } from '../decode-text.js';
import { readArticleFile } from '../file.js';
import { detectFormat, type FileFormat } from './format/detect-format.js';
import type { FileDraft, FileToRead, ReportProgress } from './protocol.js';
import { readHtmlFile } from './read-html-file.js';

type ReadFormat = (file: FileToRead, report: ReportProgress) => FileDraft | Promise<FileDraft>;

/** Readers load when they are needed, because each file is read in a new thread. */
const READERS: Readonly<Record<FileFormat, () => Promise<ReadFormat>>> = {
  markdown: async () => (file) => readArticleFile(decodeText(file.bytes), withExtension(file.name, '.md')),
  text: async () => (file) => readArticleFile(decodeText(file.bytes), withExtension(file.name, '.txt')),
  html: async () => readHtmlFile,
  docx: async () => (await import('./office/read-docx.js')).readDocx,
  odt: async () => (await import('./office/read-odt.js')).readOdt,
  epub: async () => (await import('./epub/read-epub.js')).readEpub,
  rtf: async () => (await import('./rtf/read-rtf.js')).readRtf,
  pdf: async () => (await import('./pdf/read-pdf.js')).readPdf,
};

/** @throws AppError `sources/*`; RangeError if its markup is nested too deeply */
export async function readDocument(file: FileToRead, report: ReportProgress): Promise<FileDraft> {
  const read = await READERS[await detectFormat(file)]();
  return read(file, report);
}

/** The name with the extension by which Markdown and plain text are told apart. */
function withExtension(name: string, extension: string): string {
  return name.toLowerCase().endsWith(extension) ? name : `${name.replace(/\.\w{1,9}$/u, '')}${extension}`;
}
