// “Check against article”, in the menu of a message: what the articles say of each of its claims.
import { ApplicationCommandType, ContextMenuCommandBuilder } from 'discord.js';
import type { Command } from '../src/discord/command.js';
import { renderQueued } from '../src/discord/render/answer.js';
import { renderClaimCheck } from '../src/discord/render/claim-check.js';
import { EVERYWHERE } from './contexts.js';

export const check = {
  data: new ContextMenuCommandBuilder()
    .setName('Check against article')
    .setType(ApplicationCommandType.Message)
    .setContexts(EVERYWHERE.contexts)
    .setIntegrationTypes(EVERYWHERE.integrationTypes)
    .toJSON(),

  reply: 'private',

  async run({ options, assistant, library, userId, isAdmin, isPrivate, signal, show }) {
    const isExempt = isAdmin && library !== `user:${userId}`;
    const checked = await assistant.check(options.targetText ?? '', {
      ...{ library, userId, isExempt, signal },
      onQueued: (position) => show(renderQueued(position)),
    });
    return renderClaimCheck(checked, { id: checked.id, isPrivate });
  },
} satisfies Command;
