// French replies.
import type { ReplyText } from './reply-text.js';

const quote = (title: string) => `« ${title} »`;
const list = new Intl.ListFormat('fr', { type: 'conjunction' });
const alternatives = new Intl.ListFormat('fr', { type: 'disjunction' });

export const FRENCH_TEXT: ReplyText = {
  greeting: 'Bonjour ! Posez-moi une question sur les articles, et je vous montrerai où ils le disent.',
  thanks: 'Avec plaisir ! N’hésitez pas si vous avez une autre question.',
  reaction: 'D’accord ! N’hésitez pas à me poser une autre question sur les articles.',
  complaint: 'Désolé ! Essayez de poser la question autrement.',
  goodbye: 'Au revoir ! Revenez quand vous voulez.',
  smallTalk: 'Je suis Footnote, un bot. Je réponds surtout aux questions sur les articles. Par exemple :',
  help: 'Posez une question avec vos mots, et je répondrai à partir des articles, toujours avec la phrase exacte. Vous pouvez aussi demander de quoi parle un article, qui l’a écrit ou combien de temps il faut pour le lire.',
  newConversation: 'D’accord, nouveau sujet. Que voulez-vous savoir ?',
  nothing: (title) =>
    title === undefined
      ? 'Posez-moi une question sur les articles.'
      : `Posez-moi une question sur ${quote(title)}.`,
  articles: (titles, count) =>
    count === 1
      ? `J’ai un article : ${quote(titles[0] ?? '')}.`
      : `J’ai ${count} articles : ${list.format([...titles.map(quote), ...(count > titles.length ? [`${count - titles.length} autres`] : [])])}.`,
  noArticles: 'Il n’y a pas encore d’article ici. Les personnes qui gèrent ce bot peuvent en ajouter.',
  chooseArticle: 'De quel article parlez-vous ?',
  author: (name) => `L’auteur est ${name}.`,
  noAuthor: 'L’article ne dit pas qui l’a écrit.',
  published: (date) => `L’article date du ${date}.`,
  noDate: 'L’article ne dit pas quand il a été publié.',
  title: (title) => `Le titre est ${quote(title)}.`,
  url: (url) => `L’original est ici : ${url}`,
  noUrl: 'Je n’ai pas de lien vers l’original de cet article.',
  language: (name) => `Langue de l’article : ${name}.`,
  noLanguage: 'Je ne sais pas dans quelle langue est l’article.',
  length: (words, minutes, count) =>
    `L’article compte environ ${words} mots, soit à peu près ${minutes} ${count === 1 ? 'minute' : 'minutes'} de lecture.`,
  doesNotSay: 'L’article ne le dit pas.',
  notFound: (titles, count) =>
    titles.length === 0
      ? `Je ne l’ai pas trouvé dans les ${count} articles.`
      : `Je ne l’ai pas trouvé dans ${alternatives.format(titles.map(quote))}.`,
  otherLanguage: (name) =>
    `Langue de l’article : ${name}. Une question dans cette langue marchera sans doute mieux.`,
  yes: 'Oui.',
  no: 'Non.',
  sameSentence: 'Dans la même phrase :',
  saysHere: "L'article le dit ici :",
  partUnanswered: (question) => `L’article ne le dit pas : ${question}`,
  partNotFound: (question) => `Je n’ai rien trouvé à ce sujet : ${question}`,
};
