// Spanish replies.
import type { ReplyText } from './reply-text.js';

const quote = (title: string) => `«${title}»`;
const list = new Intl.ListFormat('es', { type: 'conjunction' });
const alternatives = new Intl.ListFormat('es', { type: 'disjunction' });

export const SPANISH_TEXT: ReplyText = {
  greeting: '¡Hola! Pregúntame algo sobre los artículos y te enseñaré dónde lo dicen.',
  thanks: '¡De nada! Si quieres saber algo más, pregunta.',
  reaction: '¡Vale! Pregúntame lo que quieras sobre los artículos.',
  complaint: 'Lo siento. Prueba a preguntarlo con otras palabras.',
  goodbye: '¡Hasta luego! Vuelve cuando quieras.',
  smallTalk:
    'Soy Footnote, un bot. Lo que mejor hago es responder preguntas sobre los artículos. Por ejemplo:',
  help: 'Haz una pregunta con tus palabras y responderé con los artículos, siempre con la frase exacta. También puedes preguntar de qué trata un artículo, quién lo escribió o cuánto se tarda en leerlo.',
  newConversation: 'De acuerdo, nuevo tema. ¿Qué quieres saber?',
  nothing: (title) =>
    title === undefined
      ? 'Hazme una pregunta sobre los artículos.'
      : `Hazme una pregunta sobre ${quote(title)}.`,
  articles: (titles, count) =>
    count === 1
      ? `Tengo un artículo: ${quote(titles[0] ?? '')}.`
      : `Tengo ${count} artículos: ${list.format([...titles.map(quote), ...(count > titles.length ? [`${count - titles.length} más`] : [])])}.`,
  noArticles: 'Aquí todavía no hay artículos. Quien administra este bot puede añadirlos.',
  chooseArticle: '¿A qué artículo te refieres?',
  author: (name) => `Lo escribió ${name}.`,
  noAuthor: 'El artículo no dice quién lo escribió.',
  published: (date) => `Se publicó el ${date}.`,
  noDate: 'El artículo no dice cuándo se publicó.',
  title: (title) => `El título es ${quote(title)}.`,
  url: (url) => `El original está aquí: ${url}`,
  noUrl: 'No tengo ningún enlace al original de este artículo.',
  language: (name) => `Está en ${name}.`,
  noLanguage: 'No sé en qué idioma está el artículo.',
  length: (words, minutes, count) =>
    `Tiene unas ${words} palabras, ${count === 1 ? 'más o menos' : 'unos'} ${minutes} ${count === 1 ? 'minuto' : 'minutos'} de lectura.`,
  doesNotSay: 'El artículo no lo dice.',
  notFound: (titles, count) =>
    titles.length === 0
      ? `No lo he encontrado en los ${count} artículos.`
      : `No lo he encontrado en ${alternatives.format(titles.map(quote))}.`,
  otherLanguage: (name) => `El artículo está en ${name}. Quizá funcione mejor una pregunta en ${name}.`,
  yes: 'Sí.',
  no: 'No.',
  sameSentence: 'En la misma frase:',
  saysHere: 'El artículo lo dice aquí:',
  partUnanswered: (question) => `El artículo no lo dice: ${question}`,
  partNotFound: (question) => `No he encontrado nada sobre esto: ${question}`,
};
