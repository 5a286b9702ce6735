import { describe, expect, it } from 'vitest';
import { readRow, renderRow } from '../../../src/core/excerpt/table-row.js';
import type { Article, StructureSpan } from '../../../src/core/text/article.js';

/** An article of one table. A cell is "Name: value"; an unnamed one stands alone. */
function table(...lines: readonly string[]): Article {
  const text = lines.join('\n');
  const structure: StructureSpan[] = [];
  let start = 0;
  for (const line of lines) {
    structure.push({ kind: 'row', start, end: start + line.length });
    let from = start;
    for (const cell of line.split('; ')) {
      const name = /^[^:]+: /.exec(cell)?.[0];
      if (name) structure.push({ kind: 'column-name', start: from, end: from + name.length });
      from += cell.length + 2;
    }
    start += line.length + 1;
  }
  return { id: 'a', library: 'town', title: '', text, bodyStart: 0, language: 'en', digest: text, structure };
}

/** The row at a position, in words. */
function show(article: Article, at: number, options?: Parameters<typeof renderRow>[1]) {
  const span = article.structure?.filter(({ kind }) => kind === 'row')[at];
  const row = span && readRow(article, span);
  return row && renderRow(row, options);
}

describe('renderRow', () => {
  it('puts the label first, and each value next to the name of its column', () => {
    const article = table('Day: Sunday; Members: 11:00–17:00; Visitors: closed');

    expect(show(article, 0)).toBe('Sunday: Members 11:00–17:00, Visitors closed');
  });

  it.each([
    [
      'a value has a comma',
      'Plan: Full; Fee: €48; Includes: fob, shelf',
      'Full: Fee €48; Includes fob, shelf',
    ],
    [
      'a value is a sentence',
      'Plot: Full; Size: 4 m; Notes: A shed is fine.',
      'Full: Size 4 m; Notes: A shed is fine.',
    ],
    ['the label is a time', 'Time: 9:30; Hall: Choir', '9:30 – Hall Choir'],
    ['the first column has no name', 'Keys; Name: Bram; Phone: 118', 'Keys: Name Bram, Phone 118'],
    ['the first cell is a sentence', 'Rule: No dogs.; Since: 2019', 'Rule: No dogs. Since 2019'],
  ])('reads well where %s', (_case, row, shown) => {
    expect(show(table(row), 0)).toBe(shown);
  });

  it('shows only the columns that are asked for', () => {
    const article = table('Year: 2021; Boats: 4,056; Rescues: 13');

    expect(show(article, 0, { columns: new Set(['Rescues']) })).toBe('2021: Rescues 13');
  });

  it('leaves out the names that the row above has shown', () => {
    const article = table('Plan: Full; Fee: €48', 'Plan: Weekday; Fee: €31');

    expect(show(article, 1, { isNamed: false })).toBe('Weekday: €31');
  });

  it('takes no label from a row whose first cell is empty', () => {
    const article = table('Source: Council; Amount: £300; Status: agreed', 'Amount: £910; Status: open');

    expect(show(article, 1)).toBe('Amount £910, Status open');
  });

  it('cuts a row of many columns', () => {
    const article = table(`Year: 2022; ${Array.from({ length: 9 }, (_, at) => `C${at}x: ${at}`).join('; ')}`);

    expect(show(article, 0)).toBe('2022: C0x 0, C1x 1, C2x 2, C3x 3, C4x 4, C5x 5, C6x 6, C7x 7 …');
  });

  it.each([
    ['a row without names', 'Ada; 40; new'],
    ['a row with nothing but a label', 'Source: Total'],
  ])('leaves %s alone', (_case, row) => {
    expect(show(table(row), 0)).toBeUndefined();
  });
});
