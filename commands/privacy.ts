// `/privacy`: what is kept, for how long, and what leaves the machine.
import { SlashCommandBuilder } from 'discord.js';
import type { Command } from '../src/discord/command.js';
import { renderNotice } from '../src/discord/render/notice.js';
import { EVERYWHERE } from './contexts.js';

export const privacy = {
  data: new SlashCommandBuilder()
    .setName('privacy')
    .setDescription('What Footnote keeps, and who can see it')
    .setContexts(EVERYWHERE.contexts)
    .setIntegrationTypes(EVERYWHERE.integrationTypes)
    .toJSON(),

  reply: 'private',

  run: async () =>
    renderNotice(
      '### What Footnote keeps',
      [
        '- The question and the answer, so that the buttons under it keep working. They belong to this server, or to you in a direct message; no other server sees them.',
        '- For each request: who made it, by which command, how it ended and what it cost, so that daily budgets can be kept. Those who manage this server see sums, not names.',
        '- Articles that were added here. Each server has its own.',
        '- Messages are read only where they mention Footnote, reply to it with the mention on, or are written to it directly.',
        '- Articles stay until they are removed. The rest is dropped when it is old: after 90 days, unless the operator chose otherwise.',
        '- Questions are not written to the log unless the operator turns on debug logging.',
      ].join('\n'),
      '-# The people who run this copy of Footnote choose the engine. With the built-in one, nothing leaves their machine; with a language model, the question and the passages are sent to it.',
    ),
} satisfies Command;
