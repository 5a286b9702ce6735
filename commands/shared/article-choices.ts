// The `article` option that several commands share: its autocomplete choices, and the article that a value stands for.
import type { ListedArticle } from '../../src/core/text/article.js';
import type { Choice, Invocation } from '../../src/discord/command.js';
import { userErrors } from '../../src/discord/text/errors.js';

type Place = Pick<Invocation, 'assistant' | 'library'>;

/** Articles whose title contains the typed text. Titles that start with it come first. */
export function articleChoices({ assistant, library }: Place, typed: string): readonly Choice[] {
  const text = typed.trim().toLowerCase();
  const position = ({ title }: ListedArticle) => title.toLowerCase().indexOf(text);
  return assistant
    .listArticles({ library })
    .filter((article) => position(article) >= 0)
    .sort((a, b) => Math.min(1, position(a)) - Math.min(1, position(b)))
    .map(({ id, title }) => ({ name: title, value: id }));
}

/**
 * Finds an article by its id, its exact title, or a part of the title that only one article has.
 * @throws AppError `discord/no-such-article`, `discord/several-articles`
 */
export function findArticle({ assistant, library }: Place, value: string): ListedArticle {
  const articles = assistant.listArticles({ library });
  const text = value.trim().toLowerCase();
  const matches = articles.filter(({ title }) => title.toLowerCase().includes(text));
  const found =
    articles.find(({ id }) => id === value) ??
    matches.find(({ title }) => title.toLowerCase() === text) ??
    (matches.length === 1 ? matches[0] : undefined);
  if (found) return found;
  throw matches.length > 1
    ? userErrors.severalArticles(value, matches.length)
    : userErrors.noSuchArticle(value);
}

/** The id of the chosen article, or undefined if the option was left out. @throws AppError as {@link findArticle} */
export function chosenArticleId(place: Place, value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? findArticle(place, value).id : undefined;
}

/** The only article of a library. @throws AppError `discord/which-article`, `discord/no-articles` */
export function onlyArticleId({ assistant, library }: Place): string {
  const [first, ...others] = assistant.listArticles({ library });
  if (!first) throw userErrors.noArticles();
  if (others.length > 0) throw userErrors.whichArticle(others.length + 1);
  return first.id;
}
