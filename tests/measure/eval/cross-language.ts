// Evaluates across languages: XQuAD has the same questions and articles in each language, so questions in one
// language can be asked about articles in another.
import { goldParagraphs, type SetArticle, type SetQuestion } from './question-set.js';

/** Pairs of question language and article language. Those with one language are what the others are compared with. */
export const LANGUAGE_PAIRS: readonly (readonly [string, string])[] = [
  ['en', 'en'],
  ['de', 'de'],
  ['es', 'es'],
  ['de', 'en'],
  ['es', 'en'],
  ['en', 'de'],
  ['es', 'de'],
  ['en', 'es'],
  ['de', 'es'],
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

/** Each question, asked about the next article of the set, which doesn't answer it. */
export function askedOfNextArticle(articles: readonly SetArticle[]): readonly SetArticle[] {
  return articles.map((article, at) => ({
    ...article,
    questions: (articles[(at + 1) % articles.length] as SetArticle).questions.map(withoutAnswer),
  }));
}

/** Each question, asked about its own article without the paragraphs that hold the answer. */
export function withoutAnsweringParagraphs(articles: readonly SetArticle[]): readonly SetArticle[] {
  return articles.flatMap((article) => {
    const byGold = new Map<string, SetQuestion[]>();
    for (const question of article.questions) {
      const key = [...goldParagraphs(question)].join(' ');
      byGold.set(key, [...(byGold.get(key) ?? []), question]);
    }
    return [...byGold].map(([key, questions]) => {
      const gold = new Set(key.split(' '));
      return {
        ...{
          id: `${article.id} without ${key}`,
          title: article.title,
          questions: questions.map(withoutAnswer),
        },
        paragraphs: article.paragraphs.filter((_, index) => !gold.has(String(index))),
      };
    });
  });
}

const withoutAnswer = (question: SetQuestion): SetQuestion => ({
  ...question,
  answers: [],
  answerable: false,
});

/** The name in an id `set/name`, which all translations of an article share. */
function nameOf({ id }: SetArticle, question: string): string {
  return `${id.slice(id.indexOf('/') + 1)} ${question}`;
}
