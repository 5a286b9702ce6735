import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findHeadings, findQuestionParagraphs, findSection } from '../../../src/core/text/headings.js';

const TEXT = 'x'.repeat(100);

/** Headings of one character at these offsets, with their levels. */
function outlineOf(headings: readonly (readonly [start: number, level: number])[]) {
  return {
    ...{ text: TEXT, bodyStart: 0 },
    structure: headings.map(([start, level]) => ({ kind: 'heading' as const, start, end: start + 1, level })),
  };
}

describe('findHeadings', () => {
  it('lists the headings above an offset, outermost first', () => {
    const article = outlineOf([
      [0, 1],
      [10, 2],
      [20, 3],
      [30, 2],
      [40, 1],
    ]);

    const starts = (offset: number) => findHeadings(article, offset).map(({ start }) => start);

    expect([5, 15, 25, 35, 45].map(starts)).toEqual([[0], [0, 10], [0, 10, 20], [0, 30], [40]]);
    expect(findSection(article, 15)).toEqual({ start: 11, end: 20 });
    expect(findSection(article, 50)).toEqual({ start: 41, end: 100 });
  });

  it('finds what going through all headings finds', () => {
    const heading = fc.tuple(fc.integer({ min: 0, max: 98 }), fc.integer({ min: 1, max: 6 }));
    const outline = fc.uniqueArray(heading, { selector: ([start]) => start, maxLength: 30 });
    fc.assert(
      fc.property(outline, fc.integer({ min: 0, max: 100 }), (unsorted, offset) => {
        const headings = unsorted.toSorted(([a], [b]) => a - b);
        const open: (readonly [start: number, level: number])[] = [];
        for (const [start, level] of headings.filter(([from]) => from + 1 <= offset)) {
          while (open.length > 0 && (open.at(-1)?.[1] ?? 0) >= level) open.pop();
          open.push([start, level]);
        }

        const found = findHeadings(outlineOf(headings), offset);

        expect(found.map(({ start, level }) => [start, level])).toEqual(open);
      }),
    );
  });
});

describe('findQuestionParagraphs', () => {
  it('finds 400,000 questions next to as many links', () => {
    const count = 400_000;
    const paragraph = 'Why did it go?\n\nIt did.\n\n';
    const article = {
      ...{ text: paragraph.repeat(count), bodyStart: 0 },
      structure: Array.from({ length: count }, (_, index) => ({
        ...{ kind: 'link' as const, start: index * paragraph.length + 16 },
        end: index * paragraph.length + 18,
      })),
    };

    // Comparing each question with each link would end long after the test's time limit.
    expect(findQuestionParagraphs(article)).toHaveLength(count);
  });
});
