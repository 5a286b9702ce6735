// `/article list` and `/article show`, and the buttons that turn their pages.
import { SlashCommandBuilder } from 'discord.js';
import type { Action, Command, Invocation } from '../src/discord/command.js';
import { renderArticle, renderArticleList } from '../src/discord/render/articles.js';
import { articleText } from '../src/discord/text/article.js';
import { userErrors } from '../src/discord/text/errors.js';
import { articleChoices, findArticle } from './shared/article-choices.js';
import { EVERYWHERE } from './shared/contexts.js';

export const article = {
  data: new SlashCommandBuilder()
    .setName('article')
    .setDescription(articleText.description)
    .setContexts(EVERYWHERE.contexts)
    .setIntegrationTypes(EVERYWHERE.integrationTypes)
    .addSubcommand((list) => list.setName('list').setDescription(articleText.list))
    .addSubcommand((show) =>
      show
        .setName('show')
        .setDescription(articleText.show)
        .addStringOption((option) =>
          option
            .setName('article')
            .setDescription(articleText.options.article)
            .setRequired(true)
            .setAutocomplete(true),
        ),
    )
    .toJSON(),

  reply: 'private',

  async run({ options: { subcommand, values }, ...invocation }) {
    if (subcommand === 'list') return [listPage(invocation, 0)];
    return [await articlePage(invocation, String(values['article'] ?? ''), 0)];
  },

  complete: async ({ text, ...place }) => articleChoices(place, text),
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

async function articlePage({ assistant, library, signal }: Invocation, idOrTitle: string, page: number) {
  const { id, title } = findArticle({ assistant, library }, idOrTitle);
  const found = assistant.getArticle(id, { library });
  if (!found) throw userErrors.noSuchArticle(title);
  const questions = page === 0 ? await assistant.suggest(id, { library, signal }) : [];
  return renderArticle(found, page, questions);
}
