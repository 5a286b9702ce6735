// Reads a file of any supported format.
import { decodeText } from '../decode-text.js';
import { decodeHtml } from '../html/decode-html.js';
import { detectFormat, type FileFormat } from './format/detect-format.js';
import type { FileDraft, FileToRead, ReportProgress } from './protocol.js';

type ReadFormat = (file: FileToRead, report: ReportProgress) => FileDraft | Promise<FileDraft>;

/** Readers load when they are needed, because each file is read in a new thread. */
const READERS: Readonly<Record<FileFormat, () => Promise<ReadFormat>>> = {
  markdown: () => openTextReader('.md'),
  text: () => openTextReader('.txt'),
  html: async () => (await import('./read-html-file.js')).readHtmlFile,
  docx: async () => (await import('./office/read-docx.js')).readDocx,
  odt: async () => (await import('./office/read-odt.js')).readOdt,
  epub: async () => (await import('./epub/read-epub.js')).readEpub,
  rtf: async () => (await import('./rtf/read-rtf.js')).readRtf,
  pdf: async () => (await import('./pdf/read-pdf.js')).readPdf,
};

/** @throws AppError `sources/*`; MarkupLimitError or RangeError if its markup is nested too deeply */
export async function readDocument(file: FileToRead, report: ReportProgress): Promise<FileDraft> {
  const read = await READERS[await detectFormat(file)]();
  return read(file, report);
}

/** @param extension by which Markdown and plain text are told apart */
async function openTextReader(extension: '.md' | '.txt'): Promise<ReadFormat> {
  const { readArticleFile } = await import('../file.js');
  return (file) => readArticleFile(decode(file), withExtension(file.name, extension));
}

/** A declared encoding counts if the bytes fit it. */
function decode({ bytes, charset, contentType = '' }: FileToRead): string {
  const declared = charset ?? (/charset=/iu.test(contentType) ? contentType : undefined);
  return declared === undefined ? decodeText(bytes) : decodeHtml(bytes, { charset: declared });
}

/** The name with another extension, unless it has this one. */
function withExtension(name: string, extension: string): string {
  return name.toLowerCase().endsWith(extension) ? name : `${name.replace(/\.\w{1,9}$/u, '')}${extension}`;
}
