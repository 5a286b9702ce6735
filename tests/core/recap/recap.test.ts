import { describe, expect, it } from 'vitest';
import { openManaged } from '../../support/managed-library.js';
import { HARBOUR } from '../../support/small-article.js';

const LIBRARY = 'guild:1';
const PLACE = { channelId: 'c1' };
const DAY_MS = 24 * 60 * 60 * 1_000;

async function openWithArticle() {
  const managed = await openManaged();
  await managed.assistant.addArticle({ library: LIBRARY, ...HARBOUR });
  const ask = async (question: string, change: object = {}) => {
    managed.advance(1_000);
    return await managed.assistant.ask(question, {
      library: LIBRARY,
      userId: 'ann',
      place: PLACE,
      ...change,
    });
  };
  return {
    ...managed,
    ask,
    recap: (days = 7) => managed.assistant.recap({ library: LIBRARY, place: PLACE, days }),
  };
}

describe('a recap', () => {
  it('counts questions, groups similar ones, and says what was not answered', async () => {
    const { ask, recap } = await openWithArticle();
    await ask('How much does the work on the harbour cost?');
    await ask('What does the work at the harbour cost?', { userId: 'ben' });
    await ask('Who is the mayor?', { userId: 'ben' });
    await ask('How many dogs live in Brannock?', { userId: 'cleo' });

    const result = recap();

    expect(result).toMatchObject({ questions: 4, people: 3, isPartial: false });
    expect(result.topics[0]).toMatchObject({ count: 2, answered: 2 });
    expect(result.topics[0]?.question).toMatch(/harbour cost/);
    expect(result.topics.find(({ question }) => question.includes('dogs'))).toMatchObject({ answered: 0 });
    expect(result.topics).toHaveLength(3);
    expect(result.articles).toMatchObject([{ title: HARBOUR.title, answers: 3 }]);
    expect(result).toMatchObject({ since: '2031-02-24T10:00:04.000Z', until: '2031-03-03T10:00:04.000Z' });
  });

  it('counts a short follow-up with the question before it', async () => {
    const { ask, recap } = await openWithArticle();
    const first = await ask('When will the harbour close for repairs?');
    await ask('And why?', { previousAnswerId: first.id });

    expect(recap().topics).toMatchObject([
      { question: 'When will the harbour close for repairs?', count: 2 },
    ]);
  });

  it('leaves out what was private, elsewhere, too old, a summary or small talk', async () => {
    const { ask, recap, assistant, advance } = await openWithArticle();
    await ask('When was the old harbour built?');
    advance(8 * DAY_MS);
    await ask('Who is the mayor?', { isPrivate: true });
    await ask('Who is the mayor?', { place: { channelId: 'c2' } });
    await ask('Who is the mayor?', { place: undefined });
    await ask('hello');
    await assistant.summarizeLibrary({ library: LIBRARY });

    expect(recap()).toMatchObject({ questions: 0, people: 0, topics: [], articles: [] });
    expect(recap(30).questions).toBe(1);
  });

  it('names nobody', async () => {
    const { ask, recap } = await openWithArticle();
    await ask('Does <@1200000000000000011> know when the harbour will close?');

    expect(JSON.stringify(recap())).not.toMatch(/1200000000000000011|ann/);
  });

  it('forgets what a deleted person asked, and everything before a planned deletion', async () => {
    const { ask, recap, library, advance } = await openWithArticle();
    await ask('Who is the mayor?', { userId: 'ben' });
    await library.deletePersonalData('ben');
    const afterDeletion = recap().questions;
    await ask('Who is the mayor?');
    advance(1_000);
    library.planDeletion({ library: LIBRARY });

    expect(afterDeletion).toBe(0);
    expect(recap().questions).toBe(0);
  });
});
