import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalText } from '../../../src/core/text/article.js';
import { canonicalize } from '../../../src/core/text/canonical-offsets.js';

/** Pieces that change their length, or the length of what stands next to them. */
const piece = fc.constantFrom(
  ...[
    '\uFEFF',
    '\r\n',
    '\r',
    '\n',
    '\v',
    '\u001F',
    '\u0000',
    '\u0007',
    '\u0085',
    'e',
    '\u0301',
    '\u0327',
    'é',
  ],
  ...['\uD83D', '\uDE00', '😀', '\u1100', '\u1161', '\u11A8', '각', '\u00AD', '\u2126', '\u0958', 'a', ' '],
);

describe('canonicalize', () => {
  it.each([
    ['after a byte-order mark', '\uFEFFHead\n\n|Body'],
    ['after Windows line ends', 'Head\r\nline\r\n\r\n|Body'],
    ['after combining marks', 'Cafe\u0301 cre\u0300me\n\n|Body'],
    ['after control characters', 'He\u0007a\u0000d\n\n|Body'],
    ['after a lone surrogate', 'He\uD83Dad\n\n|Body'],
    ['after Hangul letters', '\u1112\u1161\u11AB\n\n|Body'],
    ['at the end', 'He\r\nad|'],
  ])('carries an offset over: %s', (_where, marked) => {
    const raw = marked.replace('|', '');

    const { text, offsets } = canonicalize(raw, [marked.indexOf('|')]);

    expect(text).toBe(canonicalText(raw));
    expect(text.slice(offsets[0])).toBe(marked.split('|')[1]);
  });

  it('splits the text as the caller does, wherever that is possible', () => {
    fc.assert(
      fc.property(fc.array(piece), fc.array(piece), (before, after) => {
        const [head, body] = [before.join(''), after.join('')];
        const { text, offsets } = canonicalize(head + body, [head.length]);
        const parts = [canonicalText(head), canonicalText(`x${body}`).slice(1)];
        // What joins the character before it can't be kept apart from it.
        fc.pre(text === parts.join('') && !/^[\p{M}\u1161\u11A8]/u.test(canonicalText(body)));

        expect(text.slice(0, offsets[0])).toBe(parts[0]);
      }),
    );
  });

  it('keeps offsets in order and inside the text', () => {
    fc.assert(
      fc.property(fc.array(piece), fc.array(fc.integer({ min: -3, max: 40 })), (pieces, given) => {
        const raw = pieces.join('');
        const sorted = given.toSorted((a, b) => a - b);
        const { text, offsets } = canonicalize(raw, sorted);

        expect(text).toBe(canonicalText(raw));
        expect(offsets).toEqual(offsets.toSorted((a, b) => a - b));
        for (const offset of offsets) {
          expect(offset).toBeGreaterThanOrEqual(0);
          expect(offset).toBeLessThanOrEqual(text.length);
        }
      }),
    );
  });
});
