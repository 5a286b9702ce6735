import { describe, expect, it } from 'vitest';
import type { Answered } from '../../../../src/core/answer.js';
import { shorten } from '../../../../src/core/conversation/last-reply/shorten.js';
import { createAnalyzer } from '../../../../src/engines/builtin/words/analyzer.js';

const MILL = 'The mill opens in May. A day ticket costs 4 crowns.';
const TICKET = MILL.indexOf('A day ticket');

function cite(marker: number, start: number, phrase?: string): Answered['citations'][number] {
  const end = start === 0 ? TICKET - 1 : MILL.length;
  const at = phrase === undefined ? -1 : MILL.indexOf(phrase);
  const highlight = phrase === undefined ? {} : { highlight: { start: at, end: at + phrase.length } };
  return {
    ...{ marker, articleId: 'mill', title: 'The mill', start, end },
    ...{ quote: MILL.slice(start, end), ...highlight },
  };
}

function answered(text: string, citations: Answered['citations']): Answered {
  return { kind: 'answered', text, citations, confidence: 0.9, engine: 'a-model' };
}

const ALONE = answered('A ticket is 4 crowns. [1]', [cite(1, TICKET, '4 crowns')]);
const BOTH = answered('It opens in May. [1] A ticket is 4 crowns. [2]', [
  cite(1, 0),
  cite(2, TICKET, '4 crowns'),
]);

async function shortenTo(reply: Answered, message: string, question = 'How much is a day ticket?') {
  const parts = {
    analyzer: createAnalyzer(),
    findArticle: () => undefined,
    summarize: async () => reply,
  };
  return await shorten({ question, reply }, message, parts);
}

describe('shorten', () => {
  it('shows the phrase alone if there is one sentence', async () => {
    const shorter = await shortenTo(ALONE, 'shorter');

    expect(shorter).toMatchObject({
      text: '4 crowns [1]',
      citations: [{ quote: 'A day ticket costs 4 crowns.' }],
    });
  });

  it('shows the sentence with the phrase if there are several', async () => {
    const shorter = await shortenTo(BOTH, 'shorter please');

    expect(shorter).toMatchObject({
      text: 'A ticket is 4 crowns. [1]',
      citations: [{ marker: 1, start: TICKET }],
    });
  });

  it.each(['just the number', 'nur der Preis', 'solo la cifra', 'juste le prix'])(
    'shows the phrase alone for “%s”',
    async (message) => {
      expect(await shortenTo(BOTH, message)).toMatchObject({ text: '4 crowns [1]' });
    },
  );

  it('prefers the sentence with words of the question if no phrase is known', async () => {
    const plain = answered(BOTH.text, [cite(1, 0), cite(2, TICKET)]);

    expect(await shortenTo(plain, 'shorter')).toMatchObject({ text: 'A ticket is 4 crowns. [1]' });
    expect(await shortenTo(plain, 'shorter', 'When does it open?')).toMatchObject({
      text: 'It opens in May. [1]',
    });
  });

  it('leaves a sentence without a known phrase', async () => {
    expect(await shortenTo(answered('It opens in May. [1]', [cite(1, 0)]), 'shorter')).toBeUndefined();
  });
});
