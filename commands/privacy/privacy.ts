// `/privacy`: what this installation reads, stores and sends on, with ways to see and delete data.
import { SlashCommandBuilder } from 'discord.js';
import type { Command } from '../../src/discord/command.js';
import { renderPrivacy } from '../../src/discord/render/privacy.js';
import { privacyText } from '../../src/discord/text/privacy.js';
import { EVERYWHERE } from '../shared/contexts.js';

export const privacy = {
  data: new SlashCommandBuilder()
    .setName('privacy')
    .setDescription(privacyText.description)
    .setContexts(EVERYWHERE.contexts)
    .setIntegrationTypes(EVERYWHERE.integrationTypes)
    .toJSON(),

  reply: 'private',

  async run({ terms, manager, library, isAdmin }) {
    const isServer = library.startsWith('guild:');
    return renderPrivacy(terms, {
      canDeleteServer: isServer && isAdmin,
      plannedDeletion: isServer ? manager.plannedDeletion(library) : undefined,
    });
  },
} satisfies Command;
