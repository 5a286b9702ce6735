import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type MarkedSentence, parseMarkers } from '../../../../src/core/ask/citation/marker-parser.js';

async function written(...pieces: readonly string[]): Promise<MarkedSentence[]> {
  async function* stream() {
    yield* pieces;
  }
  const sentences: MarkedSentence[] = [];
  for await (const sentence of parseMarkers(stream(), 'en')) sentences.push(sentence);
  return sentences;
}

const RAIN = { text: 'Rain fell.', markers: [1] };
const SNOW = { text: 'Snow fell.', markers: [2] };

describe('parseMarkers', () => {
  it.each([
    ['after the full stop', 'Rain fell. [1] Snow fell. [2]'],
    ['before the full stop', 'Rain fell [1]. Snow fell [2].'],
    ['without a space', 'Rain fell.[1] Snow fell.[2]'],
    ['before the sentence', '[1] Rain fell. [2] Snow fell.'],
    ['on separate lines', 'Rain fell. [1]\nSnow fell. [2]'],
    ['in a list', '- Rain fell. [1]\n- Snow fell. [2]'],
    ['in a numbered list', '1. Rain fell. [1]\n2. Snow fell. [2]'],
    ['in a quotation', '> Rain fell. [1]\n> Snow fell. [2]'],
    ['in lenticular brackets', 'Rain fell.【1】 Snow fell.【2†source】'],
    ['as Markdown footnotes', 'Rain fell.[^1] Snow fell.[^2]'],
    ['in double brackets', 'Rain fell. [[1]] Snow fell. [[2]]'],
    ['with a word', 'Rain fell. [source 1] Snow fell. [Source 2]'],
    ['escaped', 'Rain fell. \\[1\\] Snow fell. \\[2\\]'],
    ['in parentheses', 'Rain fell (1). Snow fell (2).'],
    ['next to emphasis', '**Rain** fell. [1] *Snow fell.* [2]'],
    ['inside emphasis', '**Rain fell [1].**\n**Snow fell [2].**'],
    ['next to invisible characters', 'Rain\u200B fell. [1] \u202ESnow fell. [2]'],
  ])('reads markers %s', async (_where, text) => {
    expect(await written(text)).toEqual([RAIN, SNOW]);
  });

  it.each([
    ['[1, 2]', [1, 2]],
    ['[1][2]', [1, 2]],
    ['[1] [2]', [1, 2]],
    ['[1-3]', [1, 2, 3]],
    ['[1–3]', [1, 2, 3]],
    ['[1; 4 and 6]', [1, 4, 6]],
    ['[1][1]', [1]],
    ['[1-9999]', [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]],
  ])('reads %s', async (marks, markers) => {
    expect(await written(`Rain fell. ${marks}`)).toEqual([{ text: 'Rain fell.', markers }]);
  });

  it('assigns a marker only to the sentence before it', async () => {
    expect(await written('Hail fell. Rain fell. [1]')).toEqual([{ text: 'Hail fell.', markers: [] }, RAIN]);
  });

  it('leaves out a half sentence at the end, unless a marker says that it is whole', async () => {
    expect(await written('Rain fell. [1] Snow fe')).toEqual([RAIN]);
    expect(await written('Rain fell. [1] Snow fell [2]')).toEqual([
      RAIN,
      { text: 'Snow fell', markers: [2] },
    ]);
    expect(await written('Snow fell')).toEqual([{ text: 'Snow fell', markers: [] }]);
  });

  it('skips headings and fenced code blocks', async () => {
    const text = '## Weather\n**Today**\nRain fell. [1]\n```js\nalert(1)\n```\nSnow fell. [2]';

    expect(await written(text)).toEqual([RAIN, SNOW]);
  });

  it('does not end a sentence at an abbreviation', async () => {
    expect(await written('Mr. Reyle met Dr. ', 'Calloway at 5 p.m. on Monday. [3] Rain fell. [1]')).toEqual([
      { text: 'Mr. Reyle met Dr. Calloway at 5 p.m. on Monday.', markers: [3] },
      RAIN,
    ]);
  });

  it('yields a sentence as soon as the next one has started', async () => {
    let yielded = 0;
    async function* stream() {
      yield 'Rain fell. [1] Snow ';
      yield 'fell all ';
      expect(yielded).toBe(1);
      yield 'night. [2]';
    }

    for await (const _sentence of parseMarkers(stream(), 'en')) yielded += 1;

    expect(yielded).toBe(2);
  });

  it('yields the same sentences however the text is split', async () => {
    const text =
      'Mr. Reyle spoke at 5 p.m. in the U.S. Army hall. [1, 2]\n- It cost 1.5 million (see below) [3].\n“Stop!” he said. [4] Nobody did【5】. \n\n[6] Then it rained. [7] It snowed.';
    const whole = await written(text);

    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat({ max: text.length }), { maxLength: 12 }), async (cuts) => {
        const places = [0, ...cuts.sort((a, b) => a - b), text.length];

        const pieces = places.slice(1).map((end, index) => text.slice(places[index], end));

        expect(await written(...pieces)).toEqual(whole);
      }),
    );
    expect(whole).toHaveLength(6);
  });
});
