import { describe, expect, it } from 'vitest';
import { filterSuggestions } from '../../../../src/core/summary/questions/suggest-questions.js';
import { HARBOUR } from '../../../support/small-article.js';
import { openTestApp } from '../../../support/temporary.js';

async function search(query: string) {
  const { assistant } = await openTestApp();
  await assistant.addArticle({ library: 'town', ...HARBOUR });
  return await assistant.search(query, { library: 'town' });
}

describe('search', () => {
  it('finds nothing if no passage has any of the words', async () => {
    const results = await search('giraffe');

    expect(results).toHaveLength(0);
    expect(results.total).toBe(0);
  });

  it('finds passages in another language than the query', async () => {
    expect((await search('das günstigste Angebot der Firma')).total).toBe(1);
  });

  it('says how many passages match', async () => {
    expect((await search('harbour')).total).toBe(1);
  });

  it('finds exact phrases only', async () => {
    expect((await search('"northern pier"')).total).toBe(1);
    expect((await search('"pier northern"')).total).toBe(0);
  });

  it('leaves out passages with excluded words', async () => {
    expect((await search('harbour -Delmar')).total).toBe(0);
  });

  it('takes a minus sign for one only in front of a word', async () => {
    expect((await search('“northern pier” -"open boats"')).total).toBe(1);
    expect((await search('re-opens harbour')).total).toBe(1);
  });
});

describe('suggested questions', () => {
  it('match the typed words in any order, the last one unfinished', () => {
    const questions = ['When was the bridge built?', 'Who is Ada Moss?'];

    expect(filterSuggestions(questions, 'bridge whe')).toEqual(['When was the bridge built?']);
    expect(filterSuggestions(questions, '')).toEqual(questions);
    expect(filterSuggestions(questions, 'tower')).toEqual([]);
  });
});
