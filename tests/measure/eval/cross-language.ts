// Evaluates across languages: XQuAD has the same questions and articles in each language, so questions in one
// language can be asked about articles in another.
import type { SetArticle } from './question-set.js';

/** Pairs of question language and article language. */
export const LANGUAGE_PAIRS: readonly (readonly [string, string])[] = [
  ['en', 'de'],
  ['de', 'en'],
  ['es', 'en'],
  ['ro', 'es'],
  ['en', 'vi'],
  ['tr', 'en'],
  ['ru', 'en'],
  ['en', 'ru'],
  ['el', 'en'],
  ['zh', 'en'],
  ['en', 'th'],
  ['ar', 'en'],
];

/** Combines the articles and answers of one set with the questions of another set with the same articles. */
export function withQuestionsFrom(
  articles: readonly SetArticle[],
  asked: readonly SetArticle[],
): readonly SetArticle[] {
  const questions = new Map(
    asked.flatMap((article) => article.questions.map(({ id, question }) => [nameOf(article, id), question])),
  );
  return articles.map((article) => ({
    ...article,
    questions: article.questions.flatMap((question) => {
      const text = questions.get(nameOf(article, question.id));
      return text === undefined ? [] : [{ ...question, question: text }];
    }),
  }));
}

/** The name in an id `set/name`, which all translations of an article share. */
function nameOf({ id }: SetArticle, question: string): string {
  return `${id.slice(id.indexOf('/') + 1)} ${question}`;
}
