// `/article refresh`: reads an article from its link again and shows what has changed.
import type { RefreshInterval } from '../../src/core/library/ports.js';
import type { ListedArticle } from '../../src/core/text/article.js';
import type { Action, Invocation, Opening } from '../../src/discord/command.js';
import { renderProgress } from '../../src/discord/render/article/add.js';
import { renderRefreshed } from '../../src/discord/render/article/changes.js';
import { escapeTitle } from '../../src/discord/render/article/details.js';
import type { View } from '../../src/discord/render/message.js';
import { renderNotice } from '../../src/discord/render/notice.js';
import { manageText } from '../../src/discord/text/article/manage.js';
import { userErrors } from '../../src/discord/text/errors.js';
import { choicesOf, chooseArticle } from '../shared/article-choices.js';
import { actorOf, ownArticles, requireManager, type Subcommand } from '../shared/subcommand.js';

export const INTERVALS = ['hourly', 'daily', 'weekly'] as const satisfies readonly RefreshInterval[];
const NEVER = 'never';
const text = manageText.refresh;

export const refresh = {
  isForManagers: true,
  describe: (subcommand) =>
    subcommand
      .setDescription(text.description)
      .addStringOption((option) =>
        option
          .setName('article')
          .setDescription(text.options.article)
          .setRequired(true)
          .setAutocomplete(true),
      )
      .addStringOption((option) =>
        option
          .setName('every')
          .setDescription(text.options.every)
          .addChoices(...INTERVALS.map((value) => ({ value, name: manageText.intervals[value] })), {
            value: NEVER,
            name: text.never,
          }),
      ),
  async run({ options, ...invocation }) {
    const articles = refreshable(invocation);
    const request = {
      command: 'article',
      options,
      isRequired: true,
      articles,
      whenNone: userErrors.nothingToRefresh,
      whenOther: ({ library, title }: ListedArticle) =>
        library === invocation.library
          ? userErrors.noLinkToRefresh(title)
          : userErrors.notRefreshedHere(title),
    };
    const { articleId = '', menu } = chooseArticle(invocation, request);
    if (menu) return menu;
    const every = options.values['every'];
    if (every !== undefined) setSchedule(invocation, articleId, every);
    return await refreshNow(invocation, articleId);
  },
  complete: async (typing) => choicesOf(refreshable(typing), typing.text),
} satisfies Subcommand;

/** The button under an article. */
export const refreshArticle = {
  name: 'refresh',
  reply: 'private',
  run: async ({ args: [articleId = ''], ...invocation }) => refreshNow(invocation, articleId),
} satisfies Action;

/** The menu of intervals. */
export const scheduleRefresh = {
  name: 'schedule',
  reply: 'private',
  async run({ args: [articleId = '', every = ''], ...invocation }) {
    requireManager(invocation);
    const found = ownArticles(invocation).find(({ id }) => id === articleId);
    if (!found) throw userErrors.articleGone();
    const interval = setSchedule(invocation, articleId, every);
    const title = escapeTitle(found.title);
    return renderNotice(
      interval === undefined
        ? text.notScheduled(title)
        : text.scheduled(title, manageText.intervals[interval]),
    );
  },
} satisfies Action;

async function refreshNow(invocation: Invocation, articleId: string): Promise<View> {
  requireManager(invocation);
  const { manager, signal, show } = invocation;
  const actor = actorOf(invocation);
  show(renderProgress(text.working));
  const refreshed = await manager.refresh(articleId, actor, {
    signal,
    onProgress: (step, done, total) => show(renderProgress(step, done, total)),
  });
  return renderRefreshed(refreshed, manager.find(articleId, actor));
}

function setSchedule(opening: Opening, articleId: string, every: unknown): RefreshInterval | undefined {
  const interval = INTERVALS.find((one) => one === every);
  opening.manager.scheduleRefresh(articleId, interval, actorOf(opening));
  return interval;
}

/** Articles that were read from a link. */
function refreshable(opening: Opening) {
  return ownArticles(opening).filter(({ record }) => record.sourceUrl !== undefined);
}
