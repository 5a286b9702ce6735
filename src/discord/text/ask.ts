// What people read around questions and answers.
//
// All text that people read in Discord is in this folder, one file per feature: plain strings, and functions where a
// value goes into a sentence. Errors from the core carry their own text. Strings may use Discord's Markdown. Values are
// escaped by the caller where a function's comment says so. A translation replaces these objects.
import type { Notice } from '../../core/answer.js';

export const askText = {
  description: 'Ask a question about the articles. Every sentence of the answer has a citation.',
  options: {
    question: 'Your question, in your own words',
    article: 'Use only this article',
    share: 'Who can see the answer (default: everyone)',
  },
  share: { everyone: 'everyone', onlyMe: 'only me' },

  queued: (position: number) => `-# You're number ${position} in the queue.`,
  writing: '-# Writing…',
  quoted: "-# In the article's own words",
  /** @param model escaped */
  writtenBy: (model: string) => `-# Written by ${model}; each sentence compared with the one it cites`,
  /** Sentences of a model in whose place the article's own are shown. */
  replaced: (count: number) =>
    count === 1
      ? "-# One sentence is quoted, because the model's wording couldn't be confirmed."
      : `-# ${count} sentences are quoted, because the model's wording couldn't be confirmed.`,

  /** Above a shared answer. Discord shows the person's name. @param userId who asked the question */
  askedBy: (userId: string) => `-# <@${userId}> asked:`,

  /** The default article was asked. @param title escaped, may be a link */
  about: (title: string) => `-# About ${title}, the default article here`,
  /** Names the server that answered, if several could. @param server escaped */
  fromServer: (server: string) => `-# From the articles of ${server}. Others match too:`,
  chooseServer: 'Answer from another server…',
  hiddenMessage:
    "Discord doesn't show me that message, because it doesn't mention me. Ask your question here in your own words. To check what the message says, open its menu and choose **Apps** and **Check against article**.",

  notInArticle: "**The article doesn't say.**",
  closest: 'These passages come closest:',
  noClosest: 'Try other words, or use `/article list` to see the articles.',

  notices: {
    'model-unavailable': "The language model can't be reached, so the built-in engine answered.",
    'budget-reached': "Today's budget for the language model is used up, so the built-in engine answered.",
    'cut-short': 'The language model stopped early, so this answer may be incomplete.',
  } satisfies Record<Notice, string>,

  buttons: {
    sources: 'Sources',
    closest: 'Closest passages',
    followUp: 'Follow up',
    share: 'Share in channel',
    askAll: 'Search all articles',
  },
  followUp: {
    title: 'Follow up',
    label: 'Your question',
    description: 'You can refer to the last answer: “And why?”',
  },
} as const;
