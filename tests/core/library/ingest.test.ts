import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openTestApp, temporaryFolder } from '../../support/temporary.js';

describe('addArticle', () => {
  it('cleans every field', async () => {
    const { assistant } = await openTestApp();

    const { article } = await assistant.addArticle({
      library: 'town',
      title: 'The\u0000 ferry\u001B[31m',
      text: 'The ferry\u0007 sank.',
      url: ' https://example.org/ferry\n',
      author: 'Ann\u0000 Keel\uD800',
      published: '2031-03-03\u001B',
    });

    expect(article).toMatchObject({
      ...{ title: 'The ferry[31m', text: 'The ferry sank.', url: 'https://example.org/ferry' },
      ...{ author: 'Ann Keel\uFFFD', published: '2031-03-03' },
    });
  });

  it('leaves out fields that are empty', async () => {
    const { assistant } = await openTestApp();

    const { article } = await assistant.addArticle({
      ...{ library: 'town', title: 'Ferry', text: 'It sank.', author: ' \u0000', published: '' },
    });

    expect(article).not.toHaveProperty('author');
    expect(article).not.toHaveProperty('published');
  });

  it.each([
    ['de-AT', 'de'],
    ['DE', 'de'],
    ['de_DE', 'de'],
    ['not a language', 'en'],
  ])('reads the language %s', async (tag, language) => {
    const { assistant } = await openTestApp();
    const text = 'The ferry to the island sank on Monday, and nobody was on board.';

    const { article } = await assistant.addArticle({ library: 'town', title: 'x', text, language: tag });

    expect(article.language).toBe(language);
  });

  it('carries the start of the body and the structure over to the canonical text', async () => {
    const { assistant } = await openTestApp();
    const text = '\uFEFFFerry\r\n\r\nCafe\u0301\r\n\r\nIt sank.';
    const start = text.indexOf('Cafe');

    const { article } = await assistant.addArticle({
      ...{ library: 'town', title: 'Ferry', text, bodyStart: start },
      structure: [{ kind: 'heading', level: 2, start, end: text.indexOf('\r\n\r\nIt') }],
    });

    expect(article.text.slice(article.bodyStart)).toBe('Café\n\nIt sank.');
    expect(article.structure?.map((span) => article.text.slice(span.start, span.end))).toEqual(['Café']);
  });
});

describe('a question', () => {
  it('is cleaned before it is answered and stored', async () => {
    const { assistant } = await openTestApp();
    await assistant.addArticle({
      library: 'town',
      title: 'Ferry',
      text: 'Ann Keel built the ferry in 1998.',
    });
    const question = 'Who bu\u0000ilt the\u001B ferry?\uD800';

    const answer = await assistant.ask(question, {
      library: 'town',
      conversation: [{ question: 'Wh\u0000y?', answer: 'Beca\u001Buse. [1]' }],
    });
    const { id } = await assistant.check('Ann Keel built\u0000 the ferry in 1998.', { library: 'town' });

    expect(answer.kind).toBe('answered');
    expect(assistant.findAnswer(answer.id, { library: 'town' })?.question).toBe('Who built the ferry?\uFFFD');
    expect(assistant.findAnswer(id, { library: 'town' })?.question).toBe(
      'Ann Keel built  the ferry in 1998.',
    );
  });

  it.each([
    ['soft hyphens', 'The com\u00ADmit\u00ADtee chose Tarnow for the fer\u00ADry.'],
    ['zero-width spaces', 'The com\u200Bmit\u200Btee chose Tarnow for the fer\u200Bry.'],
    ['ligatures', 'The ﬁrst committee chose Tarnow for the ferry.'],
  ])('finds words with %s, and quotes them exactly', async (_what, sentence) => {
    const { assistant } = await openTestApp();
    const text = `Rain fell on Monday. ${sentence} Nobody paid for the bridge.`;
    await assistant.addArticle({ library: 'town', title: 'Town', text, language: 'en' });

    const answer = await assistant.ask('Which place did the committee choose for the ferry?', {
      library: 'town',
    });

    expect(answer).toMatchObject({ kind: 'answered', citations: [{ quote: sentence }] });
  });

  it('gets a table row with its column names as one quote', async () => {
    const corpusDir = join(temporaryFolder(), 'corpus');
    mkdirSync(corpusDir);
    writeFileSync(
      join(corpusDir, 'fares.md'),
      '# Fares\n\nAll fares are valid for one day.\n\n| Route | Fare |\n|--|--|\n| Tarnow | 4 crowns |\n| Brannock | 9 crowns |\n',
    );
    const { assistant } = await openTestApp({ corpusDir });

    const answer = await assistant.ask('What is the fare of the Brannock route?', { library: 'town' });

    expect(answer).toMatchObject({
      ...{ kind: 'answered', citations: [{ quote: 'Route: Brannock; Fare: 9 crowns' }] },
    });
  });
});
