// `/article list` and `/article show`: what can be asked about. Its buttons turn the pages.
import { SlashCommandBuilder } from 'discord.js';
import type { Action, Command, Invocation } from '../src/discord/command.js';
import { renderArticle, renderArticleList } from '../src/discord/render/articles.js';
import { articleChoices, findArticle } from './article-choice.js';
import { EVERYWHERE } from './contexts.js';

export const article = {
  data: new SlashCommandBuilder()
    .setName('article')
    .setDescription('See the articles that can be asked about')
    .setContexts(EVERYWHERE.contexts)
    .setIntegrationTypes(EVERYWHERE.integrationTypes)
    .addSubcommand((list) => list.setName('list').setDescription('All articles here'))
    .addSubcommand((show) =>
      show
        .setName('show')
        .setDescription('One article: its text, where it is from, and questions to begin with')
        .addStringOption((option) =>
          option.setName('article').setDescription('Which article').setRequired(true).setAutocomplete(true),
        ),
    )
    .toJSON(),

  reply: 'private',

  async run({ options: { subcommand, values }, ...invocation }) {
    if (subcommand === 'list') return [listPage(invocation, 0)];
    return [await articlePage(invocation, String(values['article'] ?? ''), 0)];
  },

  complete: async ({ assistant, library, text }) => articleChoices({ assistant, library }, text),
} satisfies Command;

export const turnArticleList = {
  name: 'articles',
  reply: 'update',
  run: async ({ args: [page], ...invocation }) => [listPage(invocation, Number(page))],
} satisfies Action;

export const turnArticle = {
  name: 'article',
  reply: 'update',
  run: async ({ args: [id = '', page], ...invocation }) => [await articlePage(invocation, id, Number(page))],
} satisfies Action;

function listPage({ assistant, library }: Invocation, page: number) {
  return renderArticleList(assistant.listArticles({ library }), page);
}

async function articlePage({ assistant, library, signal }: Invocation, wanted: string, page: number) {
  const { id } = findArticle({ assistant, library }, wanted);
  const found = assistant.getArticle(id, { library });
  if (!found) throw new Error(`article ${id} was removed while it was being shown`);
  const questions = page === 0 ? await assistant.suggest(id, { library, signal }) : [];
  return renderArticle(found, page, questions);
}
