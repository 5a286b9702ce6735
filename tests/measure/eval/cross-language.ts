// Asking across languages: XQuAD's files hold the same questions of the same articles, so those of one language can be
// asked of the articles in another.
import type { SetArticle } from './question-set.js';

/** Asked in the first language of articles in the second. */
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

/** The articles with their own answers, and with questions as another set of the same articles asks them. */
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

/** Of an article `set/name` the name, which its translations share. */
function nameOf({ id }: SetArticle, question: string): string {
  return `${id.slice(id.indexOf('/') + 1)} ${question}`;
}
