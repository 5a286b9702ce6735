import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitAtClauses } from '../../../src/core/text/split-clauses.js';

describe('splitAtClauses', () => {
  it('leaves a short sentence whole', () => {
    expect(splitAtClauses('Rain fell.', { start: 0, end: 10 }, 10)).toEqual([{ start: 0, end: 10 }]);
  });

  it('cuts at a comma if it can, otherwise at a space, and says where', () => {
    const text = 'the rain fell all day, and all of the night too';

    const parts = splitAtClauses(text, { start: 0, end: text.length }, 30);

    expect(parts.map(({ start, end }) => text.slice(start, end))).toEqual([
      'the rain fell all day,',
      'and all of the night too',
    ]);
    expect(parts[0]?.isCut).toEqual({ atStart: false, atEnd: true });
  });

  it('loses nothing but white space, and splits no character', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', ' ', ',', '\n', '😀', '橋') }), (text) => {
        const parts = splitAtClauses(text, { start: 0, end: text.length }, 8);
        const texts = parts.map(({ start, end }) => text.slice(start, end));

        if (text.length > 8) {
          expect(texts.join('').replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''));
          for (const part of texts) expect(part.length).toBeLessThanOrEqual(8);
        }
        for (const part of texts) expect(part.isWellFormed()).toBe(true);
      }),
    );
  });
});
