import { describe, expect, it } from 'vitest';
import { HARBOUR } from '../../support/small-article.js';
import { openTestApp } from '../../support/temporary.js';

const POOL = {
  title: 'Harbor pool opens early',
  published: '2031-04-02',
  text: 'The harbor pool will open on 1 May this year, three weeks earlier than usual. Guests pay two crowns a day.',
};
const MUSEUM = {
  title: 'Museum reopens',
  published: '2030-10-15',
  text: 'The Museum of the Coast will reopen in October. The restoration cost 12 million dollars.',
};

async function openTown() {
  const { assistant } = await openTestApp();
  for (const draft of [MUSEUM, POOL, { ...HARBOUR, published: '2031-02-11' }])
    await assistant.addArticle({ library: 'town', language: 'en', ...draft });
  return assistant;
}

describe('summarizeLibrary', () => {
  it('has a line of each article, newest first, and stores the summary', async () => {
    const assistant = await openTown();

    const summary = await assistant.summarizeLibrary({ library: 'town' });

    const titles = [...new Set(summary?.summary?.lines.map(({ title }) => title))];
    expect(titles).toEqual([POOL.title, HARBOUR.title, MUSEUM.title]);
    const { id, ...stored } = summary ?? { id: '' };
    expect(assistant.findAnswer(id, { library: 'town' })?.answer).toEqual(stored);
  });

  it('covers only what is new since a day', async () => {
    const assistant = await openTown();

    const summary = await assistant.summarizeLibrary({ library: 'town', since: '2031-03-01' });
    const nothing = await assistant.summarizeLibrary({ library: 'town', since: new Date('2031-05-01') });

    expect(new Set(summary?.summary?.lines.map(({ title }) => title))).toEqual(new Set([POOL.title]));
    expect(nothing).toBeUndefined();
  });

  it('covers the articles that are asked for, in their order', async () => {
    const assistant = await openTown();
    const idOf = (title: string) =>
      assistant.listArticles({ library: 'town' }).find((article) => article.title === title)?.id ?? '';

    const summary = await assistant.summarizeLibrary({
      library: 'town',
      articleIds: [MUSEUM.title, POOL.title].map(idOf),
      isIncluded: ({ title }) => title !== POOL.title,
    });

    expect(new Set(summary?.summary?.lines.map(({ title }) => title))).toEqual(new Set([MUSEUM.title]));
  });

  it('knows which articles it leaves out', async () => {
    const { assistant } = await openTestApp();
    for (let number = 1; number <= 42; number += 1) {
      const text = `The ${number}th ferry leaves from quay ${number} at ${number} minutes past noon.`;
      const published = new Date(Date.UTC(2031, 2, number)).toISOString();
      await assistant.addArticle({
        library: 'town',
        language: 'en',
        title: `Ferry ${number}`,
        text,
        published,
      });
    }
    const newest = assistant.listArticles({ library: 'town' }).find(({ title }) => title === 'Ferry 42');

    const summary = await assistant.summarizeLibrary({ library: 'town' });
    const { lines = [], articleIds = [] } = summary?.summary ?? {};

    expect(articleIds).toHaveLength(42);
    expect(articleIds[0]).toBe(newest?.id);
    expect(new Set(lines.map(({ articleId }) => articleId)).size).toBeLessThanOrEqual(10);
    expect(lines.every(({ articleId }) => articleIds.slice(0, 40).includes(articleId))).toBe(true);
  });

  it('merges timelines in order of time', async () => {
    const assistant = await openTown();

    const summary = await assistant.summarizeLibrary({ library: 'town', style: 'timeline' });

    const dates = summary?.summary?.lines.map(({ date = '' }) => date) ?? [];
    expect(dates.length).toBeGreaterThan(1);
    expect(dates).toEqual(dates.toSorted());
  });
});
