// What people read in `/summary`.
import type { SummaryLength } from '../../core/answer.js';
import { ENGLISH_LABELS } from './labels/en.js';

export const summaryText = {
  description: 'Summarize an article, or all of them. Every line has a citation.',
  options: {
    article: 'Which article (default: the only one, or a menu)',
    style: 'What kind of summary (default: brief)',
    length: 'How much to show (default: medium)',
    language: 'Language of the summary, if a language model is connected',
    channel: 'Post it in this channel',
    since: 'Summarize all articles that are new since then',
  },
  /** In the `article` option. */
  allArticles: 'All articles',
  styles: ENGLISH_LABELS.styles,
  lengths: { short: 'short', medium: 'medium', long: 'long' } satisfies Record<SummaryLength, string>,
  since: { day: 'yesterday', week: 'a week ago', month: 'a month ago' },

  nothingNew: (since: string) => `No article is newer than ${since}.`,
  working: (done: number, total: number) => `-# Reading part ${Math.min(done + 1, total)} of ${total}…`,
  post: {
    question: 'In which channel should I post this summary?',
    placeholder: 'Channel',
    /** @param url of the message */
    done: (channelId: string, url: string) => `Posted in <#${channelId}>: [open the message](${url})`,
  },
} as const;
