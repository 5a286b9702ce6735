import { describe, expect, it } from 'vitest';
import { findNamed, replaceArticleName } from '../../../src/core/conversation/named-article.js';
import { normalizeMessage } from '../../../src/core/conversation/normalize-message.js';
import { understandMessage } from '../../../src/core/conversation/understand-message.js';
import { createMessageClassifier } from '../../../src/engines/builtin/message-kinds/classifier.js';
import { createAnalyzer } from '../../../src/engines/builtin/words/analyzer.js';

const TITLES = [
  'Ferry strike enters second week',
  'Handbook for pool staff',
  'Apfelstrudel nach Großmutters Art',
];

const classifier = createMessageClassifier();

async function read(message: string) {
  const context = {
    ...{ analyzer: createAnalyzer(), continuesQuestion: false, articleLanguages: ['en', 'de'] },
    ...{ titles: TITLES, isKnownWord: (term: string) => ['swim', 'ferry', 'captain'].includes(term) },
  };
  return (await understandMessage(message, context, { classifier })).intent;
}

describe('a message that names an article', () => {
  it.each([
    ['give me the short version of the ferry one', 'summary'],
    ['tldr ferry strike', 'summary'],
    ['what is the ferry story about?', 'summary'],
    ['worum gehts in dem strudelrezept', 'summary'],
    ['who wrote the pool handbook', 'metadata'],
    ['when was the ferry article published?', 'metadata'],
  ])('is about the article: %s', async (message, kind) => {
    expect(await read(message)).toMatchObject({ kind });
  });

  it.each([
    'how long is the ferry?',
    'what is in the pool',
    'who wrote to the ferry captain',
    'when does the ferry strike end',
    'what does the captain say about the ferry',
  ])('is a question about its content: %s', async (message) => {
    expect(await read(message)).toMatchObject({ kind: 'question' });
  });
});

it('finds the article by the words of its name', () => {
  const named = replaceArticleName(normalizeMessage('sum up the ferry strike story'), TITLES, () => false);

  const found = findNamed(
    named?.words ?? [],
    TITLES.map((title) => ({ title })),
  );

  expect(found).toEqual([{ title: TITLES[0] }]);
});

it('finds no article by a noun alone', () => {
  expect(replaceArticleName('sum up the article', TITLES, () => false)).toBeUndefined();
  expect(findNamed(['story'], [{ title: 'A story' }])).toEqual([]);
});
