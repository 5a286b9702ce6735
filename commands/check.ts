// “Check against article” in a message's menu: compares each claim of the message with the articles.
import { ApplicationCommandType, ContextMenuCommandBuilder } from 'discord.js';
import type { Command } from '../src/discord/command.js';
import { renderQueued } from '../src/discord/render/answer.js';
import { renderClaimCheck } from '../src/discord/render/claim-check.js';
import { checkText } from '../src/discord/text/check.js';
import { userErrors } from '../src/discord/text/errors.js';
import { isExempt } from './shared/answer-question.js';
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
    const { assistant, libraries: library, userId, isPrivate, signal, show } = invocation;
    if (options.targetText === undefined) throw userErrors.noMessage();
    const checked = await assistant.check(options.targetText, {
      ...{ library, userId, isExempt: isExempt(invocation), isPrivate, signal },
      onQueued: (position) => show(renderQueued(position)),
    });
    return renderClaimCheck(checked, { id: checked.id, isPrivate });
  },
} satisfies Command;
