// “Check against article” in a message's menu: compares each claim of the message with the articles.
import { ApplicationCommandType, ContextMenuCommandBuilder } from 'discord.js';
import type { Command } from '../src/discord/command.js';
import { checkText } from '../src/discord/text/check.js';
import { userErrors } from '../src/discord/text/errors.js';
import { checkAndRender } from './shared/answer-question.js';
import { EVERYWHERE } from './shared/contexts.js';

export const check = {
  data: new ContextMenuCommandBuilder()
    .setName(checkText.name)
    .setType(ApplicationCommandType.Message)
    .setContexts(EVERYWHERE.contexts)
    .setIntegrationTypes(EVERYWHERE.integrationTypes)
    .toJSON(),

  reply: 'private',

  async run({ options, ...invocation }) {
    if (options.targetText === undefined) throw userErrors.noMessage();
    return checkAndRender(invocation, options.targetText);
  },
} satisfies Command;
