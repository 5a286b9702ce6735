import { describe, expect, it } from 'vitest';
import { HARBOUR } from '../../support/small-article.js';
import { openTestApp } from '../../support/temporary.js';

async function harbour() {
  const { assistant } = await openTestApp();
  const { article } = await assistant.addArticle({ library: 'town', ...HARBOUR });
  return { assistant, article };
}

describe('summarize', () => {
  it.each([
    ['short', 3],
    ['medium', 5],
    ['long', 9],
  ] as const)(
    'writes a %s summary of at most %i sentences of the article, each cited',
    async (length, most) => {
      const { assistant, article } = await harbour();

      const summary = await assistant.summarize(article.id, { library: 'town', length });

      expect(summary.citations.length).toBeGreaterThan(0);
      expect(summary.citations.length).toBeLessThanOrEqual(most);
      for (const { start, end, quote } of summary.citations)
        expect(article.text.slice(start, end)).toBe(quote);
      const starts = summary.citations.map(({ start }) => start);
      expect(starts).toEqual(starts.toSorted((a, b) => a - b));
    },
  );

  it('stores the summary under its id', async () => {
    const { assistant, article } = await harbour();

    const { id, ...summary } = await assistant.summarize(article.id, { library: 'town' });

    expect(assistant.findAnswer(id, { library: 'town' })?.answer).toEqual(summary);
  });

  it.each([
    ['a transcript', 'and so we went down to the old harbour to see the boats come in\n'.repeat(300)],
    ['one endless sentence', 'the harbour was built, and the town paid for it, '.repeat(400)],
    ['records', '{"id":12,"name":"pier","open":true},'.repeat(400)],
    ['text without spaces', '港'.repeat(9_000)],
  ])('keeps a short summary of %s short', async (_what, text) => {
    const { assistant } = await openTestApp();
    const { article } = await assistant.addArticle({ library: 'town', title: 'x', text });

    const summary = await assistant.summarize(article.id, { library: 'town', length: 'short' });

    expect(summary.text.length).toBeLessThan(1_500);
    for (const { start, end, quote } of summary.citations) expect(article.text.slice(start, end)).toBe(quote);
  });

  it('summarizes an article with a single short sentence', async () => {
    const { assistant } = await openTestApp();
    const one = await assistant.addArticle({ library: 'town', title: 'One', text: 'Rain.' });

    const summary = await assistant.summarize(one.article.id, { library: 'town' });

    expect(summary.text).toBe('Rain. [1]');
  });
});

describe('suggest', () => {
  it('suggests questions that the article answers, each with a different sentence', async () => {
    const { assistant, article } = await harbour();

    const questions = await assistant.suggest(article.id, { library: 'town' });

    expect(questions.length).toBeGreaterThanOrEqual(2);
    const answers = await Promise.all(
      questions.map((question) => assistant.ask(question, { library: 'town', articleId: article.id })),
    );
    expect(answers.map(({ kind }) => kind)).toEqual(questions.map(() => 'answered'));
  });

  it('does not mistake months, weekdays or the first word of a quote for names', async () => {
    const { assistant } = await openTestApp();
    const { article } = await assistant.addArticle({
      ...{ library: 'town', title: 'The ferry', language: 'en' },
      text: 'The ferry to Tarnow sails again from May. "They rejoice each Monday," said Ada Brandt of the harbour office.',
    });

    const questions = await assistant.suggest(article.id, { library: 'town' });

    expect(questions.join(' ')).toMatch(/Tarnow|Ada Brandt/);
    expect(questions.join(' ')).not.toMatch(/May|They|Monday/);
  });

  it('suggests nothing for an article without names', async () => {
    const { assistant } = await openTestApp();
    const { article } = await assistant.addArticle({
      library: 'town',
      title: 'x',
      text: 'it rained all day.',
    });

    expect(await assistant.suggest(article.id, { library: 'town' })).toEqual([]);
  });
});
