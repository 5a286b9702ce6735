import { describe, expect, it } from 'vitest';
import { cite, splitAtMarkers } from '../../../../src/core/ask/citation/cite.js';
import { evidenceText } from '../../../../src/core/ask/citation/evidence.js';
import { type MarkedSentence, parseMarkers } from '../../../../src/core/ask/citation/marker-parser.js';

const CASE = 'The judge followed Reed v Mast [1998] 2 AC 40 in May.';
const RECIPE = 'Add [2] cups of flour.';

async function parse(text: string, sources: readonly string[]) {
  async function* stream() {
    for (const character of text) yield character;
  }
  const sentences: MarkedSentence[] = [];
  for await (const sentence of parseMarkers(stream(), 'en', sources)) sentences.push(sentence);
  return sentences;
}

describe('evidenceText', () => {
  it.each([
    ['The ferry sank.[1][2] Then', 'The ferry sank. Then'],
    ['The ferry[12] sank.[3, 4]', 'The ferry sank.'],
    ['“It sank,”[5] she said.', '“It sank,” she said.'],
  ])('removes reference marks: %s', (quote, text) => {
    expect(evidenceText(quote)).toBe(text);
  });

  it.each([
    CASE,
    RECIPE,
    'We left in [19]44.',
    'Read a[1]b and [sic] twice.',
    'Here x[1] is more than list[0].',
  ])('keeps: %s', (quote) => {
    expect(evidenceText(quote)).toBe(quote);
  });

  it('removes invisible characters', () => {
    expect(evidenceText('The fer\u00ADry \u200Bsank.')).toBe('The ferry sank.');
  });
});

describe('brackets of an article', () => {
  it('stay in the sentence, next to markers', async () => {
    const sentences = await parse(`${CASE} [1] ${RECIPE} [2]`, [CASE, RECIPE]);

    expect(sentences).toEqual([
      { text: CASE, markers: [1] },
      { text: RECIPE, markers: [2] },
    ]);
  });

  it('are only those with the same words around them', async () => {
    expect(await parse('Rain fell [2] cups. [1]', [RECIPE])).toMatchObject([{ markers: [2, 1] }]);
    expect(await parse('Add [3] cups of flour. [1]', [RECIPE])).toMatchObject([{ markers: [3, 1] }]);
  });

  it('are no markers of an answer either', () => {
    const article = { id: 'a', library: 'l', title: 'A', text: `${RECIPE} Stir.`, bodyStart: 0 };
    const evidence = [
      {
        ...{ number: 1, start: 0, end: RECIPE.length, text: RECIPE, relevance: 1 },
        article: { ...article, language: 'en', digest: 'd' },
      },
    ];

    const answer = cite([{ text: RECIPE, evidence }]);

    expect(answer.text).toBe(`${RECIPE} [1]`);
    expect(splitAtMarkers(answer)).toEqual([{ text: RECIPE, markers: [1] }]);
  });
});
