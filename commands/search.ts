// `/search`: the passages that match best.
import { SlashCommandBuilder } from 'discord.js';
import type { Command } from '../src/discord/command.js';
import { renderResults } from '../src/discord/render/sources.js';
import { userErrors } from '../src/discord/text/errors.js';
import { searchText } from '../src/discord/text/search.js';
import { articleChoices, chooseArticle } from './shared/article-choices.js';
import { EVERYWHERE } from './shared/contexts.js';

export const search = {
  data: new SlashCommandBuilder()
    .setName('search')
    .setDescription(searchText.description)
    .setContexts(EVERYWHERE.contexts)
    .setIntegrationTypes(EVERYWHERE.integrationTypes)
    .addStringOption((option) =>
      option.setName('query').setDescription(searchText.options.query).setRequired(true).setMaxLength(300),
    )
    .addStringOption((option) =>
      option.setName('article').setDescription(searchText.options.article).setAutocomplete(true),
    )
    .toJSON(),

  reply: 'private',

  async run({ options, ...invocation }) {
    const { assistant, libraries: library, signal } = invocation;
    const query = String(options.values['query'] ?? '');
    if (query.trim() === '') throw userErrors.emptyQuery();
    const { articleId, menu } = chooseArticle(invocation, { command: 'search', options });
    if (menu) return menu;
    return renderResults(query, await assistant.search(query, { library, articleId, signal }));
  },

  complete: async ({ text, ...place }) => articleChoices(place, text),
} satisfies Command;
