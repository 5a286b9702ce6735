// Builds files of all formats in code, and files that attack whoever reads them.
import { constants, deflateRawSync, deflateSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';

const CONTAINER = '<container><rootfiles><rootfile full-path="content.opf"/></rootfiles></container>';
const WORD_NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const OFFICE_NAMESPACES =
  'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"';

/** Entities that expand to three billion words. */
export const ENTITIES = `<!DOCTYPE x [<!ENTITY a "word word word">${Array.from(
  { length: 9 },
  (_, index) => `<!ENTITY a${index} "${`&a${index === 0 ? '' : index - 1};`.repeat(10)}">`,
).join('')}]>`;

export function zip(parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const files = Object.entries(parts).map(([name, content]) => [
    name,
    typeof content === 'string' ? strToU8(content) : content,
  ]);
  return zipSync(Object.fromEntries(files), { level: 1 });
}

/** A Word file with this content of its body. */
export function docx(
  body: string,
  { before = '', ...parts }: { readonly before?: string } & Record<string, string> = {},
): Uint8Array {
  return zip({
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    '_rels/.rels':
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    'word/document.xml': `${before}<w:document ${WORD_NAMESPACE}><w:body>${body}</w:body></w:document>`,
    ...parts,
  });
}

export function wordParagraph(text: string): string {
  return `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
}

/** An OpenDocument text with this content. */
export function odt(body: string, before = ''): Uint8Array {
  return zip({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml': `${before}<office:document-content ${OFFICE_NAMESPACES}><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
  });
}

/** An e-book with one chapter. */
export function epub(chapter: string, { metadata = '' }: { readonly metadata?: string } = {}): Uint8Array {
  return zip({
    mimetype: 'application/epub+zip',
    'META-INF/container.xml': CONTAINER,
    'content.opf': `<package><metadata><dc:title>Book</dc:title>${metadata}</metadata><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/></spine></package>`,
    'a.xhtml': chapter,
  });
}

/** Changes a zip file so that it claims other sizes for all its parts. */
export function claimSize(file: Uint8Array, size: number): Uint8Array {
  const copy = Buffer.from(file);
  for (
    let at = copy.indexOf('PK\u0001\u0002', 0, 'latin1');
    at >= 0;
    at = copy.indexOf('PK\u0001\u0002', at + 4, 'latin1')
  )
    copy.writeUInt32LE(size, at + 24);
  return copy;
}

/** A zip file whose directory lists one part many times under different names. */
export function overlapping(part: Uint8Array, count: number, nameOf: (index: number) => string): Uint8Array {
  const single = Buffer.from(zipSync({ [nameOf(0)]: part }, { level: 9 }));
  const directory = single.indexOf('PK\u0001\u0002', 0, 'latin1');
  const end = single.indexOf('PK\u0005\u0006', 0, 'latin1');
  const entry = single.subarray(directory, end);
  const entries = Array.from({ length: count }, (_, index) => {
    const name = Buffer.from(nameOf(index));
    const header = Buffer.from(entry.subarray(0, 46));
    header.writeUInt16LE(name.length, 28);
    return Buffer.concat([header, name]);
  });
  const tail = Buffer.from(single.subarray(end));
  tail.writeUInt16LE(count, 8);
  tail.writeUInt16LE(count, 10);
  tail.writeUInt32LE(
    entries.reduce((sum, { length }) => sum + length, 0),
    12,
  );
  return Buffer.concat([single.subarray(0, directory), ...entries, tail]);
}

/** A PDF file of these objects, which are numbered from 1. The first one is the catalog. */
export function pdf(objects: readonly (string | Uint8Array)[]): Uint8Array {
  const parts: Buffer[] = [Buffer.from('%PDF-1.5\n')];
  const offsets: number[] = [];
  let length = parts[0]?.length ?? 0;
  const add = (part: Buffer) => {
    parts.push(part);
    length += part.length;
  };
  for (const [index, object] of objects.entries()) {
    offsets.push(length);
    add(Buffer.from(`${index + 1} 0 obj\n`));
    add(Buffer.from(object));
    add(Buffer.from('\nendobj\n'));
  }
  const start = length;
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  add(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF`,
    ),
  );
  return Buffer.concat(parts);
}

/** A compressed stream object. */
export function stream(content: Uint8Array, { entries = '' } = {}): Uint8Array {
  return streamOf(deflateSync(content), '/FlateDecode', entries);
}

/** A stream object of compressed data, which is compressed once more. */
export function packedStream(deflated: Uint8Array, entries = ''): Uint8Array {
  return streamOf(deflateSync(deflated), '/FlateDecode /FlateDecode', entries);
}

function streamOf(data: Uint8Array, filters: string, entries: string): Uint8Array {
  return Buffer.concat([
    Buffer.from(`<< /Length ${data.length} /Filter [${filters}] ${entries} >>\nstream\n`),
    data,
    Buffer.from('\nendstream'),
  ]);
}

/** Compressed spaces, made quickly by repeating one compressed block. */
export function deflatedSpaces(megabytes: number, before = ''): Uint8Array {
  const flushed = { level: 9, finishFlush: constants.Z_FULL_FLUSH };
  const block = deflateRawSync(Buffer.alloc(2 ** 20, ' '), flushed);
  return Buffer.concat([
    Buffer.from([0x78, 0xda]),
    deflateRawSync(before, flushed),
    ...Array.from({ length: megabytes }, () => block),
    // The end of the data, and a checksum that nobody looks at.
    Buffer.from([0x03, 0x00, 0, 0, 0, 0]),
  ]);
}

/** A PDF file with one page that has this content. */
export function pdfPage(
  content: Uint8Array,
  { mediaBox = '0 0 595 842', pages = '/Kids [3 0 R] /Count 1' } = {},
): Uint8Array {
  return pdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages ${pages} >>`,
    `<< /Type /Page /Parent 2 0 R /MediaBox [${mediaBox}] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>`,
    content,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ]);
}

/** The content of a page that shows these lines. */
export function pdfText(lines: readonly string[]): Uint8Array {
  const shown = lines.map((line) => `(${line}) Tj T*`).join(' ');
  return Buffer.from(`BT /F1 11 Tf 14 TL 70 770 Td ${shown} ET`);
}

/** A PDF file with a page for each list of lines. */
export function pdfPages(pages: readonly (readonly string[])[]): Uint8Array {
  const kids = pages.map((_page, index) => `${4 + 2 * index} 0 R`).join(' ');
  return pdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...pages.flatMap((lines, index) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${5 + 2 * index} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
      stream(pdfText(lines)),
    ]),
  ]);
}
