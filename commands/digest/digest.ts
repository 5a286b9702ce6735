// `/digest`: summaries of what is new, posted in a channel on a schedule. For people who manage the articles.
import { ApplicationIntegrationType, InteractionContextType, SlashCommandBuilder } from 'discord.js';
import type { Command, Options } from '../../src/discord/command.js';
import { digestText } from '../../src/discord/text/digest.js';
import { userErrors } from '../../src/discord/text/errors.js';
import { requireManager, type Subcommand } from '../article/subcommand.js';
import { add } from './add.js';
import { pause, remove, resume } from './change.js';
import { list } from './list.js';
import { test } from './test.js';

const SUBCOMMANDS: Readonly<Record<string, Omit<Subcommand, 'isForManagers'>>> = {
  ...{ add, list, pause, resume, remove, test },
};

const builder = new SlashCommandBuilder()
  .setName('digest')
  .setDescription(digestText.description)
  .setContexts(InteractionContextType.Guild)
  .setIntegrationTypes(ApplicationIntegrationType.GuildInstall);
for (const [name, { describe }] of Object.entries(SUBCOMMANDS)) {
  builder.addSubcommand((subcommand) => {
    describe(subcommand.setName(name));
    return subcommand;
  });
}

export const digest = {
  data: builder.toJSON(),

  reply: 'private',

  modal(opening) {
    const { modal } = find(opening.options);
    return modal && opening.isManager ? modal(opening) : undefined;
  },

  async run(invocation) {
    requireManager(invocation);
    return await find(invocation.options).run(invocation);
  },

  async complete(typing) {
    const { complete } = find(typing.options);
    return typing.isManager && complete ? await complete(typing) : [];
  },
} satisfies Command;

/** @throws AppError `discord/outdated` */
function find({ subcommand = '' }: Options): Omit<Subcommand, 'isForManagers'> {
  const found = SUBCOMMANDS[subcommand];
  if (!found) throw userErrors.outdated();
  return found;
}
