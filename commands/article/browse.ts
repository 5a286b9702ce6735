// `/article list` and `/article show`, the buttons that turn their pages, and the menu that opens an article.
import type { Action, Invocation } from '../../src/discord/command.js';
import {
  renderArticle,
  renderArticleList,
  renderHiddenArticle,
} from '../../src/discord/render/article/browse.js';
import type { View } from '../../src/discord/render/message.js';
import { articleText } from '../../src/discord/text/article/browse.js';
import { userErrors } from '../../src/discord/text/errors.js';
import { articleChoices, chooseArticle } from '../shared/article-choices.js';
import { actorOf, type Subcommand } from '../shared/subcommand.js';

export const list = {
  isForManagers: false,
  describe: (subcommand) => subcommand.setDescription(articleText.list),
  run: async (invocation) => listPage(invocation, 0),
} satisfies Subcommand;

export const show = {
  isForManagers: false,
  describe: (subcommand) =>
    subcommand
      .setDescription(articleText.show)
      .addStringOption((option) =>
        option
          .setName('article')
          .setDescription(articleText.options.article)
          .setRequired(true)
          .setAutocomplete(true),
      ),
  async run({ options: { subcommand, values }, ...invocation }) {
    const request = { command: 'article', options: { subcommand, values }, isRequired: true };
    const { articleId = '', menu } = chooseArticle(invocation, request);
    return menu ?? (await articlePage(invocation, articleId, 0));
  },
  complete: async ({ text, ...place }) => articleChoices(place, text),
} satisfies Subcommand;

export const turnArticleList = {
  name: 'articles',
  reply: 'update',
  run: async ({ args: [page], ...invocation }) => listPage(invocation, Number(page)),
} satisfies Action;

export const turnArticle = {
  name: 'article',
  reply: 'update',
  run: async ({ args: [id = '', page], ...invocation }) => articlePage(invocation, id, Number(page)),
} satisfies Action;

/** Lists the articles in a new reply. */
export const openArticleList = {
  name: 'list',
  reply: 'private',
  run: async (invocation) => listPage(invocation, 0),
} satisfies Action;

/** Opens an article from the menu under a list. */
export const openArticle = {
  name: 'open-article',
  reply: 'private',
  run: async ({ args, ...invocation }) => articlePage(invocation, args.at(-1) ?? '', 0),
} satisfies Action;

/** A page of the list. Managers also see hidden articles and how many feeds are followed. */
function listPage(invocation: Invocation, page: number): View {
  const { assistant, manager, libraries: library, channelId, isManager } = invocation;
  const actor = actorOf(invocation);
  const hidden = isManager ? manager.listHidden(actor) : [];
  const { defaultArticle, channelDefaults } = manager.settings(actor);
  const articles = [...assistant.listArticles({ library }), ...hidden];
  const state = {
    defaults: [defaultArticle, channelDefaults[channelId]].flatMap((id) => id ?? []),
    hidden: hidden.map(({ id }) => id),
    feeds: isManager ? manager.listFeeds(actor).length : 0,
    plannedDeletion: isManager ? manager.plannedDeletion(actor.library) : undefined,
  };
  return [
    renderArticleList(
      articles.sort((a, b) => a.title.localeCompare(b.title)),
      page,
      state,
    ),
  ];
}

/** @throws AppError `discord/article-gone` */
export async function articlePage(invocation: Invocation, id: string, page: number): Promise<View> {
  const { assistant, manager, libraries: library, signal, isManager } = invocation;
  const actor = actorOf(invocation);
  const found = assistant.getArticle(id, { library });
  const hidden = isManager && !found ? manager.listHidden(actor).find((one) => one.id === id) : undefined;
  if (hidden) return renderHiddenArticle(hidden);
  if (!found) throw userErrors.articleGone();
  const questions = page === 0 ? await assistant.suggest(id, { library, signal }) : [];
  const record = manager.find(id, actor);
  const { defaultArticle } = manager.settings(actor);
  // In direct messages, articles of a server can be read, but not managed.
  const canManage = isManager && record !== undefined;
  return [
    renderArticle(found, page, questions, { record, isDefault: defaultArticle === id, isManager: canManage }),
  ];
}
