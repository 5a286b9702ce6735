import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countWords } from '../../../src/core/text/count-words.js';

const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/gu;

/** The definition, word by word. */
function countSlowly(text: string): number {
  const unspaced = text.match(UNSPACED)?.length ?? 0;
  const spaced = text.replace(UNSPACED, ' ').match(/\S{1,30}/g) ?? [];
  return spaced.reduce((sum, { length }) => sum + (length < 30 ? 1 : 3), 0) + Math.ceil(unspaced / 2);
}

describe('countWords', () => {
  it.each([
    ['', 0],
    ['One two\n\nthree', 3],
    ['今日は晴れ', 3],
    ['ภาษาไทย and more', 6],
    ['x'.repeat(60), 6],
    ['\u{20000}\u{20001} \u{1F600}', 2],
    ['a\u00A0b\u3000c\uFEFFd', 4],
  ])('counts %j', (text, words) => {
    expect(countWords(text)).toBe(words);
  });

  it('counts any text as its definition says', () => {
    const part = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.constantFrom(' ', '\n', '今', 'กา', '\uD840', 'word ', 'x'.repeat(31), '\u{20000}'),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 20 }), (parts) => {
        const text = parts.join('');

        expect(countWords(text)).toBe(countSlowly(text));
      }),
    );
  });
});
