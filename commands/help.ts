// `/help`: how to use the bot, on half a screen.
import { SlashCommandBuilder } from 'discord.js';
import type { Command } from '../src/discord/command.js';
import type { View } from '../src/discord/render/message.js';
import { renderNotice } from '../src/discord/render/notice.js';
import { helpText } from '../src/discord/text/help.js';
import { EVERYWHERE } from './shared/contexts.js';

export const help = {
  data: new SlashCommandBuilder()
    .setName('help')
    .setDescription(helpText.description)
    .setContexts(EVERYWHERE.contexts)
    .setIntegrationTypes(EVERYWHERE.integrationTypes)
    .toJSON(),

  reply: 'private',

  run: async () => renderHelp(),
} satisfies Command;

/** Also the reply to a mention without a question. */
export function renderHelp(): View {
  return renderNotice(helpText.heading, helpText.lines.join('\n'), helpText.refusal);
}
