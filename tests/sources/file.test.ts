import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type FileOutcome, readArticleFile, readFolder } from '../../src/sources/file.js';
import { temporaryFolder } from '../support/temporary.js';

describe('readArticleFile', () => {
  it.each([
    ['description: A river rises.', 'It rained.', 'The flood\n\nA river rises.\n\nIt rained.'],
    ['summary: A river rises.', 'It rained.', 'The flood\n\nA river rises.\n\nIt rained.'],
    ['description: It rained.', 'It rained. All day.', 'The flood\n\nIt rained. All day.'],
    ['excerpt: "It rained. All …"', 'It rained. All day.', 'The flood\n\nIt rained. All day.'],
    ['description: The flood', 'It rained.', 'The flood\n\nIt rained.'],
  ])('takes “%s” for a dek unless the text says it anyway', (field, body, text) => {
    expect(readArticleFile(`---\ntitle: The flood\n${field}\n---\n${body}`, 'flood.md').text).toBe(text);
  });

  it('takes title and dek from the front matter and starts the text with them', () => {
    const draft = readArticleFile(
      '---\ntitle: "The flood"\ndek: A river rises.\nurl: https://example.org/flood\npublished: 2031-03-03\n---\nIt *rained*.\n\nAll [day](https://example.org).\n',
      'a.md',
    );

    expect(draft).toMatchObject({
      title: 'The flood',
      url: 'https://example.org/flood',
      published: '2031-03-03',
    });
    expect(draft.text).toBe('The flood\n\nA river rises.\n\nIt rained.\n\nAll day.');
    expect(draft.text.slice(draft.bodyStart)).toBe('It rained.\n\nAll day.');
  });

  it.each([
    ['the first heading', '# The flood\n\nIt rained.', 'a.md', 'The flood', 'The flood\n\nIt rained.'],
    ['the file name', 'It rained.', 'the-flood.md', 'the-flood', 'It rained.'],
    ['a plain text’s file name', '# no heading here', 'notes.txt', 'notes', '# no heading here'],
    ['a short first line', 'The flood\n\nIt rained.', 'a.txt', 'The flood', 'The flood\n\nIt rained.'],
    [
      'one above a byline',
      'THE FLOOD\nby Ann\n\nIt rained.',
      'a.txt',
      'THE FLOOD',
      'THE FLOOD\n\nby Ann\n\nIt rained.',
    ],
    ['no sentence', 'It rained.\n\nIt stopped.', 'a.txt', 'a', 'It rained.\n\nIt stopped.'],
    [
      'no part of one',
      'It rained all\nnight.\n\nIt stopped.',
      'a.txt',
      'a',
      'It rained all\nnight.\n\nIt stopped.',
    ],
  ])('takes the title from %s', (_name, raw, name, title, text) => {
    expect(readArticleFile(raw, name)).toMatchObject({ title, text });
  });

  it('keeps only one of two identical headlines', () => {
    const draft = readArticleFile('---\ntitle: The flood\n---\n# The flood\n\nIt rained.', 'a.md');

    expect(draft.text).toBe('The flood\n\nIt rained.');
  });

  it('puts each list item on its own line', () => {
    expect(readArticleFile('Buy:\n\n- milk\n- bread', 'a.md').text).toBe('Buy:\n\n- milk\n- bread');
  });

  it.each([
    ['an empty file', '', 'sources/no-text'],
    ['front matter without text', '---\ntitle: x\n---\n', 'sources/no-text'],
  ])('rejects %s', (_name, raw, code) => {
    expect(() => readArticleFile(raw, 'a.md')).toThrow(expect.objectContaining({ code }));
  });
});

describe('readFolder', () => {
  it('reads every article in the folder and reports files that it cannot read', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'more'));
    writeFileSync(join(folder, 'a.md'), 'One.');
    writeFileSync(join(folder, 'more', 'b.txt'), 'Two.');
    writeFileSync(join(folder, 'c.md'), Buffer.from([0x89, 0x50, 0x00, 0xff]));
    for (const hidden of ['.trash', 'more/.archive', 'node_modules/x']) {
      mkdirSync(join(folder, hidden), { recursive: true });
      writeFileSync(join(folder, hidden, 'README.md'), 'Secret.');
    }
    writeFileSync(join(folder, '.draft.md'), 'Secret.');
    writeFileSync(join(folder, 'd.txt'), '  ');
    writeFileSync(join(folder, 'e.png'), 'no article');
    const outcomes: FileOutcome[] = [];

    for await (const outcome of readFolder(folder)) outcomes.push(outcome);

    expect(outcomes.map(({ name, kind }) => [name, kind])).toEqual([
      ['a.md', 'article'],
      ['c.md', 'problem'],
      ['d.txt', 'problem'],
      ['more/b.txt', 'article'],
    ]);
    expect(outcomes[1]).toMatchObject({ problem: expect.stringContaining('UTF-8') });
  });

  it('reads documents', async () => {
    const folder = temporaryFolder();
    for (const name of ['report-de.docx', 'report.pdf', 'encrypted.pdf'])
      copyFileSync(join(import.meta.dirname, 'documents', 'files', name), join(folder, name));
    const outcomes: FileOutcome[] = [];

    for await (const outcome of readFolder(folder)) outcomes.push(outcome);

    expect(outcomes).toMatchObject([
      { name: 'encrypted.pdf', problem: expect.stringContaining('protected with a password') },
      { name: 'report-de.docx', draft: { origin: 'report-de.docx', title: 'Wasserbericht 2024' } },
      { name: 'report.pdf', draft: { origin: 'report.pdf', title: 'Water Report 2024' } },
    ]);
  });

  it('reads a file in another encoding', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'a.txt'), Buffer.from('\uFEFFDer Müller fiel.', 'utf16le'));

    const { value } = await readFolder(folder)[Symbol.asyncIterator]().next();

    expect(value).toMatchObject({ draft: { text: 'Der Müller fiel.' } });
  });

  it('rejects a folder that does not exist', async () => {
    const reading = readFolder(join(temporaryFolder(), 'none'))[Symbol.asyncIterator]().next();

    await expect(reading).rejects.toMatchObject({ code: 'sources/no-folder' });
  });
});
