import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalizeQuestion } from '../../../src/core/limits/answer-cache.js';

describe('normalizeQuestion', () => {
  it('ignores Unicode composition, outer white space and trailing punctuation, and is idempotent', () => {
    const space = fc.stringMatching(/^[ \t\n\u00A0\u3000]{0,3}$/);
    const ending = fc.stringMatching(/^[?!.… \n？。]{0,4}$/);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), space, ending, (question, before, after) => {
        const normal = normalizeQuestion(question);

        expect(normalizeQuestion(before + question.normalize('NFD') + after)).toBe(normal);
        expect(normalizeQuestion(normal)).toBe(normal);
      }),
    );
  });

  it.each([
    ['What is C#?', 'What is C?'],
    ['Is it 3.5?', 'Is it 35?'],
    ['What is −5?', 'What is 5?'],
    ['Who said “no”?', 'Who said no?'],
  ])('keeps “%s” and “%s” apart', (one, other) => {
    expect(normalizeQuestion(one)).not.toBe(normalizeQuestion(other));
  });
});
