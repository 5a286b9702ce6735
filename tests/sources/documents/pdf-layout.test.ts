// The layout of PDF pages: columns, running heads, hyphens and tables, on pages that are drawn in code.
import { describe, expect, it } from 'vitest';
import { findTable } from '../../../src/sources/documents/pdf/blocks/find-table.js';
import { collectWords, judgeLineEnd } from '../../../src/sources/documents/pdf/blocks/hyphenation.js';
import type { PageContent, Segment } from '../../../src/sources/documents/pdf/page/page-content.js';
import { orderLines, type PageLine } from '../../../src/sources/documents/pdf/page/reading-order.js';
import { findRunningHeads } from '../../../src/sources/documents/pdf/page/running-heads.js';

const SIZE = 10;
const FILLER = 'words that fill the line of a column';

describe('orderLines', () => {
  it('reads columns one after the other, however the file draws them', () => {
    const lines = range(12).flatMap((row) => [
      line(`left ${row} ${FILLER}`, 50, 100 + 12 * row, 230),
      line(`right ${row} ${FILLER}`, 310, 100 + 12 * row, 230),
    ]);

    expect(firstWords(lines)).toEqual([
      ...range(12).map((row) => `left ${row}`),
      ...range(12).map((row) => `right ${row}`),
    ]);
  });

  it('reads three columns', () => {
    const lines = range(8).flatMap((row) =>
      [0, 1, 2].map((column) => line(`c${column} ${row} ${FILLER}`, 40 + 180 * column, 100 + 12 * row, 165)),
    );

    expect(firstWords(lines)).toEqual(
      [0, 1, 2].flatMap((column) => range(8).map((row) => `c${column} ${row}`)),
    );
  });

  it('reads what stands across the columns where it stands', () => {
    const columns = (from: number, name: string) =>
      range(6).flatMap((row) => [
        line(`${name}-left ${row} ${FILLER}`, 50, from + 12 * row, 230),
        line(`${name}-right ${row} ${FILLER}`, 310, from + 12 * row, 230),
      ]);
    const lines = [
      line(`title across ${FILLER}`, 80, 60, 420),
      ...columns(100, 'upper'),
      line(`figure across ${FILLER}`, 60, 190, 460),
      ...columns(220, 'lower'),
    ];

    expect([...new Set(firstWords(lines).map((words) => words.split(' ')[0]))]).toEqual([
      ...['title', 'upper-left', 'upper-right', 'figure', 'lower-left', 'lower-right'],
    ]);
  });

  it('reads a table row by row', () => {
    const lines = range(6).flatMap((row) => [
      line(`month ${row}`, 50, 100 + 14 * row, 60),
      line(`${row}00`, 250, 100 + 14 * row, 20),
      line('clean', 400, 100 + 14 * row, 30),
    ]);

    expect(orderLines(lines).map(({ segments }) => segments.length)).toEqual(Array(6).fill(3));
  });

  it('reads columns from right to left in a right-to-left script', () => {
    const lines = range(8).flatMap((row) => [
      line(`شمال ${row} ${FILLER}`, 50, 100 + 12 * row, 230, true),
      line(`يمين ${row} ${FILLER}`, 310, 100 + 12 * row, 230, true),
    ]);

    expect(firstWords(lines)[0]).toBe('يمين 0');
  });
});

describe('findTable', () => {
  const lines = (rows: readonly (readonly [number, ...Segment[]])[]): PageLine[] => {
    const column = { left: 50, right: 550 };
    return rows.map(([y, ...segments]) => ({
      ...{ segments, column, y, size: SIZE, font: 'a', page: 0, left: 50, right: 550 },
      text: segments.map(({ text }) => text).join(' '),
    }));
  };
  const row = (y: number, ...texts: readonly string[]): readonly [number, ...Segment[]] => [
    y,
    ...texts.flatMap((text, at) => (text === '' ? [] : [line(text, 50 + 150 * at, y, 5 * text.length)])),
  ];

  it('joins the lines of a cell', () => {
    const table = findTable(
      lines([
        row(100, 'Month', 'People', 'Note'),
        row(115, 'July', '412', 'The bridge was'),
        row(127, '', '', 'closed.'),
        row(142, 'August', '398', 'Open again.'),
      ]),
      0,
    );

    expect(table?.rows).toEqual([
      ['Month', 'People', 'Note'],
      ['July', '412', 'The bridge was closed.'],
      ['August', '398', 'Open again.'],
    ]);
    expect(table?.lines).toHaveLength(4);
  });

  it('finds none in a list, in prose and in two rows', () => {
    expect(
      findTable(lines([row(100, '1', 'Rain'), row(115, '2', 'Snow'), row(130, '3', 'Hail')]), 0),
    ).toBeUndefined();
    expect(
      findTable(lines([row(100, 'It rained.'), row(115, 'It snowed.'), row(130, 'It hailed.')]), 0),
    ).toBeUndefined();
    expect(findTable(lines([row(100, 'Month', 'People'), row(115, 'July', '412')]), 0)).toBeUndefined();
  });
});

describe('findRunningHeads', () => {
  it('finds heads that repeat, on left and right pages, and page numbers', () => {
    const pages = range(6).map((index) =>
      page([
        line(index % 2 === 0 ? 'The Long River' : 'Ann Holm', index % 2 === 0 ? 50 : 400, 40, 80),
        line(`Chapter text of page ${'abcdef'[index]} ${FILLER}`, 50, 120, 400),
        line(String(index + 9), 290, 810, 12),
      ]),
    );

    const { segments, printedNumbers } = findRunningHeads(pages, SIZE);

    expect([...segments].map(({ text }) => text).filter((text) => /[a-z]/u.test(text))).toHaveLength(6);
    expect(printedNumbers).toEqual(['9', '10', '11', '12', '13', '14']);
  });

  it('keeps the first lines of paragraphs, even if they are alike', () => {
    const pages = range(4).map((index) =>
      page([
        line(`Station ${index} stands ${index} kilometres from the dam, and a ranger visits it`, 50, 90, 450),
        line('twice a week in winter.', 50, 102, 120),
      ]),
    );

    expect(findRunningHeads(pages, SIZE).segments.size).toBe(0);
  });

  it('keeps headings at the top of pages', () => {
    const pages = range(4).map((index) => page([{ ...line(`Chapter ${index}`, 50, 80, 90), size: 18 }]));

    expect(findRunningHeads(pages, SIZE).segments.size).toBe(0);
  });
});

describe('judgeLineEnd', () => {
  const vocabulary = collectWords([
    'The foundation of the harbour was a well-known and long running case.',
    'It was known to be long.',
  ]);

  it.each([
    ['the founda-', 'tion of', 'join'],
    ['a well-', 'known case', 'keep'],
    ['a long-', 'running case', 'keep'],
    ['the Anglo-', 'Saxon king', 'keep'],
    ['COVID-', '19', 'keep'],
    ['pre-', 'and post-war', 'space'],
    ['Haupt-', 'und Nebenfluss', 'space'],
    ['un\u00ADre\u00AD', 'lated', 'join'],
    ['the harbour', 'was', 'space'],
    ['from 3 -', 'at most', 'space'],
  ])('joins “%s” and “%s”: %s', (before, next, result) => {
    expect(judgeLineEnd(before, next, vocabulary)).toBe(result);
  });
});

function line(text: string, left: number, y: number, width: number, isRightToLeft = false): Segment {
  return { text, left, right: left + width, y, size: SIZE, font: 'a', isRightToLeft, links: [] };
}

function page(segments: readonly Segment[]): PageContent {
  return { width: 595, height: 842, segments };
}

function firstWords(segments: readonly Segment[]): string[] {
  return orderLines(segments).map(
    ({ segments: [first] }) => first?.text.split(' ').slice(0, 2).join(' ') ?? '',
  );
}

function range(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}
