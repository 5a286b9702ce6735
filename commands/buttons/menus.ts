// What the menus do that ask which article or which server is meant.
import type { Action, Command } from '../../src/discord/command.js';
import { userErrors } from '../../src/discord/text/errors.js';
import { article } from '../article/article.js';
import { ask } from '../ask.js';
import { search } from '../search.js';
import { askAndRender } from '../shared/answer-question.js';
import { summary } from '../summary/summary.js';

const COMMANDS: Readonly<Record<string, Command>> = { article, ask, search, summary };

/** Runs a command that waited for its article. */
export const pickArticle = {
  name: 'pick',
  reply: 'update',
  async run({ args: [id = '', articleId = ''], ...invocation }) {
    const request = invocation.pending.find(id);
    const command = COMMANDS[request?.command ?? ''];
    if (!request || !command || request.library !== invocation.library) throw userErrors.menuExpired();
    if (request.userId !== invocation.userId) throw userErrors.notYourMenu();
    const { subcommand, values } = request.options;
    return await command.run({
      ...invocation,
      options: { subcommand, values: { ...values, article: articleId } },
    });
  },
} satisfies Action;

/** Answers a question about one of several articles, once one is chosen. */
export const chooseForAnswer = {
  name: 'choose',
  reply: 'update',
  async run({ args: [answerId = '', articleId = ''], ...invocation }) {
    const { assistant, messageLibrary, userId } = invocation;
    const stored = assistant.findAnswer(answerId, { library: messageLibrary });
    if (!stored) throw userErrors.answerGone();
    if (stored.userId !== userId) throw userErrors.notYourMenu();
    return await askAndRender(invocation, {
      ...{ command: 'choose', question: stored.question, articleId },
      ...{ previousAnswerId: stored.previousId, showsQuestion: true },
    });
  },
} satisfies Action;

/** Asks a question about the default article again, with all articles. */
export const askAll = {
  name: 'ask-all',
  reply: 'same',
  async run({ args: [answerId = ''], ...invocation }) {
    const { assistant, messageLibrary, userId } = invocation;
    const stored = assistant.findAnswer(answerId, { library: messageLibrary });
    if (!stored) throw userErrors.answerGone();
    if (stored.isPrivate && stored.userId !== userId) throw userErrors.notYours();
    return await askAndRender(invocation, {
      ...{ command: 'choose', question: stored.question, asksAll: true },
      ...{ previousAnswerId: stored.previousId, showsQuestion: true },
    });
  },
} satisfies Action;

/** Asks a question again with the articles of one server. */
export const chooseServer = {
  name: 'server',
  reply: 'same',
  async run({ args: [answerId = '', serverId = ''], ...invocation }) {
    const { assistant, messageLibrary, userId, library, servers } = invocation;
    const stored = assistant.findAnswer(answerId, { library: messageLibrary });
    const server = servers.find((shared) => shared.library === `guild:${serverId}`);
    if (!stored || !server) throw userErrors.answerGone();
    if (stored.userId !== userId) throw userErrors.notYourMenu();
    return await askAndRender(
      { ...invocation, servers: [server], libraries: [library, server.library] },
      {
        ...{ command: 'choose', question: stored.question },
        ...{ previousAnswerId: stored.previousId, showsQuestion: true },
      },
    );
  },
} satisfies Action;
