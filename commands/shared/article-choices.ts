// The `article` option that several commands share: its autocomplete choices, and the article that its text stands for.
import type { AppError } from '../../src/core/errors.js';
import type { ListedArticle } from '../../src/core/text/article.js';
import type { Choice, Invocation, PendingRequest } from '../../src/discord/command.js';
import type { View } from '../../src/discord/render/message.js';
import { renderArticleMenu } from '../../src/discord/render/reply.js';
import { userErrors } from '../../src/discord/text/errors.js';

type Place = Pick<Invocation, 'assistant' | 'libraries'>;

/** Choices among all articles that can be asked about here. */
export function articleChoices({ assistant, libraries }: Place, typed: string): readonly Choice[] {
  return choicesOf(assistant.listArticles({ library: libraries }), typed);
}

/** Articles whose title has the words that were typed, in any order. Titles that start with the text come first. */
export function choicesOf(articles: readonly ListedArticle[], typed: string): readonly Choice[] {
  const text = typed.trim().toLowerCase();
  const startsWith = ({ title }: ListedArticle) => title.toLowerCase().startsWith(text);
  return articles
    .filter(({ title }) => hasWords(title, text))
    .sort((a, b) => Number(startsWith(b)) - Number(startsWith(a)))
    .map(({ id, title }) => ({ name: title, value: id }));
}

function hasWords(title: string, text: string): boolean {
  return text.split(/\s+/u).every((word) => title.toLowerCase().includes(word));
}

/** An article, or those it could be if that isn't clear. */
type ArticleMatch =
  | { readonly kind: 'found'; readonly articleId: string }
  | { readonly kind: 'several' | 'none'; readonly candidates: readonly ListedArticle[] };

/**
 * Finds an article by its id, its exact title, or words that only one article has in its title. If no title has them, all articles are candidates.
 */
function matchArticle(articles: readonly ListedArticle[], typed: string): ArticleMatch {
  const text = typed.trim().toLowerCase();
  const matches = articles.filter(({ title }) => hasWords(title, text));
  const found =
    articles.find(({ id }) => id === typed) ??
    matches.find(({ title }) => title.toLowerCase() === text) ??
    (matches.length === 1 ? matches[0] : undefined);
  if (found) return { kind: 'found', articleId: found.id };
  return matches.length > 1
    ? { kind: 'several', candidates: matches }
    : { kind: 'none', candidates: articles };
}

/** The article that is certainly meant, if it isn't one to choose from. */
function findOther(
  all: readonly ListedArticle[],
  articles: readonly ListedArticle[],
  typed: string,
): ListedArticle | undefined {
  const others = all.filter(({ id }) => articles.every((article) => article.id !== id));
  const match = matchArticle([...articles, ...others], typed);
  return match.kind === 'found' ? others.find(({ id }) => id === match.articleId) : undefined;
}

/** The chosen article, or a menu that asks for it. Undefined values: the option was left out and isn't required. */
export interface ChosenArticle {
  readonly articleId?: string | undefined;
  readonly menu?: View | undefined;
}

/**
 * Reads a command's `article` option. If it isn't clear which article is meant, a menu asks, and the command runs again.
 * @param request `isRequired`: whether the command needs an article; if there is only one, it is taken without asking.
 * `articles`: to choose from; default: all that can be asked about here. `whenNone`: the error if there is none to choose
 * from; default: `discord/no-articles`. `whenOther`: the error if another article is meant, which can be asked about
 */
export function chooseArticle(
  invocation: Invocation,
  request: Pick<PendingRequest, 'command' | 'options'> & {
    readonly isRequired?: boolean;
    readonly articles?: readonly ListedArticle[];
    readonly whenNone?: () => AppError;
    readonly whenOther?: (article: ListedArticle) => AppError;
  },
): ChosenArticle {
  const { command, options, isRequired = false } = request;
  const typed = String(options.values['article'] ?? '').trim();
  if (typed === '' && !isRequired) return {};
  const { assistant, libraries: library } = invocation;
  const { articles, whenOther } = request;
  const all = assistant.listArticles({ library });
  const match = matchArticle(articles ?? all, typed);
  const other = articles && whenOther && typed !== '' ? findOther(all, articles, typed) : undefined;
  if (other && whenOther) throw whenOther(other);
  if (match.kind === 'found') return match;
  if (match.candidates.length === 0) throw (request.whenNone ?? userErrors.noArticles)();
  const { pending, userId } = invocation;
  const id = pending.keep({ command, options, userId, library: invocation.library });
  const problem = typed === '' ? undefined : { typed, isAmbiguous: match.kind === 'several' };
  return { menu: renderArticleMenu(problem, `pick:${id}`, match.candidates) };
}
