// `/article list` and `/article show`, the buttons that turn their pages, and the menu that opens an article.
import { SlashCommandBuilder } from 'discord.js';
import type { Action, Command, Invocation } from '../src/discord/command.js';
import { renderArticle, renderArticleList } from '../src/discord/render/articles.js';
import { articleText } from '../src/discord/text/article.js';
import { userErrors } from '../src/discord/text/errors.js';
import { articleChoices, chooseArticle } from './shared/article-choices.js';
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
    const request = { command: 'article', options: { subcommand, values }, isRequired: true };
    const { articleId = '', menu } = chooseArticle(invocation, request);
    return menu ?? [await articlePage(invocation, articleId, 0)];
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

/** Lists the articles in a new reply. */
export const openArticleList = {
  name: 'list',
  reply: 'private',
  run: async (invocation) => [listPage(invocation, 0)],
} satisfies Action;

/** Opens an article from the menu under a list. */
export const openArticle = {
  name: 'open-article',
  reply: 'private',
  run: async ({ args, ...invocation }) => [await articlePage(invocation, args.at(-1) ?? '', 0)],
} satisfies Action;

function listPage({ assistant, libraries: library }: Invocation, page: number) {
  return renderArticleList(assistant.listArticles({ library }), page);
}

/** @throws AppError `discord/article-gone` */
async function articlePage({ assistant, libraries, signal }: Invocation, id: string, page: number) {
  const found = assistant.getArticle(id, { library: libraries });
  if (!found) throw userErrors.articleGone();
  const questions = page === 0 ? await assistant.suggest(id, { library: libraries, signal }) : [];
  return renderArticle(found, page, questions);
}
