// `/search`: the passages that match best.
import { SlashCommandBuilder } from 'discord.js';
import type { Command } from '../src/discord/command.js';
import { renderResults } from '../src/discord/render/sources.js';
import { articleChoices, chosenArticleId } from './article-choice.js';
import { EVERYWHERE } from './contexts.js';

export const search = {
  data: new SlashCommandBuilder()
    .setName('search')
    .setDescription('Find the passages that match best, with the sentence in each')
    .setContexts(EVERYWHERE.contexts)
    .setIntegrationTypes(EVERYWHERE.integrationTypes)
    .addStringOption((option) =>
      option.setName('query').setDescription('Words to look for').setRequired(true).setMaxLength(300),
    )
    .addStringOption((option) =>
      option.setName('article').setDescription('Only this article').setAutocomplete(true),
    )
    .toJSON(),

  reply: 'private',

  async run({ options: { values }, assistant, library, signal }) {
    const query = String(values['query'] ?? '');
    const articleId = chosenArticleId({ assistant, library }, values['article']);
    return renderResults(query, await assistant.search(query, { library, articleId, signal }));
  },

  complete: async ({ assistant, library, text }) => articleChoices({ assistant, library }, text),
} satisfies Command;
