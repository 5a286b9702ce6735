// `/privacy`: what this installation reads, stores and sends on.
import { SlashCommandBuilder } from 'discord.js';
import type { Command } from '../src/discord/command.js';
import { renderPrivacy } from '../src/discord/render/privacy.js';
import { privacyText } from '../src/discord/text/privacy.js';
import { EVERYWHERE } from './shared/contexts.js';

export const privacy = {
  data: new SlashCommandBuilder()
    .setName('privacy')
    .setDescription(privacyText.description)
    .setContexts(EVERYWHERE.contexts)
    .setIntegrationTypes(EVERYWHERE.integrationTypes)
    .toJSON(),

  reply: 'private',

  run: async ({ terms }) => renderPrivacy(terms),
} satisfies Command;
