// Chooses the questions that a reply suggests.
import type { Scope } from '../ports.js';
import type { ArticleStore } from '../store-ports.js';
import type { Article } from '../text/article.js';

export const MAX_SUGGESTIONS = 3;

/** What {@link suggestQuestions} needs. */
export interface SuggestDependencies {
  readonly store: Pick<ArticleStore, 'getArticle' | 'listArticles'>;
  /** Finds up to `count` questions that the article answers. */
  readonly suggest: (article: Article, count: number) => Promise<readonly string[]>;
}

/** What the suggestions depend on. */
interface SuggestionOptions {
  /** If set, all suggestions are about this article. */
  readonly only: Article | undefined;
  /** The article that the conversation is about. It comes first. */
  readonly discussed: Article | undefined;
  /** The asker's language, ISO 639-1; `und` if unknown. */
  readonly language: string;
  readonly scope: Scope;
}

/** Questions about different articles in turn: those in the asker's language, or any if there are none. */
export async function suggestQuestions(
  { only, discussed, language, scope }: SuggestionOptions,
  { store, suggest }: SuggestDependencies,
): Promise<readonly string[]> {
  if (only) return await suggest(only, MAX_SUGGESTIONS);
  const inScope = withoutArticle(scope);
  const isDiscussed = ({ id }: { readonly id: string }) => id === discussed?.id;
  const inOrder = [...store.listArticles(inScope)].sort(
    (a, b) => Number(isDiscussed(b)) - Number(isDiscussed(a)),
  );
  const own = inOrder.filter((article) => article.language === language);
  const articles = own.length > 0 ? own : inOrder;
  const lists = await Promise.all(
    articles.slice(0, MAX_SUGGESTIONS).map(async ({ id }) => {
      const article = store.getArticle(id, inScope);
      return article ? await suggest(article, MAX_SUGGESTIONS) : [];
    }),
  );
  const ranks = Array.from({ length: MAX_SUGGESTIONS }, (_, rank) => rank);
  return ranks.flatMap((rank) => lists.flatMap((list) => list[rank] ?? [])).slice(0, MAX_SUGGESTIONS);
}

/** The scope with all articles. */
export function withoutArticle({ libraries, hidden }: Scope): Scope {
  return { libraries, hidden };
}
