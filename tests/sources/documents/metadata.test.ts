import { describe, expect, it } from 'vitest';
import { cleanMetadata } from '../../../src/sources/documents/metadata.js';

describe('cleanMetadata', () => {
  it('keeps title, authors, date and language', () => {
    const fields = cleanMetadata({
      title: ' The  tidal gates ',
      authors: ['Ida Marsh', 'Tom Vale', 'Ida Marsh'],
      date: "D:20240131120000+01'00'",
      language: 'en-GB',
    });

    expect(fields).toEqual({
      ...{ title: 'The tidal gates', author: 'Ida Marsh, Tom Vale', published: '2024-01-31', language: 'en' },
    });
  });

  it.each([
    'Microsoft Word - gates_final2.doc',
    'gates.docx',
    'gates_final_v2',
    'Untitled',
    'Untitled-1',
    '(anonymous)',
    'Document1',
    'PowerPoint Presentation',
    'Unbenannt 1',
    '123',
    '',
  ])('leaves out the title “%s”', (title) => {
    expect(cleanMetadata({ title })).toEqual({});
  });

  it.each(['Title of liberty', 'Document of barbarism', 'Untitled and unclaimed', 'The page'])(
    'keeps the title “%s”',
    (title) => {
      expect(cleanMetadata({ title })).toEqual({ title });
    },
  );

  it.each(['Administrator', 'user', 'python-docx', 'Microsoft Office User', 'HP', 'ida@example.org', '-'])(
    'leaves out the author “%s”',
    (author) => {
      expect(cleanMetadata({ authors: [author] })).toEqual({});
    },
  );

  it.each([
    ['2023-04-18T10:00:00', '2023-04-18'],
    ['2019', '2019'],
    ['D:202406', '2024-06'],
    ['2023-19-45', undefined],
    ['0000-00-00', undefined],
    ['yesterday', undefined],
  ])('reads the date %s as %s', (date, published) => {
    expect(cleanMetadata({ date }).published).toBe(published);
  });
});
