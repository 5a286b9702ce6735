// `/digest`: summaries of what is new, posted in a channel on a schedule. For people who manage the articles.
import { ApplicationIntegrationType, InteractionContextType, SlashCommandBuilder } from 'discord.js';
import { digestText } from '../../src/discord/text/digest.js';
import { commandOf } from '../shared/subcommand.js';
import { add } from './add.js';
import { pause, remove, resume } from './change.js';
import { list } from './list.js';
import { test } from './test.js';

export const digest = commandOf(
  new SlashCommandBuilder()
    .setName('digest')
    .setDescription(digestText.description)
    .setContexts(InteractionContextType.Guild)
    .setIntegrationTypes(ApplicationIntegrationType.GuildInstall),
  { add, list, pause, resume, remove, test },
);
