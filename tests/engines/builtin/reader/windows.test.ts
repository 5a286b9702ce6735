import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  chooseWindows,
  groupParagraphs,
  MAX_WINDOWS,
} from '../../../../src/engines/builtin/reader/windows.js';
import { rankingOf } from '../../../support/rankings.js';

/** A paragraph of sentences with these numbers of words. */
const paragraphOf = (lengths: readonly number[]) =>
  lengths.map((length) => `Word${' word'.repeat(Math.max(0, length - 1))}.`).join(' ');
const words = (text: string) => text.match(/\S+/g)?.length ?? 0;

describe('chooseWindows', () => {
  it('reads whole sentences in document order, each once, and only a few windows', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 8 }), {
          minLength: 1,
          maxLength: 12,
        }),
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 96 }),
        (paragraphs, relevances) => {
          const text = paragraphs.map(paragraphOf).join('\n\n');
          const { sentences } = rankingOf(text, { relevances });

          const windows = chooseWindows(sentences, ({ relevance }) => 10 * relevance);

          const read = windows.flatMap((window) => window.sentences);
          expect(windows.length).toBeLessThanOrEqual(MAX_WINDOWS);
          expect(windows.length).toBeGreaterThan(0);
          expect(read.map(({ start }) => start)).toEqual(
            [...new Set(read.map(({ start }) => start))].sort((a, b) => a - b),
          );
          for (const window of windows) {
            const count = window.sentences.reduce(
              (sum, { start, end }) => sum + words(text.slice(start, end)),
              0,
            );
            expect(count).toBeLessThanOrEqual(150);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('chooses the best paragraphs and packs short ones into one window', () => {
    const text = [20, 100, 20, 100].map((length) => paragraphOf([length])).join('\n\n');
    const { sentences } = rankingOf(text, { relevances: [0.9, 0.1, 0.8, 0.2] });

    const windows = chooseWindows(sentences, ({ relevance }) => 10 * relevance, 1);

    expect(windows.map((window) => window.sentences.map(({ relevance }) => relevance))).toEqual([[0.9, 0.8]]);
  });

  it('never mixes articles in a window', () => {
    const [one, other] = ['One.', 'Two.'].map((text) => rankingOf(text).sentences);
    const elsewhere = (other ?? []).map((sentence) => ({
      ...sentence,
      match: { ...sentence.match, article: { ...sentence.match.article, id: 'b' } },
    }));

    expect(chooseWindows([...(one ?? []), ...elsewhere], () => 0)).toHaveLength(2);
  });

  it('has nothing to read without sentences', () => {
    expect(chooseWindows([], () => 0)).toEqual([]);
  });
});

describe('groupParagraphs', () => {
  it('starts a paragraph at a blank line and where a passage is missing', () => {
    const text = `One. Two.\n\nThree. X${'x'.repeat(60)}. Four.`;
    const { sentences } = rankingOf(text);
    const kept = sentences.filter(({ start, end }) => !text.slice(start, end).includes('xx'));

    const groups = groupParagraphs(kept).map((group) =>
      group.map(({ start, end }) => text.slice(start, end)),
    );

    expect(groups).toEqual([['One.', 'Two.'], ['Three.'], ['Four.']]);
  });
});
