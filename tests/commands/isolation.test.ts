// Ids from another server, sent as if from a button, must give access to nothing.
import { describe, expect, it } from 'vitest';
import { turnArticle, turnArticleList } from '../../commands/article/browse.js';
import { ask } from '../../commands/ask.js';
import { openSources, share, turnSources } from '../../commands/buttons/answer-buttons.js';
import { articleChoices, chooseArticle } from '../../commands/shared/article-choices.js';
import {
  changeLength,
  changeStyle,
  choosePostChannel,
  postSummary,
} from '../../commands/summary/summary-buttons.js';
import { articleIdOf } from '../../src/core/library/ingest.js';
import { invocationWith } from '../support/invocation.js';
import { HARBOUR } from '../support/small-article.js';
import { openTestApp } from '../support/temporary.js';

const [HOME, OTHER] = ['guild:1', 'guild:2'];

async function openTwoServers() {
  const { assistant, library: manager, digests } = await openTestApp();
  await assistant.addArticle({ library: HOME, origin: 'harbour', ...HARBOUR });
  const { id: answerId } = await assistant.ask('Who is the mayor?', { library: HOME });
  const invocation = invocationWith({ assistant, manager, digests, library: OTHER, userId: 'eve' });
  return { invocation, answerId, articleId: articleIdOf(HOME, 'harbour') };
}

describe("ids of another server's data", () => {
  it.each([
    ['sources', openSources],
    ['source-page', turnSources],
    ['share', share],
    ['summary-style', changeStyle],
    ['summary-length', changeLength],
    ['summary-post', choosePostChannel],
    ['summary-channel', postSummary],
  ])('do not open its answers: %s', async (_, action) => {
    const { invocation, answerId } = await openTwoServers();

    const run = async () => await action.run({ ...invocation, args: [answerId, '0'], fields: {} });

    await expect(run()).rejects.toMatchObject({ code: 'discord/answer-gone' });
  });

  it('do not open its articles, and its articles are not listed', async () => {
    const { invocation, articleId } = await openTwoServers();

    const turned = turnArticle.run({ ...invocation, args: [articleId, '0'], fields: {} });
    const [list] = await turnArticleList.run({ ...invocation, args: ['0'], fields: {} });

    await expect(turned).rejects.toMatchObject({ code: 'discord/article-gone' });
    const values = { article: articleId };
    expect(() => chooseArticle(invocation, { command: 'ask', options: { values } })).toThrow('no articles');
    expect(articleChoices(invocation, '')).toEqual([]);
    expect(JSON.stringify(list)).not.toContain('arbour');
  });

  it('do not suggest its questions', async () => {
    const { invocation, articleId } = await openTwoServers();

    const choices = await ask.complete({
      ...invocation,
      options: { values: { article: articleId } },
      name: 'question',
      text: '',
    });

    expect(choices).toEqual([]);
  });

  it('do not give a follow-up access to its conversation', async () => {
    const { invocation, answerId } = await openTwoServers();

    expect(invocation.assistant.conversation(answerId, { library: OTHER })).toEqual([]);
  });
});
