import { describe, expect, it } from 'vitest';
import { compareSentences } from '../../../../../src/core/library/manage/articles/sentence-diff.js';
import type { Article } from '../../../../../src/core/text/article.js';

function article(text: string, language = 'en'): Article {
  return { id: 'a', library: 'town', title: 'A', text, bodyStart: 0, language, digest: text };
}

const BASE = 'The harbour closes on Monday. The work costs 4.5 million crowns. Boats use the pier.';

describe('comparing two versions', () => {
  it.each([
    ['the same text', BASE, BASE, {}],
    ['other white space', BASE, BASE.replaceAll('. ', '.\n\n'), {}],
    ['a new sentence', BASE, `${BASE} It is cold.`, { added: ['It is cold.'] }],
    ['a missing sentence', `${BASE} It is cold.`, BASE, { removed: ['It is cold.'] }],
    [
      'a corrected number',
      BASE,
      BASE.replace('4.5', '6'),
      {
        changed: [
          { before: 'The work costs 4.5 million crowns.', after: 'The work costs 6 million crowns.' },
        ],
      },
    ],
    [
      'another sentence at the same place',
      BASE,
      BASE.replace('The work costs 4.5 million crowns.', 'Nobody asked fishermen.'),
      { added: ['Nobody asked fishermen.'], removed: ['The work costs 4.5 million crowns.'] },
    ],
    [
      'a sentence that moved',
      BASE,
      'Boats use the pier. The harbour closes on Monday. The work costs 4.5 million crowns.',
      {},
    ],
    ['a repeated sentence', BASE, `${BASE} Boats use the pier.`, { added: ['Boats use the pier.'] }],
  ])('reports %s', async (_, before, after, expected) => {
    const differences = await compareSentences(article(before), article(after));

    expect(differences).toEqual({ added: [], removed: [], changed: [], ...expected });
  });

  it('pairs sentences of scripts without spaces', async () => {
    const [before, after] = ['港口将于星期一关闭。工程耗资四百万。', '港口将于星期二关闭。工程耗资四百万。'];

    const { changed } = await compareSentences(article(before, 'zh'), article(after, 'zh'));

    expect(changed).toEqual([{ before: '港口将于星期一关闭。', after: '港口将于星期二关闭。' }]);
  });

  it('compares two long texts that have nothing in common', async () => {
    const text = (word: string) =>
      Array.from({ length: 3_000 }, (_, index) => `The ${word} number ${index} ${word}s alone.`).join(' ');

    const { added, removed } = await compareSentences(article(text('ship')), article(text('bird')));

    expect(added.length).toBeGreaterThan(2_900);
    expect(removed).toHaveLength(added.length);
  });
});
