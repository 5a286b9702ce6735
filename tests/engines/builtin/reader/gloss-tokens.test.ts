import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createGlossTokenizer } from '../../../../src/engines/builtin/reader/gloss-tokens.js';
import { createWordTokenizer } from '../../../../src/engines/builtin/reader/word-tokens.js';

const WORDS = [
  'Der',
  'Eintritt',
  'kostet',
  '4,50',
  'Euro',
  '–',
  'Öffnungszeiten',
  'Ines',
  '[3]',
  'zum',
  '(18',
  'Uhr).',
];

/** A tokenizer whose ids are places in a list of words, and that list. */
function createListingTokenizer() {
  const words: string[] = [];
  const tokenize = createWordTokenizer((word) => [
    words.includes(word) ? words.indexOf(word) : words.push(word) - 1,
  ]);
  return { words, tokenize };
}

describe('tokens of a text in another language', () => {
  it('are those of its words in English, and belong to the words of the text', () => {
    const { words, tokenize } = createListingTokenizer();
    const text = 'Die Brücke ist seit Montag geschlossen [3].';

    const { ids, starts, ends } = createGlossTokenizer(tokenize, 'de')(text);

    expect(ids.map((id) => words[id])).toEqual(['the', 'bridge', 'is', 'since', 'Monday', 'closed', '.']);
    expect(starts.map((start, at) => text.slice(start, ends[at]))).toEqual([
      ...['Die', 'Brücke', 'ist', 'seit', 'Montag', 'geschlossen', '.'],
    ]);
  });

  it('of a phrase all belong to the whole phrase', () => {
    const { words, tokenize } = createListingTokenizer();
    const text = 'Il y a une gare.';

    const { ids, starts, ends } = createGlossTokenizer(tokenize, 'fr')(text);

    expect(ids.map((id) => words[id])).toEqual(['there', 'is', 'a', 'station', '.']);
    expect(starts.slice(0, 2).map((start, at) => text.slice(start, ends[at]))).toEqual(['Il y a', 'Il y a']);
  });

  it('stay in order inside the text, whatever is in it', () => {
    const { tokenize } = createListingTokenizer();
    const read = createGlossTokenizer(tokenize, 'de');
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...WORDS)), fc.constantFrom(' ', '\n', ''), (words, space) => {
        const text = words.join(space);

        const { ids, starts, ends } = read(text);

        expect([starts.length, ends.length]).toEqual([ids.length, ids.length]);
        for (const [at, start] of starts.entries()) {
          expect(start).toBeGreaterThanOrEqual(starts[at - 1] ?? 0);
          expect(ends[at]).toBeGreaterThan(start);
          expect(ends[at]).toBeLessThanOrEqual(text.length);
        }
      }),
    );
  });
});
