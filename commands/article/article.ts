// `/article`: reads and manages the articles of a library. Each subcommand is in a file of its own.
import { SlashCommandBuilder } from 'discord.js';
import type { Command, Options } from '../../src/discord/command.js';
import { articleText } from '../../src/discord/text/article/browse.js';
import { userErrors } from '../../src/discord/text/errors.js';
import { EVERYWHERE } from '../shared/contexts.js';
import { access } from './access.js';
import { add } from './add/add.js';
import { list, show } from './browse.js';
import { defaultArticle } from './default.js';
import { follow, unfollow } from './feeds.js';
import { history } from './history.js';
import { refresh } from './refresh.js';
import { remove } from './remove.js';
import { requireManager, type Subcommand } from './subcommand.js';

const SUBCOMMANDS: Readonly<Record<string, Subcommand>> = {
  ...{ list, show, add, remove, refresh },
  ...{ default: defaultArticle, follow, unfollow, history, access },
};

const builder = new SlashCommandBuilder()
  .setName('article')
  .setDescription(articleText.description)
  .setContexts(EVERYWHERE.contexts)
  .setIntegrationTypes(EVERYWHERE.integrationTypes);
for (const [name, { describe }] of Object.entries(SUBCOMMANDS)) {
  builder.addSubcommand((subcommand) => {
    describe(subcommand.setName(name));
    return subcommand;
  });
}

export const article = {
  data: builder.toJSON(),

  reply: 'private',

  modal(opening) {
    const { modal } = find(opening.options);
    return modal && opening.isManager ? modal(opening) : undefined;
  },

  async run(invocation) {
    const { isForManagers, run } = find(invocation.options);
    if (isForManagers) requireManager(invocation);
    return await run(invocation);
  },

  async complete(typing) {
    const { isForManagers, complete } = find(typing.options);
    return (typing.isManager || !isForManagers) && complete ? await complete(typing) : [];
  },
} satisfies Command;

/** @throws AppError `discord/outdated` */
function find({ subcommand = '' }: Options): Subcommand {
  const found = SUBCOMMANDS[subcommand];
  if (!found) throw userErrors.outdated();
  return found;
}
