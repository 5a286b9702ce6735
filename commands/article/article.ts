// `/article`: reads and manages the articles of a library. Each subcommand is in a file of its own.
import { SlashCommandBuilder } from 'discord.js';
import { articleText } from '../../src/discord/text/article/browse.js';
import { EVERYWHERE } from '../shared/contexts.js';
import { commandOf } from '../shared/subcommand.js';
import { access } from './access.js';
import { add } from './add/add.js';
import { list, show } from './browse.js';
import { defaultArticle } from './default.js';
import { follow, unfollow } from './feeds.js';
import { history } from './history.js';
import { refresh } from './refresh.js';
import { remove } from './remove.js';

export const article = commandOf(
  new SlashCommandBuilder()
    .setName('article')
    .setDescription(articleText.description)
    .setContexts(EVERYWHERE.contexts)
    .setIntegrationTypes(EVERYWHERE.integrationTypes),
  {
    ...{ list, show, add, remove, refresh },
    ...{ default: defaultArticle, follow, unfollow, history, access },
  },
);
