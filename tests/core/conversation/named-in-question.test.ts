import { describe, expect, it } from 'vitest';
import { findQuestionToArticle } from '../../../src/core/conversation/named-in-question.js';

const ARTICLES = [
  { title: 'Council gives ferry campaigners until March' },
  { title: "Members' Handbook: Tallow Lane Studio" },
  { title: 'Nachts am vollsten: Spendenlauf bringt 9.000 Euro fürs Freibad Ulmenau' },
  { title: 'El puente de Valdeoca cumple cien años' },
  { title: 'Le moulin de Brissac tourne à nouveau' },
  { title: 'Swing bridge stuck open' },
];

function find(message: string) {
  const found = findQuestionToArticle(message, ARTICLES);
  return found && [ARTICLES.indexOf(found.article), found.question];
}

describe('a question that names an article', () => {
  it.each([
    ['in the ferry piece, who pays?', 0, 'who pays?'],
    ['who pays for the boats in the ferry article?', 0, 'who pays for the boats'],
    ['what does the handbook say about noise', 1, 'noise'],
    ['does the handbook mention anything about dogs?', 1, 'dogs?'],
    ['according to the studio handbook, when is it shut?', 1, 'when is it shut?'],
    ['what does the article about the ferry say about money?', 0, 'money?'],
    ['Wer hat im Artikel übers Freibad gewonnen?', 2, 'Wer hat im Artikel übers Freibad gewonnen?'],
    ['Was sagt der Freibadartikel über Preise?', 2, 'Preise?'],
    ['Laut dem Artikel vom Freibad, wie viel kam zusammen?', 2, 'wie viel kam zusammen?'],
    ['¿Qué dice el artículo del puente sobre el dinero?', 3, 'el dinero?'],
    ['en el artículo sobre el puente, ¿quién paga?', 3, 'quién paga?'],
    ["que dit l'article sur le moulin sur les prix ?", 4, 'les prix ?'],
    ["Combien ça coûte selon l'article du moulin ?", 4, 'Combien ça coûte'],
    [
      'who wrote a letter in “Swing bridge stuck open”?',
      5,
      'who wrote a letter in “Swing bridge stuck open”?',
    ],
  ])('is for that article: %s', (message, article, question) => {
    expect(find(message)).toEqual([article, question]);
  });

  it.each([
    'how long is the ferry?',
    'what does the report on the bridge say?',
    'when does the swing bridge open',
    'what does the article say about money?',
    'what did the captain say about the campaigners?',
    'was kostet das Freibad?',
  ])('is not: %s', (message) => {
    expect(find(message)).toBeUndefined();
  });

  it('is for none if several articles fit', () => {
    const articles = [{ title: 'The ferry at dawn' }, { title: 'The ferry at dusk' }];

    expect(findQuestionToArticle('what does the ferry story say about tides?', articles)).toBeUndefined();
  });
});
