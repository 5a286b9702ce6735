// What people read in `/summary`.
import type { SummaryLength, SummaryStyle } from '../../core/answer.js';

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
  styles: {
    oneLine: 'One line',
    brief: 'Brief',
    keyPoints: 'Key points',
    timeline: 'Timeline',
    whosWho: "Who's who",
    quotes: 'Quotes',
    qa: 'Questions and answers',
    numbers: 'Numbers',
  } satisfies Record<SummaryStyle, string>,
  lengths: { short: 'short', medium: 'medium', long: 'long' } satisfies Record<SummaryLength, string>,
  since: { day: 'yesterday', week: 'a week ago', month: 'a month ago' },

  /** Above a summary of several articles. */
  heading: (articles: number) => `### From ${articles} articles`,
  nothingOf: {
    oneLine: '',
    brief: '',
    keyPoints: '',
    timeline: '-# I found no dated events, so these are the key points.',
    whosWho: '-# I found no people or organizations that the article describes, so these are the key points.',
    quotes: '-# I found no quotations with a clear speaker, so these are the key points.',
    qa: '-# I found no questions that the article answers well, so these are the key points.',
    numbers: '-# I found no figures, so these are the key points.',
  } satisfies Record<SummaryStyle, string>,
  /** @param read how many of them were read at all; `hasMore`: whether a longer summary can be asked for with a button */
  leftOut: (
    left: number,
    of: number,
    { read, hasMore }: { readonly read: number; readonly hasMore: boolean },
  ) =>
    [
      `-# This summary leaves out ${left} of ${of} articles.`,
      ...(read < of ? [`I read only the first ${read}.`] : []),
      hasMore ? '**More** shows a longer one.' : 'To sum up one of them, name it in `/summary`.',
    ].join(' '),
  nothingNew: (since: string) => `No article is newer than ${since}.`,
  working: (done: number, total: number) => `-# Reading part ${Math.min(done + 1, total)} of ${total}…`,
  chooseStyle: 'Show something else…',
  buttons: { more: 'More', less: 'Less', post: 'Post in a channel' },
  post: {
    question: 'In which channel should I post this summary?',
    placeholder: 'Channel',
    /** @param url of the message */
    done: (channelId: string, url: string) => `Posted in <#${channelId}>: [open the message](${url})`,
  },
  /** Above a summary that someone posted in a channel. Discord shows the person's name. */
  postedBy: (userId: string) => `-# Posted by <@${userId}>`,
} as const;
