import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type FileOutcome, readArticleFile, readFolder } from '../../src/sources/file.js';
import { temporaryFolder } from '../support/temporary.js';

describe('readArticleFile', () => {
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
    ['broken front matter', '---\ntitle: "x\n---\nText.', 'sources/bad-front-matter'],
    ['a list as front matter', '---\n- x\n---\nText.', 'sources/bad-front-matter'],
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
    writeFileSync(join(folder, 'c.md'), Buffer.from([0xff, 0xfe, 0x00]));
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

  it('rejects a folder that does not exist', async () => {
    const reading = readFolder(join(temporaryFolder(), 'none'))[Symbol.asyncIterator]().next();

    await expect(reading).rejects.toMatchObject({ code: 'sources/no-folder' });
  });
});
