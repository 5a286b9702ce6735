// English labels. Markers in an answer are called citations; the quoted sentence that a citation leads to is called its
// source.
import type { Labels } from './labels.js';

export const ENGLISH_LABELS: Labels = {
  language: 'en',
  quoted: "-# In the article's own words",
  writtenBy: (model) => `-# Written by ${model}; each sentence compared with the one it cites`,
  replaced: (count) =>
    count === 1
      ? "-# One sentence is quoted, because the model's wording couldn't be confirmed."
      : `-# ${count} sentences are quoted, because the model's wording couldn't be confirmed.`,
  notices: {
    'model-unavailable': "The language model can't be reached, so the built-in engine answered.",
    'budget-reached': "Today's budget for the language model is used up, so the built-in engine answered.",
    'cut-short': 'The language model stopped early, so this answer may be incomplete.',
  },
  askedBy: (userId) => `-# <@${userId}> asked:`,
  about: (title) => `-# About ${title}, the default article here`,
  fromServer: (server) => `-# From the articles of ${server}. Others match too:`,
  chooseServer: 'Answer from another server…',
  notInArticle: "**The article doesn't say.**",
  closest: 'These passages come closest:',
  noClosest: 'Try other words, or use `/article list` to see the articles.',
  buttons: {
    sources: 'Sources',
    closest: 'Closest passages',
    followUp: 'Follow up',
    share: 'Share in channel',
    askAll: 'Search all articles',
    openList: 'See the articles',
    more: 'More',
    less: 'Less',
    post: 'Post in a channel',
    back: 'Back',
    next: (page, pages) => `Next (${page} of ${pages})`,
    openArticle: 'Open article',
  },
  followUp: {
    title: 'Follow up',
    label: 'Your question',
    description: 'You can refer to the last answer: “And why?”',
  },
  articles: (count) => (count === 1 ? '### 1 article' : `### ${count} articles`),
  moreArticles: (count) => `-# and ${count} more`,
  openArticle: 'Read an article…',
  chooseArticle: 'Choose an article…',
  chooseStyle: 'Show something else…',
  styles: {
    oneLine: 'One line',
    brief: 'Brief',
    keyPoints: 'Key points',
    timeline: 'Timeline',
    whosWho: "Who's who",
    quotes: 'Quotes',
    qa: 'Questions and answers',
    numbers: 'Numbers',
  },
  summary: {
    heading: (articles) => `### From ${articles} articles`,
    nothingOf: {
      oneLine: '',
      brief: '',
      keyPoints: '',
      timeline: '-# I found no dated events, so these are the key points.',
      whosWho:
        '-# I found no people or organizations that the article describes, so these are the key points.',
      quotes: '-# I found no quotations with a clear speaker, so these are the key points.',
      qa: '-# I found no questions that the article answers well, so these are the key points.',
      numbers: '-# I found no figures, so these are the key points.',
    },
    leftOut: (left, of, { read, hasMore }) =>
      [
        `-# This summary leaves out ${left} of ${of} articles.`,
        ...(read < of ? [`I read only the first ${read}.`] : []),
        hasMore ? '**More** shows a longer one.' : 'To sum up one of them, name it in `/summary`.',
      ].join(' '),
    postedBy: (userId) => `-# Posted by <@${userId}>`,
  },
  sources: {
    heading: (marker) => `### Source [${marker}]`,
    closestHeading: '### Closest passages',
    changed: '-# The article has changed or was removed. This is what it said when the answer was given.',
    empty: 'This answer has no sources.',
    page: (page) => (page.includes('–') ? `pp. ${page}` : `p. ${page}`),
  },
};
