import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalText, digestOf } from '../../../src/core/text/article.js';

describe('canonicalText', () => {
  it.each([
    ['line endings', 'a\r\nb\rc\u2028d', 'a\nb\nc\nd'],
    ['accents', 'e\u0301', 'é'],
    ['a byte-order mark', '\uFEFFa', 'a'],
    ['control characters', 'a\u0000b\u0007c\td', 'abc\td'],
    ['vertical tabs and form feeds', 'a\vb\fc', 'a\nb\nc'],
    ['the separators of old files', 'a\u001Cb\u001Dc\u001Ed\u001Fe', 'a\nb\nc\nd e'],
    ['C1 control characters', 'a\u0085b\u009Bc', 'a\nbc'],
    ['lone surrogates', 'a\uD800b', 'a\uFFFDb'],
  ])('normalizes %s', (_name, raw, canonical) => {
    expect(canonicalText(raw)).toBe(canonical);
  });

  it('is idempotent', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (raw) => {
        const once = canonicalText(raw);

        expect(canonicalText(once)).toBe(once);
      }),
    );
  });
});

describe('digestOf', () => {
  it('differs for lists that join to the same text', () => {
    expect(digestOf('ab', 'c')).not.toBe(digestOf('a', 'bc'));
  });
});
