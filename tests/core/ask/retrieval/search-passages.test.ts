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

describe('search in French', () => {
  const ATELIER = {
    title: 'Le vieux moulin',
    text: [
      "À Vernay, l'horlogère Odile Brun répare les pendules du moulin. Elle a ouvert son commerce en 1987.",
      'Le samedi, les enfants apprennent à réparer d’anciennes montres. Ils viennent parce qu’Odile leur prête une loupe.',
      "Le moulin ferme à l'automne. La mairie paie le chauffage.",
    ].join('\n\n'),
    language: 'fr',
  };
  const openMill = async () => {
    const { assistant } = await openTestApp();
    await assistant.addArticle({ library: 'town', ...ATELIER });
    return assistant;
  };
  const both = (text: string) => [text, text.replaceAll("'", '’')];

  it.each([
    ['horlogère', 'horlogère'],
    ["d'horlogère", 'horlogère'],
    ['anciennes', 'anciennes'],
    ["l'ancienne", 'anciennes'],
    ['automne', 'automne'],
    ["d'automne", 'automne'],
  ])('finds the word behind an elision: %s', async (query, word) => {
    const assistant = await openMill();

    for (const typed of both(query)) {
      const results = await assistant.search(typed, { library: 'town' });

      expect(results.total).toBe(1);
      expect(results[0]?.sentence.text).toContain(word);
    }
  });

  it('finds an exact phrase and an excluded word behind an elision', async () => {
    const assistant = await openMill();

    for (const typed of both(`"ferme à l'automne"`))
      expect((await assistant.search(typed, { library: 'town' })).total).toBe(1);
    expect((await assistant.search('moulin -horlogère', { library: 'town' })).total).toBe(0);
  });

  it('answers a question by a word behind an elision', async () => {
    const assistant = await openMill();

    for (const typed of both("Qui est l'horlogère ?"))
      expect(await assistant.ask(typed, { library: 'town' })).toMatchObject({
        kind: 'answered',
        citations: [{ quote: expect.stringContaining('Odile Brun') }],
      });
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
