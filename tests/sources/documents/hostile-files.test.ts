// Files that attack the reader end in a clear refusal, within bounded time and memory. Runs the compiled code.
import { afterAll, describe, expect, it } from 'vitest';
import { createFileReader } from '../../../src/sources/read-source-file.js';
import {
  claimSize,
  deflatedSpaces,
  docx,
  ENTITIES,
  epub,
  odt,
  overlapping,
  packedStream,
  pdf,
  pdfPage,
  pdfText,
  stream,
  wordParagraph,
  zip,
} from './build-files.js';

const MAX_MEMORY_MB = 128;
const MAX_MS = 20_000;
/** The thread's heap and as much outside of it, and what is measured too late. */
const MAX_GROWTH_BYTES = 4 * MAX_MEMORY_MB * 2 ** 20;
const MEGABYTE = 2 ** 20;

const reader = createFileReader({ maxMemoryMb: MAX_MEMORY_MB, maxMs: MAX_MS });
const spaces = (bytes: number) => Buffer.alloc(bytes, ' ');
const read = (name: string, bytes: Uint8Array) => reader.readSourceFile({ name, bytes });

afterAll(() => reader.close());

const REFUSED: readonly (readonly [string, string, () => Uint8Array, RegExp])[] = [
  ['a part of 80 MB', 'a.docx', () => docx(spaces(80 * MEGABYTE).toString('latin1')), /too-complex/],
  [
    'many large parts',
    'a.docx',
    () => docx('', partsOf(4, spaces(50 * MEGABYTE).toString('latin1'))),
    /too-complex/,
  ],
  [
    'a part that is larger than it says',
    'a.docx',
    () => claimSize(docx(spaces(20 * MEGABYTE).toString('latin1')), 500),
    /damaged/,
  ],
  [
    'a part that is smaller than it says',
    'a.odt',
    () => claimSize(odt('<text:p>It rained.</text:p>'), 5_000),
    /damaged/,
  ],
  [
    'one part listed 10,000 times',
    'a.docx',
    () => overlapping(spaces(MEGABYTE), 10_000, nameOverlapping),
    /too-complex/,
  ],
  [
    '30,000 parts',
    'a.zip',
    () => overlapping(new Uint8Array(1), 30_000, (index) => `${index}.xml`),
    /too-complex/,
  ],
  [
    'a zip file in a zip file',
    'a.zip',
    () => zip({ 'b.zip': zip({ 'c.zip': zip({ 'd.txt': 'It rained.' }) }) }),
    /unsupported/,
  ],
  [
    'entities in a Word file',
    'a.docx',
    () => docx(wordParagraph('&a8;'), { before: ENTITIES }),
    /too-complex/,
  ],
  ['entities in an OpenDocument text', 'a.odt', () => odt('<text:p>&a8;</text:p>', ENTITIES), /too-complex/],
  [
    'entities in an e-book',
    'a.epub',
    () => epub(`${ENTITIES}<html><body><p>&a8;</p></body></html>`),
    /too-complex/,
  ],
  [
    'deep nesting in a Word file',
    'a.docx',
    () => docx(nest('<w:tbl><w:tr><w:tc>', '</w:tc></w:tr></w:tbl>', 50_000)),
    /too-complex/,
  ],
  [
    'deep nesting in an OpenDocument text',
    'a.odt',
    () => odt(nest('<text:section>', '</text:section>', 100_000)),
    /too-complex/,
  ],
  [
    'deep nesting in an e-book',
    'a.epub',
    () => epub(`<html><body>${nest('<div>', '</div>', 100_000)}</body></html>`),
    /too-complex/,
  ],
  [
    'a staircase of lists in Markdown',
    'a.md',
    () => Buffer.from(Array.from({ length: 2_000 }, (_, level) => `${'  '.repeat(level)}- rain`).join('\n')),
    /too-complex/,
  ],
  [
    'deep nesting in a web page',
    'a.html',
    () => Buffer.from(`<html>${nest('<b>', '</b>', 100_000)}`),
    /too-complex/,
  ],
  [
    'a PDF page of 2 GB',
    'a.pdf',
    () => pdfPage(packedStream(deflatedSpaces(2_000))),
    /too-complex|no-text|damaged/,
  ],
  ['an object stream of 1 GB', 'a.pdf', objectStreamBomb, /too-complex|no-text|damaged/],
  [
    'a PDF file cut off after its pages',
    'a.pdf',
    () => pdfPage(stream(pdfText(['It rained.']))).slice(0, -200),
    /damaged/,
  ],
  [
    'a page tree that contains itself',
    'a.pdf',
    () => pdf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [2 0 R] /Count 3 >>']),
    /damaged|no-text/,
  ],
  [
    'a PDF file with deep arrays',
    'a.pdf',
    () =>
      pdf([
        '<< /Type /Catalog /Pages 2 0 R >>',
        `<< /Type /Pages /Kids ${'['.repeat(200_000)}${']'.repeat(200_000)} /Count 1 >>`,
      ]),
    /damaged|too-complex|no-text/,
  ],
  ['a page that draws itself without end', 'a.pdf', formLoop, /no-text|damaged|too-complex/],
  ['a PDF file that is only a header', 'a.pdf', () => Buffer.from('%PDF-1.7\n'), /damaged/],
  [
    'a Word file cut in half',
    'a.docx',
    () => cutInHalf(docx(wordParagraph('It rained.').repeat(2_000))),
    /damaged/,
  ],
  [
    'an e-book cut in half',
    'a.epub',
    () => cutInHalf(epub('<html><body><p>It rained.</p></body></html>')),
    /damaged/,
  ],
  [
    'an e-book without chapters',
    'a.epub',
    () => zip({ mimetype: 'application/epub+zip', 'META-INF/container.xml': '<container/>' }),
    /damaged/,
  ],
  [
    'an RTF file whose binary data never ends',
    'a.rtf',
    () => Buffer.from('{\\rtf1 {\\*\\bin2147483647 It rained.}}'),
    /no-text/,
  ],
];

const READ: readonly (readonly [string, string, () => Uint8Array, string])[] = [
  [
    'a table with a billion columns',
    'a.odt',
    () =>
      odt(
        `<table:table><table:table-row><table:table-cell table:number-columns-repeated="1000000000"><text:p>It rained.</text:p></table:table-cell></table:table-row></table:table>`,
      ),
    'It rained.; It rained.',
  ],
  [
    'a million open groups',
    'a.rtf',
    () => Buffer.from(`{\\rtf1 ${'{'.repeat(1_000_000)}It rained.`),
    'It rained.',
  ],
  [
    'a page larger than a country',
    'a.pdf',
    () => pdfPage(stream(pdfText(['It rained.'])), { mediaBox: '0 0 1e12 1e12' }),
    'It rained.',
  ],
  [
    'a PDF file that claims a million pages',
    'a.pdf',
    () => pdfPage(stream(pdfText(['It rained.'])), { pages: '/Kids [3 0 R] /Count 1000000' }),
    'It rained.',
  ],
  ['a PDF file with wrong lengths and offsets', 'a.pdf', wrongLengths, 'It rained.'],
  [
    'an RTF file cut in half',
    'a.rtf',
    () => Buffer.from('{\\rtf1\\ansi It rained.\\par {\\b It'),
    'It rained.',
  ],
];

describe('hostile files', () => {
  it.each(REFUSED)('refuses %s', async (_what, name, build, code) => {
    const bytes = build();
    const memory = watchGrowth();

    const refusal = await read(name, bytes).catch((error: unknown) => error);

    expect(refusal).toMatchObject({
      code: expect.stringMatching(code),
      advice: expect.stringMatching(/\.$/),
    });
    expect(memory.stop()).toBeLessThan(MAX_GROWTH_BYTES);
  });

  it.each(READ)('reads what it can of %s', async (_what, name, build, text) => {
    const draft = await read(name, build());

    expect(draft.text).toContain(text);
  });
});

function watchGrowth(): { stop(): number } {
  const before = process.memoryUsage.rss();
  let most = 0;
  const timer = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss() - before);
  }, 10);
  return {
    stop() {
      clearInterval(timer);
      return most;
    },
  };
}

function nest(open: string, close: string, depth: number): string {
  return `${open.repeat(depth)}It rained.${close.repeat(depth)}`;
}

function partsOf(count: number, content: string): Record<string, string> {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`word/part${index}.xml`, content]));
}

function nameOverlapping(index: number): string {
  return index === 0 ? 'word/document.xml' : `word/part${index}.xml`;
}

function cutInHalf(bytes: Uint8Array): Uint8Array {
  return bytes.slice(0, bytes.length / 2);
}

function objectStreamBomb(): Uint8Array {
  const objects = packedStream(deflatedSpaces(1_000, '2 0 '), '/Type /ObjStm /N 1 /First 4');
  const body = Buffer.concat([Buffer.from('%PDF-1.5\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n')]);
  const third = Buffer.concat([Buffer.from('3 0 obj\n'), objects, Buffer.from('\nendobj\n')]);
  const entry = (kind: number, offset: number, index: number) => [
    kind,
    offset >> 16,
    (offset >> 8) & 255,
    offset & 255,
    index,
  ];
  const start = body.length + third.length;
  const table = Buffer.from([
    ...entry(0, 0, 0),
    ...entry(1, 9, 0),
    ...entry(2, 3, 0),
    ...entry(1, body.length, 0),
    ...entry(1, start, 0),
  ]);
  const xref = stream(table, { entries: '/Type /XRef /W [1 3 1] /Size 5 /Root 1 0 R' });
  return Buffer.concat([
    body,
    third,
    ...[Buffer.from('4 0 obj\n'), xref, Buffer.from(`\nendobj\nstartxref\n${start}\n%%EOF`)],
  ]);
}

function formLoop(): Uint8Array {
  const form = stream(Buffer.from('/X Do /X Do'), {
    entries: '/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 4 0 R >> >>',
  });
  return pdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 99 99] /Contents 4 0 R /Resources << /XObject << /X 4 0 R >> >> >>',
    form,
  ]);
}

function wrongLengths(): Uint8Array {
  const page = Buffer.from(pdfPage(stream(pdfText(['It rained.'])))).toString('latin1');
  return Buffer.from(
    page.replace(/\/Length \d+/u, '/Length 9').replace(/startxref\n\d+/u, 'startxref\n12345678'),
    'latin1',
  );
}
