// `/usage`: how much a server used the bot and what it cost, for the people who manage the server.
import {
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
  SlashCommandBuilder,
} from 'discord.js';
import type { Command } from '../src/discord/command.js';
import { renderUsage } from '../src/discord/render/usage.js';
import { userErrors } from '../src/discord/text/errors.js';
import { usageText } from '../src/discord/text/usage.js';

export const usage = {
  data: new SlashCommandBuilder()
    .setName('usage')
    .setDescription(usageText.description)
    .setContexts(InteractionContextType.Guild)
    .setIntegrationTypes(ApplicationIntegrationType.GuildInstall)
    .setDefaultMemberPermissions(PermissionFlagsBits.ManageGuild)
    .toJSON(),

  reply: 'private',

  // Discord hides the command from others, but a member can still send the interaction.
  async run({ assistant, library, isAdmin }) {
    if (!isAdmin) throw userErrors.notAllowed();
    return renderUsage(assistant.usage({ library }));
  },
} satisfies Command;
