// What people read in `/digest` and above a digest.
import type { Frequency } from '../../core/digest/digest.js';

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

export const digestText = {
  description: 'Post summaries of new and changed articles in a channel',
  subcommands: {
    add: 'Add a digest: summaries that are posted on a schedule',
    list: 'See the digests of this server',
    pause: 'Stop posting a digest for now',
    resume: 'Post a paused digest again',
    remove: 'Remove a digest',
    test: 'See what a digest would post now. Only you see it.',
  },
  options: {
    schedule: 'When to post it',
    time: 'Time of day, such as 09:00 (default: 09:00)',
    timeZone: 'Time zone, such as Europe/Berlin (default: as in your last digest, or UTC)',
    channel: 'Where to post it (default: this channel)',
    digest: 'Which digest',
  },
  frequencies: {
    daily: 'every day',
    weekdays: 'Monday to Friday',
    weekly: 'once a week',
    monthly: 'once a month',
    'on-change': 'when articles change, at most once an hour',
  } satisfies Record<Frequency, string>,
  weekdays: WEEKDAYS,

  form: {
    title: 'Add a digest',
    /** @param when such as “Every week at 09:00 (Europe/Berlin)” */
    intro: (when: string) =>
      `**${when}**\nTo change this, cancel and set the options of \`/digest add\`. If nothing is new, nothing is posted.`,
    channel: { label: 'Channel' },
    subject: {
      label: 'Articles',
      description: 'A digest covers what is new or has changed in them.',
      /** @param shown how many are in the menu */
      more: (shown: number) => `A digest covers what is new in them. The menu has the newest ${shown}.`,
      all: 'All articles',
      allDetail: 'Also those that are added later',
      feed: 'New articles of this feed',
    },
    style: { label: 'Style' },
    weekday: { label: 'Day of the week' },
    day: {
      label: 'Day of the month',
      description: 'From 1 to 31. In shorter months, 31 means the last day.',
    },
  },

  when: {
    daily: (time: string) => `Every day at ${time}`,
    weekdays: (time: string) => `Monday to Friday at ${time}`,
    weekly: (time: string, weekday: string) => `Every ${weekday} at ${time}`,
    /** Before a day is chosen. */
    someWeekday: (time: string) => `Every week at ${time}`,
    monthly: (time: string, day: number) =>
      `Every month on the ${ordinal(day)}${day > 28 ? ' (or the last day)' : ''} at ${time}`,
    someDay: (time: string) => `Every month at ${time}`,
    onChange: 'When articles change, at most once an hour',
    /** @param time such as `09:00` */
    inZone: (time: string, zone: string) => `${time} (${zone})`,
  },
  /** @param date such as “Monday 30 November, 09:00 (Europe/Berlin)” */
  next: (date: string) => `Next: ${date}`,
  nextChange: 'Next: soon after something changes',

  list: {
    heading: (count: number) => `### ${count === 1 ? '1 digest' : `${count} digests`}`,
    none: 'There are no digests yet. Add one with `/digest add`.',
    choose: 'Choose a digest…',
    articles: 'Articles',
    paused: '⏸ Paused',
    /** @param problem escaped */
    problem: (problem: string) => `⚠ Paused: ${problem}`,
    /** @param time Discord's timestamp */
    posted: (time: string, url: string) => `Last posted ${time}: [open the message](${url})`,
    notPosted: 'Not posted yet.',
    addedBy: (userId: string) => `-# Added by <@${userId}>`,
  },
  subject: {
    all: 'All articles',
    /** @param names escaped */
    these: (names: readonly string[], more: number) =>
      more > 0 ? `${names.join(', ')} and ${more} more` : names.join(', '),
    gone: 'something that was removed',
  },
  added: '✓ **Digest added.**',
  resumed: '✓ **Resumed.** The next digest also covers what changed in the meantime.',
  pausedNow: '✓ **Paused.** Nothing is posted until you resume it.',
  removed: '✓ **Digest removed.** Messages that were already posted stay.',
  buttons: { pause: 'Pause', resume: 'Resume', test: 'Test', remove: 'Remove', postNow: 'Post it now' },

  test: {
    heading: (channelId: string) =>
      `**This would be posted in <#${channelId}> now.** This is only a test, so the next digest will include it too.`,
    nothing: 'Nothing is new since the last time, so nothing would be posted. I can write in that channel.',
  },
  posted: {
    /** @param since Discord's timestamp */
    since: (articles: number, since: string) => `-# Digest · ${changed(articles)} since ${since}`,
    first: (articles: number) => `-# Digest · ${counted(articles)}`,
  },
  problems: {
    gone: "The channel is gone, or I can't see it any more.",
    closed: 'The thread is locked or archived.',
    mayNotWrite: "I'm not allowed to write in the channel: I need View Channel and Send Messages there.",
  },
  dm: {
    heading: (server: string) => `### A digest in ${server} is paused`,
    someServer: 'your server',
    /** @param problem escaped */
    body: (channelId: string, problem: string) =>
      `I couldn't post it in <#${channelId}>. ${problem}\n\nWhen that is solved, resume it there with \`/digest resume\`.`,
  },
} as const;

function counted(articles: number): string {
  return articles === 1 ? '1 article' : `${articles} articles`;
}

function changed(articles: number): string {
  return articles === 1 ? '1 new or changed article' : `${articles} new or changed articles`;
}

function ordinal(day: number): string {
  const suffix = { 1: 'st', 2: 'nd', 3: 'rd' }[day % 10] ?? 'th';
  return `${day}${day > 10 && day < 14 ? 'th' : suffix}`;
}
