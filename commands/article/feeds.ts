// `/article follow` and `/article unfollow`: new articles from a feed.
import type { Action, Invocation } from '../../src/discord/command.js';
import { renderProgress } from '../../src/discord/render/article/add.js';
import { escapeTitle } from '../../src/discord/render/article/details.js';
import { renderFeeds, renderFollowing } from '../../src/discord/render/article/settings.js';
import type { View } from '../../src/discord/render/message.js';
import { renderNotice } from '../../src/discord/render/notice.js';
import { feedText } from '../../src/discord/text/article/feeds.js';
import { manageText } from '../../src/discord/text/article/manage.js';
import { actorOf, requireManager, type Subcommand } from '../shared/subcommand.js';
import { INTERVALS } from './refresh.js';

const DEFAULTS = { keep: 20, age: 30 } as const;
const MAX = { link: 2_000, keep: 100, age: 3_650 } as const;

export const follow = {
  isForManagers: true,
  describe(subcommand) {
    const { description, options } = feedText.follow;
    return subcommand
      .setDescription(description)
      .addStringOption((option) =>
        option.setName('feed').setDescription(options.feed).setRequired(true).setMaxLength(MAX.link),
      )
      .addStringOption((option) =>
        option
          .setName('every')
          .setDescription(options.every)
          .addChoices(...INTERVALS.map((value) => ({ value, name: manageText.intervals[value] }))),
      )
      .addIntegerOption((option) =>
        option.setName('keep').setDescription(options.keep).setMinValue(1).setMaxValue(MAX.keep),
      )
      .addIntegerOption((option) =>
        option.setName('max-age').setDescription(options.age).setMinValue(1).setMaxValue(MAX.age),
      );
  },
  async run({ options: { values }, ...invocation }) {
    const { manager, signal, show } = invocation;
    show(renderProgress(feedText.follow.working));
    const rules = {
      checkEvery: INTERVALS.find((interval) => interval === values['every']) ?? 'hourly',
      maxArticles: Number(values['keep'] ?? DEFAULTS.keep),
      maxAgeDays: Number(values['max-age'] ?? DEFAULTS.age),
    };
    const url = String(values['feed'] ?? '').trim();
    const { feed, items } = await manager.follow(url, rules, actorOf(invocation), { signal });
    return renderFollowing(feed, items);
  },
} satisfies Subcommand;

export const unfollow = {
  isForManagers: true,
  describe: (subcommand) =>
    subcommand
      .setDescription(feedText.unfollow.description)
      .addStringOption((option) =>
        option.setName('feed').setDescription(feedText.unfollow.option).setAutocomplete(true),
      ),
  async run({ options: { values }, ...invocation }) {
    const feeds = invocation.manager.listFeeds(actorOf(invocation));
    const typed = String(values['feed'] ?? '').trim();
    const found = feeds.find(({ id, url, title }) => [id, url, title].includes(typed));
    return found ? stopFollowing(invocation, found.id) : renderFeeds(feeds);
  },
  async complete({ text, ...typing }) {
    const matches = (one: string) => one.toLowerCase().includes(text.trim().toLowerCase());
    return typing.manager
      .listFeeds(actorOf(typing))
      .filter(({ title, url }) => matches(title) || matches(url))
      .map(({ id, title }) => ({ name: title, value: id }));
  },
} satisfies Subcommand;

/** The button under a followed feed, and the menu under all of them. */
export const stopFollowingFeed = {
  name: 'unfollow',
  reply: 'update',
  run: async ({ args, ...invocation }) => stopFollowing(invocation, args.at(-1) ?? ''),
} satisfies Action;

function stopFollowing(invocation: Invocation, feedId: string): View {
  requireManager(invocation);
  const { title } = invocation.manager.unfollow(feedId, actorOf(invocation));
  return renderNotice(feedText.unfollow.stopped(escapeTitle(title)));
}
