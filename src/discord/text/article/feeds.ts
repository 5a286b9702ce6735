// What people read when they follow a feed.

export const feedText = {
  follow: {
    description: 'Add new articles from a feed as they appear',
    options: {
      feed: 'The address of a feed, or of a site that has one',
      every: 'How often to look for new articles (default: every hour)',
      keep: 'How many of its articles to keep (default: 20)',
      age: 'The oldest articles to add, in days (default: 30)',
    },
    working: 'Reading the feed…',
    /** @param title escaped */
    following: (title: string) => `✓ **Following ${title}**`,
    /** @param interval such as `every hour` */
    rules: (interval: string, keep: number, days: number) =>
      `I look for new articles ${interval}, keep the newest ${keep}, and skip those older than ${days === 1 ? 'a day' : `${days} days`}.`,
    newest: '**Newest in the feed**',
    empty: "The feed is empty at the moment. I'll add articles when there are some.",
  },
  unfollow: {
    description: 'See the followed feeds, or stop following one',
    option: 'Which feed to stop following',
    heading: (count: number) => `### Following ${count === 1 ? '1 feed' : `${count} feeds`}`,
    none: 'No feeds are followed here. Start with `/article follow`.',
    choose: 'Stop following…',
    /** @param title escaped */
    stopped: (title: string) => `**${title}** is no longer followed. Its articles stay.`,
    /** @param time Discord's timestamp */
    checked: (time: string) => `checked ${time}`,
    notChecked: 'not checked yet',
    /** @param problem escaped */
    problem: (problem: string) => `⚠ ${problem}`,
  },
  button: 'Stop following',
} as const;
