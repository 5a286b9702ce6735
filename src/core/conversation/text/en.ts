// English replies.
import type { ReplyText } from './reply-text.js';

const quote = (title: string) => `“${title}”`;
const list = new Intl.ListFormat('en', { type: 'conjunction' });
const alternatives = new Intl.ListFormat('en', { type: 'disjunction' });

export const ENGLISH_TEXT: ReplyText = {
  greeting: "Hi! Ask me anything about the articles here, and I'll show you where they say it.",
  thanks: "You're welcome! Ask away if there's anything else.",
  reaction: 'Okay! Ask me anything else about the articles.',
  complaint: 'Sorry about that. Try asking in other words.',
  goodbye: 'Goodbye! Come back any time.',
  smallTalk: "I'm Footnote, a bot. I'm better at answering questions about the articles here. Try one:",
  help: "Ask a question in your own words, and I'll answer from the articles, with the exact sentence for everything I say. You can also ask what an article is about, who wrote it, or how long it is.",
  newConversation: 'Okay, new topic. What would you like to know?',
  nothing: (title) =>
    title === undefined
      ? 'Ask me a question about the articles here.'
      : `Ask me a question about ${quote(title)}.`,
  articles: (titles, count) =>
    count === 1
      ? `I have one article: ${quote(titles[0] ?? '')}.`
      : `I have ${count} articles: ${list.format([...titles.map(quote), ...(count > titles.length ? [`${count - titles.length} more`] : [])])}.`,
  noArticles: 'There are no articles here yet. Ask the people who run this bot to add some.',
  chooseArticle: 'Which article do you mean?',
  author: (name) => `The author is ${name}.`,
  noAuthor: "The article doesn't name its author.",
  published: (date) => `It was published on ${date}.`,
  noDate: "The article doesn't say when it was published.",
  title: (title) => `The title is ${quote(title)}.`,
  url: (url) => `You can find it here: ${url}`,
  noUrl: 'I have no link to the original of this article.',
  language: (name) => `It's in ${name}.`,
  noLanguage: "I can't tell which language the article is in.",
  length: (words, minutes, count) =>
    `It's about ${words} words long and takes about ${minutes} ${count === 1 ? 'minute' : 'minutes'} to read.`,
  doesNotSay: "The article doesn't say.",
  notFound: (titles, count) =>
    titles.length === 0
      ? `I couldn't find that in any of the ${count} articles here.`
      : `I couldn't find that in ${alternatives.format(titles.map(quote))}.`,
  otherLanguage: (name) => `The article is in ${name}, so a question in ${name} may work better.`,
  yes: 'Yes.',
  no: 'No.',
  sameSentence: 'From the same sentence:',
  saysHere: 'The article says so here:',
  partUnanswered: (question) => `The article doesn't say: ${question}`,
  partNotFound: (question) => `I couldn't find this: ${question}`,
};
