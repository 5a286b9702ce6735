// Reads real files of every format. The files were made with ReportLab, python-docx, ebooklib and odfpy.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { SourceDraft } from '../../../src/core/library/ports.js';
import type { StructureSpan } from '../../../src/core/text/article.js';
import { createFileReader } from '../../../src/sources/read-source-file.js';
import { docx, epub, odt, wordParagraph, zip } from './build-files.js';

const FILES = join(import.meta.dirname, 'files');
const reader = createFileReader();
const readFixture = (name: string) => reader.readSourceFile({ name, bytes: readFileSync(join(FILES, name)) });
const read = (name: string, content: string | Uint8Array, contentType?: string) =>
  reader.readSourceFile({ name, bytes: Buffer.from(content), contentType });

afterAll(() => reader.close());

describe('PDF', () => {
  it('reads two columns one after the other, without running heads, hyphens and page numbers', async () => {
    const draft = await readFixture('two-columns.pdf');

    expect(draft).toMatchObject({ title: 'Tidal Gates of the Northern Ports', author: 'Ida Marsh' });
    expect(
      draft.text.startsWith(`Tidal Gates of the Northern Ports

Ida Marsh and Tom Vale

Abstract. We describe how four ports rebuilt their gates after the flood of 1953 and what the work cost.

1 Introduction

In 1931 the engineers measured the gate and found that the foundation had moved by 3 centimetres. They wrote a well-known report about the gate, and the harbour board read it in the same week. Nobody on the board had expected that the gate would need 2 new piles.
`),
    ).toBe(true);
    const years = [...draft.text.matchAll(/In (19\d\d) the engineers/gu)].map(([, year]) => Number(year));
    expect(years).toEqual(Array.from({ length: 30 }, (_, index) => 1931 + index));
    expect(draft.text).not.toMatch(/Journal of Harbour Studies|\n4[12]\n|-\s/u);
    expect(partsOf(draft, 'heading')).toEqual([
      ...['1 Introduction', '2 Method', '3 The old gates', '3.1 Timber', '4 The new gates', '5 Costs'],
      '6 Conclusion',
    ]);
  });

  it('takes printed page numbers as labels, and joins a paragraph that goes on over two pages', async () => {
    const draft = await readFixture('two-columns.pdf');

    const pages = spansOf(draft, 'page');
    expect(pages.map(({ label }) => label)).toEqual(['41', '42']);
    const [first, second] = pages;
    expect(first?.end).toBe(second?.start);
    expect(draft.text.slice((second?.start ?? 0) - 15, second?.start)).not.toContain('\n');
  });

  it('reads lists, tables and links', async () => {
    const draft = await readFixture('report.pdf');

    expect(draft.text).toContain(`The council decided on three measures:

1. A second pump at the north inlet.
2. Weekly tests from June to September.
3. A ban on fertiliser within fifty metres of the shore.

- Signs at every entrance.
- A telephone line for reports.

Results by month

Month: June; Samples: 4; Bacteria per 100 ml: 120; Verdict: clean
Month: July; Samples: 5; Bacteria per 100 ml: 340; Verdict: clean
Month: August; Samples: 8; Bacteria per 100 ml: 1,900; Verdict: closed
Month: September; Samples: 6; Bacteria per 100 ml: 210; Verdict: clean

The limit for bacteria is 1,000 per 100 ml. It was passed only in August.`);
    expect(partsOf(draft, 'link')).toEqual(['the page', 'about our method']);
    expect(draft.text).not.toContain('of 5');
  });

  it('names pages without text in a warning', async () => {
    const draft = await readFixture('report.pdf');

    expect(draft.warnings).toEqual(["Page 2 has no text. If it's a scan, what it says isn't included."]);
  });

  it('takes the labels that the file gives its pages', async () => {
    const draft = await readFixture('labels.pdf');

    expect(spansOf(draft, 'page').map(({ label }) => label)).toEqual(['i', '1', '2', '3']);
  });

  it('reports progress', async () => {
    const steps: string[] = [];

    await reader.readSourceFile(
      { name: 'report.pdf', bytes: readFileSync(join(FILES, 'report.pdf')) },
      { onProgress: (step, done, total) => steps.push(`${step} ${done}/${total}`) },
    );

    expect(steps[0]).toBe('Reading page 1 of 5 0/5');
  });

  it.each([
    ['scanned.pdf', 'sources/no-text', '“scanned.pdf” has no text. Its pages are pictures, such as scans.'],
    ['encrypted.pdf', 'sources/encrypted-file', '“encrypted.pdf” is protected with a password.'],
  ])('refuses %s with the reason', async (name, code, message) => {
    await expect(readFixture(name)).rejects.toMatchObject({ code, message });
  });
});

describe('Word', () => {
  it('reads headings, lists, tables, links, footnotes and metadata', async () => {
    const draft = await readFixture('report-de.docx');

    expect(draft).toMatchObject({
      ...{ title: 'Wasserbericht 2024', author: 'Jana Köhler', published: '2024-11-03', language: 'de' },
      text: `Wasserbericht 2024

Die Gemeinde hat den See in jedem Monat untersucht. Das Wasser war in zehn von zwölf Monaten sauber.

Maßnahmen

Der Rat hat drei Maßnahmen beschlossen:

- Eine zweite Pumpe am Nordufer.
- Wöchentliche Proben von Juni bis September.

1. Schilder aufstellen.
2. Die Hotline einrichten.

Ergebnisse

Monat: Juni; Proben: 4; Urteil: sauber
Monat: Juli; Proben: 5; Urteil: sauber
Monat: August; Proben: 8; Urteil: gesperrt

Der Grenzwert liegt bei 1.000 Keimen und wurde nur im August überschritten.

Ausblick

Mehr steht auf der Seite des Sees.

Gemessen nach der Norm von 2019.`,
    });
    expect(partsOf(draft, 'heading')).toEqual(['Maßnahmen', 'Ergebnisse', 'Ausblick']);
    expect(spansOf(draft, 'link')).toMatchObject([{ url: 'https://example.org/see' }]);
  });

  it('leaves out what was deleted, and keeps what was inserted', async () => {
    const changed =
      '<w:p><w:r><w:t xml:space="preserve">It </w:t></w:r><w:del><w:r><w:delText>snowed</w:delText></w:r></w:del><w:ins><w:r><w:t>rained</w:t></w:r></w:ins><w:r><w:t>.</w:t></w:r></w:p>';

    await expect(read('a.docx', docx(changed))).resolves.toMatchObject({ text: 'It rained.' });
  });
});

describe('EPUB', () => {
  it('reads the chapters in order, without cover and contents, with footnotes and pages', async () => {
    const draft = await readFixture('keepers.epub');

    expect(draft).toMatchObject({
      ...{ title: 'The Lighthouse Keepers', author: 'Nora Quill', published: '2019-05-02', language: 'en' },
      text: `The Lighthouse Keepers

The first winter

The keepers arrived in October 1871. They carried four barrels of oil up the rock stairs.

The storm lasted nine days.

The lamp

The lamp burned 240 litres a month.

Month: May; Litres: 200
Month: December; Litres: 310

- Trim the wick.
- Polish the glass.

The last letter

Agnes Vale wrote the last letter on 4 March 1922.

It never reached the mainland.

A barrel held 159 litres.`.replace('rock stairs', 'rock\u00A0stairs'),
    });
    expect(spansOf(draft, 'page')).toMatchObject([{ label: '2', start: draft.text.indexOf('The storm') }]);
  });

  it('refuses a book with copy protection, but not one with scrambled fonts', async () => {
    const chapter = '<html><body><p>It rained.</p></body></html>';
    const encryption = (algorithm: string) =>
      `<encryption><EncryptedData><EncryptionMethod Algorithm="${algorithm}"/></EncryptedData></encryption>`;
    const withEncryption = (algorithm: string) =>
      zip({
        mimetype: 'application/epub+zip',
        'META-INF/container.xml': '<container><rootfile full-path="a.opf"/></container>',
        'META-INF/encryption.xml': encryption(algorithm),
        'a.opf':
          '<package><manifest><item id="a" href="a%20b.xhtml"/></manifest><spine><itemref idref="a"/></spine></package>',
        'a b.xhtml': chapter,
      });

    const fonts = read('a.epub', withEncryption('http://www.idpf.org/2008/embedding'));
    await expect(fonts).resolves.toMatchObject({ text: 'It rained.' });
    const text = read('a.epub', withEncryption('http://www.w3.org/2001/04/xmlenc#aes128-cbc'));
    await expect(text).rejects.toMatchObject({ code: 'sources/encrypted-file' });
  });

  it('takes the title of a chapter without a heading from the table of contents', async () => {
    const book = zip({
      mimetype: 'application/epub+zip',
      'META-INF/container.xml': '<container><rootfile full-path="OPS/a.opf"/></container>',
      'OPS/a.opf':
        '<package><metadata><dc:title>Rain</dc:title></metadata><manifest><item id="n" href="toc.ncx" media-type="application/x-dtbncx+xml"/><item id="a" href="text/a.xhtml"/><item id="b" href="text/b.xhtml"/></manifest><spine><itemref idref="a"/><itemref idref="b"/></spine></package>',
      'OPS/toc.ncx':
        '<ncx><navMap><navPoint><navLabel><text>The first day</text></navLabel><content src="text/a.xhtml"/></navPoint><navPoint><navLabel><text>Another title</text></navLabel><content src="text/b.xhtml"/></navPoint></navMap></ncx>',
      'OPS/text/a.xhtml': '<html><body><p>It rained.</p></body></html>',
      'OPS/text/b.xhtml': '<html><body><h2>The second day</h2><p>It snowed.</p></body></html>',
    });

    const draft = await read('a.epub', book);

    expect(draft.text).toBe('Rain\n\nThe first day\n\nIt rained.\n\nThe second day\n\nIt snowed.');
    expect(partsOf(draft, 'heading')).toEqual(['The first day', 'The second day']);
  });

  it('reads a chapter that is no valid XML', async () => {
    const draft = await read(
      'a.epub',
      epub('<html><head><title/></head><body><p>It rained<br>and&nbsp;snowed.<p>Twice.</body>'),
    );

    expect(draft.text).toContain('It rained\nand\u00A0snowed.\n\nTwice.');
  });
});

describe('OpenDocument', () => {
  it('reads headings, lists, tables, links, footnotes and metadata', async () => {
    const draft = await readFixture('market-fr.odt');

    expect(draft).toMatchObject({
      ...{ title: 'Le marché du port', author: 'Élise Garnier', published: '2023-04-18', language: 'fr' },
      text: `Le marché du port

Le marché ouvre à six heures. Quarante pêcheurs y vendent leur poisson.

Les prix

Poisson: Sardine; Prix: 4 €
Poisson: Bar; Prix: 18 €

Les règles

1. Payer en espèces.
2. Venir tôt.

- Payer en espèces.
- Venir tôt.

Voir le site du port.

Sauf le lundi.`,
    });
  });

  it('leaves out deleted text, comments and the list of contents', async () => {
    const body = `<text:tracked-changes><text:changed-region><text:deletion><text:p>Gone.</text:p></text:deletion></text:changed-region></text:tracked-changes><text:table-of-content><text:index-body><text:p>Rain 1</text:p></text:index-body></text:table-of-content><text:p>It<text:s text:c="3"/>rained.<office:annotation><text:p>Really?</text:p></office:annotation></text:p>`;

    await expect(read('a.odt', odt(body))).resolves.toMatchObject({ text: 'It rained.' });
  });
});

describe('RTF', () => {
  it('reads Cyrillic in a code page and in Unicode, with a table, a list, a link and a footnote', async () => {
    const draft = await readFixture('port-ru.rtf');

    expect(draft).toMatchObject({
      ...{ title: 'Речной порт', author: 'Анна Белова', published: '2021-06-09' },
      text: `Речной порт

Порт построили в 1931 году. Он стоит на левом берегу.

Кран поднимает сорок тонн.
Его зовут «Геркулес».

Год: 1950; Грузы: зерно
Год: 1960; Грузы: уголь

1. Первый пункт.
2. Второй пункт.

Смотрите сайт порта.

По данным архива.`,
    });
    expect(partsOf(draft, 'link')).toEqual(['сайт порта']);
  });

  it.each([
    [
      'a double-byte code page',
      "{\\rtf1\\ansi\\ansicpg932 \\'93\\'fa\\'96\\'7b\\'82\\'cd\\'89\\'4a\\'81\\'42}",
      '日本は雨。',
    ],
    [
      'a font of another code page',
      "{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f1\\fcharset238 A;}}Caf\\'e9 {\\f1 \\'9elut\\'fd}.}",
      'Café žlutý.',
    ],
    ['a surrogate pair', '{\\rtf1\\uc1 Rain \\u-10179?\\u-9000?.}', 'Rain \u{1F4D8}.'],
    [
      'escaped braces and special characters',
      '{\\rtf1 A \\{set\\} \\ldblquote of\\rdblquote  rain\\emdash 2\\~mm.}',
      'A {set} “of” rain—2\u00A0mm.',
    ],
    ['unknown destinations', '{\\rtf1 {\\*\\unknown Hidden}{\\pict 0102}It rained.}', 'It rained.'],
  ])('reads %s', async (_what, rtf, text) => {
    await expect(read('a.rtf', rtf)).resolves.toMatchObject({ text });
  });
});

describe('formats', () => {
  it.each([
    ['a Word file named .txt', 'a.txt', docx(wordParagraph('It rained.'))],
    ['an RTF file named .doc', 'a.doc', '{\\rtf1 It rained.}'],
    ['a web page named .pdf', 'a.pdf', '<!doctype html><p>It rained.</p>'],
  ])('reads %s as what it is', async (_what, name, content) => {
    await expect(read(name, content)).resolves.toMatchObject({ text: expect.stringContaining('It rained.') });
  });

  it('reads text in the encoding that its sender declares', async () => {
    const bytes = Buffer.from('d8e5eb20e4eee6e4fc2e', 'hex');

    const draft = await reader.readSourceFile({ name: 'a.txt', bytes, charset: 'windows-1251' });

    expect(draft.text).toBe('Шел дождь.');
  });

  it('reads a text that starts like a file signature as text', async () => {
    await expect(read('a.txt', 'PKs are penalty kicks. %PDF-1.4 is a header.')).resolves.toMatchObject({
      text: 'PKs are penalty kicks. %PDF-1.4 is a header.',
    });
  });

  it.each([
    [
      'a picture',
      'a.png',
      Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex'),
      'a picture (.png)',
    ],
    ['an old Word file', 'a.doc', oleFile('WordDocument'), 'an old Word file (.doc)'],
    ['an archive', 'a.7z', Buffer.from('377abcaf271c00040000000000000000', 'hex'), 'an archive (.7z)'],
    ['a zip file', 'a.zip', zip({ 'a.txt': 'It rained.' }), 'an archive (.zip)'],
    ['a spreadsheet', 'a.xlsx', zip({ 'xl/workbook.xml': '<a/>' }), 'a spreadsheet'],
    [
      'an OpenDocument presentation',
      'a.odp',
      zip({ mimetype: 'application/vnd.oasis.opendocument.presentation' }),
      'an OpenDocument presentation',
    ],
    ['a table', 'a.csv', 'Month,Rain\nMay,4', 'a table (.csv)'],
    ['a data file', 'a.json', '{"rain":4}', 'a data file (.json)'],
  ])('refuses %s, and says what to do', async (_what, name, content, what) => {
    await expect(read(name, content)).rejects.toMatchObject({
      code: 'sources/unsupported-file',
      message: `“${name}” is ${what}, which Footnote can't read.`,
      advice: expect.stringMatching(/\S\.$/u),
    });
  });

  it.each([
    ['an encrypted Office file', 'a.docx', oleFile('EncryptedPackage'), 'sources/encrypted-file'],
    [
      'an encrypted OpenDocument text',
      'a.odt',
      zip({
        mimetype: 'application/vnd.oasis.opendocument.text',
        'META-INF/manifest.xml': '<manifest:encryption-data/>',
        'content.xml': 'x',
      }),
      'sources/encrypted-file',
    ],
    ['text named .pdf', 'a.pdf', 'It rained.', 'sources/damaged-file'],
    ['an empty file', 'a.md', '', 'sources/no-text'],
    ['a Word file without text', 'a.docx', docx(''), 'sources/no-text'],
    ['binary data', 'a.txt', Buffer.from([1, 2, 0, 3, 0, 4, 200, 0, 0, 7]), 'sources/not-text'],
  ])('refuses %s', async (_what, name, content, code) => {
    await expect(read(name, content)).rejects.toMatchObject({ code });
  });
});

function spansOf({ structure = [] }: SourceDraft, kind: StructureSpan['kind']): readonly StructureSpan[] {
  return structure.filter((span) => span.kind === kind);
}

function partsOf(draft: SourceDraft, kind: StructureSpan['kind']): readonly string[] {
  return spansOf(draft, kind).map(({ start, end }) => draft.text.slice(start, end));
}

/** The start of an OLE file, and the name of a stream in it. */
function oleFile(stream: string): Buffer {
  return Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(504),
    Buffer.from(stream, 'utf16le'),
    Buffer.alloc(512),
  ]);
}
