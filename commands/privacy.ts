// `/privacy`: what is kept, for how long, and what leaves the machine.
import { SlashCommandBuilder } from 'discord.js';
import type { Command } from '../src/discord/command.js';
import { renderPrivacy } from '../src/discord/render/privacy.js';
import { EVERYWHERE } from './contexts.js';

export const privacy = {
  data: new SlashCommandBuilder()
    .setName('privacy')
    .setDescription('What Footnote keeps, and who can see it')
    .setContexts(EVERYWHERE.contexts)
    .setIntegrationTypes(EVERYWHERE.integrationTypes)
    .toJSON(),

  reply: 'private',

  run: async ({ terms }) => renderPrivacy(terms),
} satisfies Command;
