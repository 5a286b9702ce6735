// `/usage`: what this server asked and what it cost, for the people who manage it.
import {
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
  SlashCommandBuilder,
} from 'discord.js';
import type { Command } from '../src/discord/command.js';
import { renderUsage } from '../src/discord/render/usage.js';

export const usage = {
  data: new SlashCommandBuilder()
    .setName('usage')
    .setDescription('What was asked here, today and in the last 30 days, and what it cost')
    .setContexts(InteractionContextType.Guild)
    .setIntegrationTypes(ApplicationIntegrationType.GuildInstall)
    .setDefaultMemberPermissions(PermissionFlagsBits.ManageGuild)
    .toJSON(),

  reply: 'private',

  run: async ({ assistant, library }) => renderUsage(assistant.usage({ library })),
} satisfies Command;
