// What people read when they manage a library: removing, refreshing, defaults, hidden articles, access and history.
import type { LibraryChange, Origin, RefreshInterval } from '../../../core/library/ports.js';

const intervals = {
  hourly: 'every hour',
  daily: 'every day',
  weekly: 'every week',
} satisfies Record<RefreshInterval, string>;

export const manageText = {
  intervals,

  /** In `/article show`. */
  origins: {
    folder: 'Built in',
    link: 'Added from a link',
    file: 'Added from a file',
    text: 'Added as text',
    feed: 'Added from a feed',
  } satisfies Record<Origin, string>,
  /** @param time Discord's timestamp */
  provenance: (origin: string, time: string, userId?: string) =>
    `${origin} ${time}${userId === undefined ? '' : ` by <@${userId}>`}`,
  refreshedAt: (time: string) => `refreshed ${time}`,
  refreshedEvery: (interval: string) => `refreshed ${interval}`,
  /** @param problem escaped */
  refreshFailed: (problem: string) => `⚠ Couldn't be refreshed: ${problem}`,
  isDefault: 'default article',
  isHidden: 'hidden',
  hiddenHeading: (count: number) =>
    `-# ${count === 1 ? '1 built-in article is' : `${count} built-in articles are`} hidden`,
  feedsHeading: (count: number) =>
    `-# Following ${count === 1 ? '1 feed' : `${count} feeds`}: see \`/article unfollow\``,
  buttons: {
    remove: 'Remove…',
    refresh: 'Refresh',
    makeDefault: 'Make default',
    clearDefault: 'No longer default',
    hide: 'Hide here',
    show: 'Show again',
  },

  remove: {
    description: 'Remove an article (you can undo this for an hour)',
    option: 'Which article to remove',
    /** @param title escaped */
    confirm: (title: string) =>
      `Remove **${title}**? Nobody will be able to ask about it. You can undo this for an hour.`,
    /** @param title escaped @param until Discord's timestamp */
    removed: (title: string, until: string) => `**${title}** was removed. You can undo this until ${until}.`,
    /** @param title escaped */
    restored: (title: string) => `**${title}** is back.`,
    kept: 'Nothing was removed.',
    buttons: { remove: 'Remove', cancel: 'Cancel', undo: 'Undo' },
  },

  refresh: {
    description: 'Fetch an article from its link again and see what has changed',
    options: { article: 'Which article to refresh', every: 'Also refresh it regularly' },
    never: 'never',
    working: 'Reading it again…',
    /** @param title escaped */
    heading: (title: string) => `### ${title}`,
    unchanged: 'Nothing has changed.',
    count: (added: number, removed: number, changed: number) =>
      [
        [added, 'added'],
        [changed, 'changed'],
        [removed, 'removed'],
      ]
        .flatMap(([count, what]) => (count === 0 ? [] : [`${sentences(Number(count))} ${what}`]))
        .join(', '),
    groups: { added: '**Added**', removed: '**Removed**', changed: '**Changed**' },
    more: (count: number) => `-# and ${count} more`,
    oldAnswers: '-# Earlier answers keep the version that they cite.',
    schedule: 'How often to refresh it…',
    scheduleOptions: {
      never: 'Only when someone asks for it',
      hourly: 'Refresh every hour',
      daily: 'Refresh every day',
      weekly: 'Refresh every week',
    },
    /** @param title escaped */
    scheduled: (title: string, interval: string) => `**${title}** will be refreshed ${interval}.`,
    /** @param title escaped */
    notScheduled: (title: string) => `**${title}** won't be refreshed any more, unless someone asks for it.`,
  },

  default: {
    description: 'See or choose the article that answers questions by default',
    options: {
      article: 'The new default article',
      channel: 'Only in this channel (without it: in the whole server)',
    },
    heading: '### Default article',
    none: 'There is no default article, so questions are answered from all articles.',
    /** For managers, while there is none. */
    howToSet: '-# To choose one, use `/article default` with the option `article`.',
    /** @param title escaped */
    inServer: (title: string) => `In the whole server: **${title}**`,
    /** @param title escaped */
    own: (title: string) => `For your questions: **${title}**`,
    /** @param title escaped */
    inChannel: (channelId: string, title: string) => `In <#${channelId}>: **${title}**`,
    howTo: '-# A question that names another article, or follows up on one, is answered from that article.',
    clear: (where: string) => `Clear for ${where}`,
    server: 'the server',
    you: 'your questions',
    thisChannel: 'this channel',
    setNow: '✓ **Saved.**',
  },

  access: {
    description: 'See or choose who may manage the articles',
    option: 'People with this role may manage the articles',
    heading: '### Who may manage the articles',
    admins: '- People with the permission **Manage Server**',
    role: (roleId: string) => `- People with the role <@&${roleId}>`,
    noRole: '-# Use `/article access` with a role to let more people manage them.',
    clear: 'Remove this role',
  },

  history: {
    description: 'See who changed what',
    heading: '### Changes, newest first',
    none: 'Nothing has been changed yet.',
    restore: (title: string) => `Bring back “${title}”`,
    actions: {
      added: 'added',
      removed: 'removed',
      restored: 'restored',
      refreshed: 'refreshed',
      followed: 'followed',
      unfollowed: 'no longer followed',
      'settings-changed': 'settings',
      'digest-added': 'digest added',
      'digest-paused': 'digest paused',
      'digest-resumed': 'digest resumed',
      'digest-removed': 'digest removed',
      'deletion-planned': 'deletion of all data planned',
      'deletion-cancelled': 'deletion of all data cancelled',
    } satisfies Record<LibraryChange['action'], string>,
    /** @param time Discord's timestamp @param subject escaped */
    line: (time: string, action: string, subject: string, userId?: string) =>
      `- ${time} ${action}${subject === '' ? '' : `: **${subject}**`}${userId === undefined ? '' : ` by <@${userId}>`}`,
  },

  /** @param due Discord's timestamp */
  beingDeleted: (due: string) =>
    `⚠ All data here will be deleted ${due}, so no articles are shown. You can still cancel this with \`/privacy\`.`,
  hiddenHere: 'This built-in article is hidden here. Nobody gets answers from it.',
} as const;

function sentences(count: number): string {
  return count === 1 ? '1 sentence' : `${count} sentences`;
}
