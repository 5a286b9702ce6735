// `/help`: how to ask, in half a screen.
import { SlashCommandBuilder } from 'discord.js';
import type { Command } from '../src/discord/command.js';
import { renderNotice } from '../src/discord/render/notice.js';
import { EVERYWHERE } from './contexts.js';

export const help = {
  data: new SlashCommandBuilder()
    .setName('help')
    .setDescription('How to ask, and what the footnotes mean')
    .setContexts(EVERYWHERE.contexts)
    .setIntegrationTypes(EVERYWHERE.integrationTypes)
    .toJSON(),

  reply: 'private',

  run: async () => renderHelp(),
} satisfies Command;

export function renderHelp() {
  return renderNotice(
    '### Ask about the articles here',
    [
      '- `/ask` answers a question, to everyone or to you alone. Every sentence has a footnote that opens the exact place in the article.',
      '- `/search` finds passages, `/summary` sums an article up, `/article list` shows what there is, `/article show` one of them.',
      '- Mention me with a question, or write to me directly. Reply to an answer, with the mention on, to go on from it.',
      '- **Sources** shows each quoted sentence in its paragraph. **Follow up** asks on: “And why?”',
      '- **Check against article**, in the menu of any message under Apps, says what the articles say of each of its claims.',
      '- `/privacy` says what is kept. Those who manage a server see what was asked there with `/usage`.',
    ].join('\n'),
    "What the articles don't say, I don't say: you then get “The article doesn't say” and the passages that come closest.",
  );
}
