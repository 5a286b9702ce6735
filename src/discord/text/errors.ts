// What people read when something doesn't work. A person's mistake has a message and the next step. Our own faults have a
// sentence that reveals nothing about the machine, and a reference.
import { AppError } from '../../core/errors.js';

export const errorText = {
  fault:
    'Something went wrong on our side. Please try again. If it happens again, give this reference to the people who run this bot.',
  tooLate: 'This took too long, so I gave up. Please try again, perhaps with a shorter question.',
  reference: (reference: string) => `-# Reference: ${reference}`,
  /** @param permissions names as Discord's settings show them, at least one */
  missingPermissions: (channelId: string, permissions: readonly string[]) =>
    `I can't answer in <#${channelId}>. I need ${permissions.map((name) => `**${name}**`).join(' and ')} there. Ask a server manager to grant this, or use \`/ask\`, which doesn't need it.`,
} as const;

/** Mistakes and interruptions that a person is told about; each makes an error to throw. */
export const userErrors = {
  emptyQuestion: () =>
    new AppError({
      code: 'discord/empty-question',
      message: 'Your question is empty.',
      advice: 'Type what you want to know, in your own words.',
    }),
  emptyQuery: () =>
    new AppError({
      code: 'discord/empty-query',
      message: 'There is nothing to search for.',
      advice: 'Type a few words.',
    }),
  noSuchArticle: (title: string) =>
    new AppError({
      code: 'discord/no-such-article',
      message: `There's no article called “${title}” here.`,
      advice: 'Pick one from the list while you type, or see them all with /article list.',
    }),
  severalArticles: (title: string, count: number) =>
    new AppError({
      code: 'discord/several-articles',
      message: `“${title}” matches ${count} articles.`,
      advice: 'Pick one from the list while you type.',
    }),
  whichArticle: (count: number) =>
    new AppError({
      code: 'discord/which-article',
      message: `There are ${count} articles here.`,
      advice: 'Choose one with the `article` option.',
    }),
  noArticles: () =>
    new AppError({
      code: 'discord/no-articles',
      message: 'There are no articles here yet.',
      advice: 'Ask the people who run this bot to add some.',
    }),
  answerGone: () =>
    new AppError({
      code: 'discord/answer-gone',
      message: 'This answer is no longer available.',
      advice: 'Ask again with /ask.',
    }),
  outdated: () =>
    new AppError({
      code: 'discord/outdated',
      message: 'This belongs to an older version of Footnote.',
      advice: 'Ask again with /ask.',
    }),
  restarting: () =>
    new AppError({
      code: 'discord/restarting',
      message: 'Footnote is restarting.',
      advice: 'Please try again in a minute.',
    }),
  interrupted: () =>
    new AppError({
      code: 'discord/interrupted',
      message: 'Footnote is restarting, so your request was interrupted.',
      advice: 'Please try again in a minute.',
    }),
} as const;
