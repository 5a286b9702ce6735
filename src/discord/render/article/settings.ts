// What a library's managers have chosen: default articles, who may manage it, and followed feeds.
import type { Feed, FollowedFeed, LibrarySettings } from '../../../core/library/ports.js';
import { escapeStart } from '../../markdown/escape-markdown.js';
import { feedText } from '../../text/article/feeds.js';
import { manageText } from '../../text/article/manage.js';
import { ENGLISH_LABELS } from '../../text/labels/en.js';
import { ACCENT, actionButton, renderBlocks, selectMenu, type View } from '../message.js';
import { renderTime } from './details.js';

const MAX_ITEMS = 5;
const MAX_CHANNELS = 10;
/** Escaped. */
const TITLE_CHARS = 100;
/** Of the reason why a feed couldn't be read, escaped. */
const PROBLEM_CHARS = 150;

export interface DefaultsView {
  /** Titles of the default articles. A channel is undefined if its article is gone. */
  readonly library?: string | undefined;
  readonly channels: readonly { readonly channelId: string; readonly title: string }[];
  /** The channel in which they are shown. */
  readonly channelId: string;
  readonly isServer: boolean;
  readonly isManager: boolean;
  /** Whether they were changed a moment ago. */
  readonly isSaved?: boolean | undefined;
}

/** The default articles, with buttons that clear them. */
export function renderDefaults({ library, channels, ...place }: DefaultsView): View {
  const text = manageText.default;
  const title = library === undefined ? [] : [escapeStart(library, TITLE_CHARS)];
  const lines = [
    ...title.map(place.isServer ? text.inServer : text.own),
    ...channels
      .slice(0, MAX_CHANNELS)
      .map((one) => text.inChannel(one.channelId, escapeStart(one.title, TITLE_CHARS))),
    ...(channels.length > MAX_CHANNELS ? [ENGLISH_LABELS.moreArticles(channels.length - MAX_CHANNELS)] : []),
  ];
  const hasHere = channels.some(({ channelId }) => channelId === place.channelId);
  const buttons = [
    ...(library === undefined
      ? []
      : [actionButton(text.clear(place.isServer ? text.server : text.you), 'clear-default:server')]),
    ...(hasHere
      ? [actionButton(text.clear(text.thisChannel), `clear-default:channel:${place.channelId}`)]
      : []),
  ];
  return renderBlocks(
    [
      ...(place.isSaved ? [text.setNow] : []),
      [text.heading, ...(lines.length > 0 ? lines : [text.none])].join('\n'),
      ...(lines.length > 0 ? [text.howTo] : place.isManager ? [text.howToSet] : []),
    ],
    { accent: ACCENT.plain, buttons: place.isManager ? buttons : [] },
  );
}

export function renderAccess({ managerRole }: Pick<LibrarySettings, 'managerRole'>): View {
  const { heading, admins, role, noRole, clear } = manageText.access;
  const lines = [heading, admins, managerRole === undefined ? noRole : role(managerRole)];
  return renderBlocks([lines.join('\n')], {
    accent: ACCENT.plain,
    buttons: managerRole === undefined ? [] : [actionButton(clear, 'clear-role')],
  });
}

/** A feed that is followed from now on, with its newest articles. */
export function renderFollowing(feed: FollowedFeed, items: Feed['items']): View {
  const { following, rules, newest, empty } = feedText.follow;
  const { title, checkEvery, maxArticles, maxAgeDays } = feed;
  const listed = items.slice(0, MAX_ITEMS).map((item) => {
    const published = item.published === undefined ? '' : ` · ${renderTime(item.published, 'D')}`;
    return `- ${escapeStart(item.title || item.url, TITLE_CHARS)}${published}`;
  });
  return renderBlocks(
    [
      following(escapeStart(title, TITLE_CHARS)),
      rules(manageText.intervals[checkEvery], maxArticles, maxAgeDays),
      listed.length > 0 ? [newest, ...listed].join('\n') : empty,
    ],
    { accent: ACCENT.answer, buttons: [actionButton(feedText.button, `unfollow:${feed.id}`)] },
  );
}

/** The followed feeds, with a menu that stops following one. */
export function renderFeeds(feeds: readonly FollowedFeed[]): View {
  const { heading, none, choose, checked, notChecked, problem } = feedText.unfollow;
  if (feeds.length === 0) return renderBlocks([none], { accent: ACCENT.plain });
  const lines = feeds.map((feed) => {
    const state = feed.checkedAt === undefined ? notChecked : checked(renderTime(feed.checkedAt));
    const failure =
      feed.problem === undefined ? '' : `\n-# ${problem(escapeStart(feed.problem, PROBLEM_CHARS))}`;
    const rules = `${manageText.intervals[feed.checkEvery]} · ${state}`;
    return `**${escapeStart(feed.title, TITLE_CHARS)}**\n-# ${rules}${failure}`;
  });
  return renderBlocks([heading(feeds.length), lines.join('\n')], {
    accent: ACCENT.plain,
    rows: [
      selectMenu(
        'unfollow',
        choose,
        feeds.map(({ id, title, url }) => ({ value: id, label: title, description: url })),
      ),
    ],
  });
}
