import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalText } from '../../../src/core/text/article.js';
import { countWords } from '../../../src/core/text/count-words.js';
import { splitIntoPassages } from '../../../src/core/text/passage.js';
import { splitIntoSentences } from '../../../src/core/text/split-sentences.js';

const sentenceOf = (words: number) => `${'Word '.repeat(words - 1)}end.`;

describe('splitIntoPassages', () => {
  it('packs whole sentences into passages of about 150 to 200 words', () => {
    const text = Array.from({ length: 60 }, () => sentenceOf(20)).join(' ');

    const passages = splitIntoPassages(text, splitIntoSentences(text));

    for (const { start, end } of passages.slice(0, -1)) {
      expect(countWords(text.slice(start, end))).toBeGreaterThanOrEqual(140);
      expect(countWords(text.slice(start, end))).toBeLessThanOrEqual(200);
    }
    expect(passages.flatMap(({ sentences }) => sentences)).toEqual(splitIntoSentences(text));
  });

  it('ends a passage at the end of a paragraph if it is long enough', () => {
    const text = `${sentenceOf(60)} ${sentenceOf(50)}\n\n${sentenceOf(60)} ${sentenceOf(50)}`;

    const passages = splitIntoPassages(text, splitIntoSentences(text));

    expect(passages.map(({ sentences }) => sentences.length)).toEqual([2, 2]);
  });

  it('merges a short last passage into the one before', () => {
    const text = `${Array.from({ length: 8 }, () => sentenceOf(20)).join(' ')} A short rest.`;

    const passages = splitIntoPassages(text, splitIntoSentences(text));

    expect(passages).toHaveLength(1);
  });

  it.each([
    ['with spaces', 'word '.repeat(1_000)],
    ['without spaces', '今'.repeat(3_000)],
    ['of one very long word', 'x'.repeat(20_000)],
    ['of emoji', '👩‍👩‍👧'.repeat(3_000)],
  ])('splits a sentence %s that is longer than a passage', (_name, text) => {
    const passages = splitIntoPassages(text, splitIntoSentences(text));

    const pieces = passages.flatMap(({ sentences }) => sentences);
    expect(
      pieces
        .map(({ start, end }) => text.slice(start, end))
        .join('')
        .replace(/\s/g, ''),
    ).toBe(text.replace(/\s/g, ''));
    expect(text.slice(0, pieces[0]?.end)).toBe(text.slice(0, pieces[0]?.end).toWellFormed());
    if (!text.startsWith('x')) expect(passages.length).toBeGreaterThan(1);
  });

  it('splits a sentence of half a million characters without spaces', () => {
    const chars = 500_000;

    const passages = splitIntoPassages('今'.repeat(chars), [{ start: 0, end: chars }]);

    // In quadratic time, this would end long after the test's time limit.
    expect(passages.at(-1)?.end).toBe(chars);
    expect(passages.length).toBeGreaterThan(1_000);
  });

  it('covers every sentence of any text, in order', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 200 }), { maxLength: 40 }), (parts) => {
        const text = canonicalText(parts.join('. '));
        const sentences = splitIntoSentences(text);

        const passages = splitIntoPassages(text, sentences);

        expect(passages.flatMap((passage) => passage.sentences)).toEqual(sentences);
        for (const { start, end, sentences: own } of passages) {
          expect([start, end]).toEqual([own[0]?.start, own.at(-1)?.end]);
        }
      }),
    );
  });
});
