// What an id from another server is good for, where somebody sends it as if a button held it: nothing.
import { describe, expect, it } from 'vitest';
import { openSources, share, turnSources } from '../../commands/answer-buttons.js';
import { turnArticle, turnArticleList } from '../../commands/article.js';
import { articleChoices, chosenArticleId } from "../../commands/shared/article-choices.js";
import { ask } from '../../commands/ask.js';
import { articleIdOf } from '../../src/core/library/ingest.js';
import { RETENTION } from '../../src/core/limits/retention.js';
import type { Invocation } from '../../src/discord/command.js';
import { HARBOUR } from '../support/small-article.js';
import { openTestApp } from '../support/temporary.js';

const [HOME, FOREIGN] = ['guild:1', 'guild:2'];

async function openTwoServers() {
  const { assistant } = await openTestApp();
  await assistant.addArticle({ library: HOME, origin: 'harbour', ...HARBOUR });
  const { id: answerId } = await assistant.ask('Who is the mayor?', { library: HOME });
  const there: Invocation = {
    ...{
      assistant,
      library: FOREIGN,
      messageLibrary: FOREIGN,
      userId: 'eve',
      isAdmin: true,
      isPrivate: true,
    },
    ...{ signal: new AbortController().signal, show: () => {}, terms: { retention: RETENTION, models: [] } },
  };
  return { there, answerId, articleId: articleIdOf(HOME, 'harbour') };
}

describe("another server's ids", () => {
  it.each([
    ['sources', openSources],
    ['source-page', turnSources],
    ['share', share],
  ])('of an answer open nothing: %s', async (_, action) => {
    const { there, answerId } = await openTwoServers();

    const run = async () => await action.run({ ...there, args: [answerId, '0'], fields: {} });

    await expect(run()).rejects.toMatchObject({ code: 'discord/answer-gone' });
  });

  it('of an article open nothing, and are listed nowhere', async () => {
    const { there, articleId } = await openTwoServers();

    const turned = turnArticle.run({ ...there, args: [articleId, '0'], fields: {} });
    const [list] = await turnArticleList.run({ ...there, args: ['0'], fields: {} });

    await expect(turned).rejects.toMatchObject({ code: 'discord/no-such-article' });
    expect(() => chosenArticleId(there, articleId)).toThrow('No article here');
    expect(articleChoices(there, '')).toEqual([]);
    expect(JSON.stringify(list)).not.toContain('arbour');
  });

  it('complete no questions, even with the article named', async () => {
    const { there, articleId } = await openTwoServers();

    const choices = await ask.complete({
      ...there,
      options: { values: { article: articleId } },
      name: 'question',
      text: '',
    });

    expect(choices).toEqual([]);
  });

  it('lend a follow-up nothing of the conversation', async () => {
    const { there, answerId } = await openTwoServers();

    expect(there.assistant.conversation(answerId, { library: FOREIGN })).toEqual([]);
  });
});
