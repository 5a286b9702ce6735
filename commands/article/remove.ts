// `/article remove`: asks first, and can be undone for an hour.
import type { ListedArticle } from '../../src/core/text/article.js';
import type { Action, Invocation } from '../../src/discord/command.js';
import { renderRemoval, renderRemoved } from '../../src/discord/render/article/changes.js';
import { escapeTitle } from '../../src/discord/render/article/details.js';
import { renderNotice } from '../../src/discord/render/notice.js';
import { manageText } from '../../src/discord/text/article/manage.js';
import { userErrors } from '../../src/discord/text/errors.js';
import { choicesOf, chooseArticle } from '../shared/article-choices.js';
import { actorOf, ownArticles, requireManager, type Subcommand } from '../shared/subcommand.js';

const text = manageText.remove;

export const remove = {
  isForManagers: true,
  describe: (subcommand) =>
    subcommand
      .setDescription(text.description)
      .addStringOption((option) =>
        option.setName('article').setDescription(text.option).setRequired(true).setAutocomplete(true),
      ),
  async run({ options, ...invocation }) {
    const articles = ownArticles(invocation);
    const request = {
      ...{ command: 'article', options, isRequired: true },
      ...{ articles, whenNone: userErrors.nothingToRemove },
      whenOther: ({ title }: ListedArticle) => userErrors.notRemovedHere(title),
    };
    const { articleId = '', menu } = chooseArticle(invocation, request);
    return menu ?? askFirst(invocation, articleId);
  },
  complete: async (typing) => choicesOf(ownArticles(typing), typing.text),
} satisfies Subcommand;

/** The button under an article. */
export const askToRemove = {
  name: 'remove',
  reply: 'private',
  run: async ({ args: [articleId = ''], ...invocation }) => askFirst(invocation, articleId),
} satisfies Action;

export const removeNow = {
  name: 'remove-now',
  reply: 'update',
  async run({ args: [articleId = ''], ...invocation }) {
    requireManager(invocation);
    const { title, restorableUntil } = await invocation.manager.remove(articleId, actorOf(invocation));
    return renderRemoved(articleId, title, restorableUntil);
  },
} satisfies Action;

export const keepArticle = {
  name: 'keep',
  reply: 'update',
  run: async () => renderNotice(text.kept),
} satisfies Action;

export const restore = {
  name: 'restore',
  reply: 'update',
  async run({ args: [articleId = ''], ...invocation }) {
    requireManager(invocation);
    const { title } = await invocation.manager.restore(articleId, actorOf(invocation));
    return renderNotice(text.restored(escapeTitle(title)));
  },
} satisfies Action;

/** @throws AppError `discord/not-manager`, `discord/article-gone` */
function askFirst(invocation: Invocation, articleId: string) {
  requireManager(invocation);
  const found = ownArticles(invocation).find(({ id }) => id === articleId);
  if (!found) throw userErrors.articleGone();
  return renderRemoval(articleId, found.title);
}
