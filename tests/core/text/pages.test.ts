import { describe, expect, it } from 'vitest';
import type { StructureSpan } from '../../../src/core/text/article.js';
import { findPages } from '../../../src/core/text/pages.js';

const structure: readonly StructureSpan[] = [
  { kind: 'page', label: 'xiv', start: 10, end: 100 },
  { kind: 'heading', level: 1, start: 20, end: 30 },
  { kind: 'page', label: '1', start: 100, end: 200 },
  { kind: 'page', label: '2', start: 200, end: 300 },
];

describe('findPages', () => {
  it.each([
    ['a span on one page', 40, 60, 'xiv'],
    ['a span that ends where the page ends', 40, 100, 'xiv'],
    ['a span that starts where the page starts', 100, 120, '1'],
    ['a span over two pages', 90, 110, 'xiv–1'],
    ['a span over three pages', 90, 210, 'xiv–2'],
    ['a span before the first page', 0, 10, undefined],
    ['a span after the last page', 300, 310, undefined],
  ])('finds the pages of %s', (_name, start, end, pages) => {
    expect(findPages({ structure }, { start, end })).toBe(pages);
  });

  it('finds none in an article without pages', () => {
    expect(findPages({}, { start: 0, end: 5 })).toBeUndefined();
  });
});
