// German replies.
import type { ReplyText } from './reply-text.js';

const quote = (title: string) => `„${title}“`;
const list = new Intl.ListFormat('de', { type: 'conjunction' });
const alternatives = new Intl.ListFormat('de', { type: 'disjunction' });

export const GERMAN_TEXT: ReplyText = {
  greeting: 'Hallo! Frag mich etwas zu den Artikeln hier, und ich zeige dir, wo es steht.',
  thanks: 'Gern geschehen! Frag ruhig weiter.',
  reaction: 'Alles klar! Frag mich gern noch etwas zu den Artikeln.',
  complaint: 'Das tut mir leid. Frag am besten noch einmal mit anderen Worten.',
  goodbye: 'Tschüss! Komm gern wieder.',
  smallTalk: 'Ich bin Footnote, ein Bot. Am besten beantworte ich Fragen zu den Artikeln hier, zum Beispiel:',
  help: 'Stell eine Frage in deinen eigenen Worten, und ich antworte aus den Artikeln, immer mit dem genauen Satz dazu. Du kannst auch fragen, worum es in einem Artikel geht, wer ihn geschrieben hat oder wie lang er ist.',
  newConversation: 'Gut, neues Thema. Was möchtest du wissen?',
  nothing: (title) =>
    title === undefined
      ? 'Stell mir eine Frage zu den Artikeln hier.'
      : `Stell mir eine Frage zu ${quote(title)}.`,
  articles: (titles, count) =>
    count === 1
      ? `Ich habe einen Artikel: ${quote(titles[0] ?? '')}.`
      : `Ich habe ${count} Artikel: ${list.format([...titles.map(quote), ...(count > titles.length ? [`${count - titles.length} weitere`] : [])])}.`,
  noArticles: 'Hier gibt es noch keine Artikel. Wer diesen Bot betreibt, kann welche hinzufügen.',
  chooseArticle: 'Welchen Artikel meinst du?',
  author: (name) => `Geschrieben hat das ${name}.`,
  noAuthor: 'Der Artikel nennt keinen Autor.',
  published: (date) => `Der Artikel ist vom ${date}.`,
  noDate: 'Der Artikel sagt nicht, wann er erschienen ist.',
  title: (title) => `Der Titel ist ${quote(title)}.`,
  url: (url) => `Hier steht das Original: ${url}`,
  noUrl: 'Ich habe keinen Link zum Original dieses Artikels.',
  language: (name) => `Der Artikel ist auf ${name}.`,
  noLanguage: 'Ich kann nicht sagen, in welcher Sprache der Artikel ist.',
  length: (words, minutes, count) =>
    `Der Artikel hat etwa ${words} Wörter. Das sind ungefähr ${minutes} ${count === 1 ? 'Minute' : 'Minuten'} Lesezeit.`,
  doesNotSay: 'Das steht nicht im Artikel.',
  notFound: (titles, count) =>
    titles.length === 0
      ? `Das habe ich in den ${count} Artikeln hier nicht gefunden.`
      : `Das habe ich in ${alternatives.format(titles.map(quote))} nicht gefunden.`,
  otherLanguage: (name) => `Der Artikel ist auf ${name}. Frag am besten auf ${name}.`,
  yes: 'Ja.',
  no: 'Nein.',
  sameSentence: 'Aus demselben Satz:',
  saysHere: 'Hier steht es im Artikel:',
  partUnanswered: (question) => `Dazu sagt der Artikel nichts: ${question}`,
  partNotFound: (question) => `Dazu habe ich nichts gefunden: ${question}`,
};
