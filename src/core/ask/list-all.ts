// Answers "list all prices" and the like: with every sentence of one article that has a price.
import type { Engine, Scope } from '../ports.js';
import type { Question, Ranking } from '../ranking-ports.js';
import type { ArticleStore } from '../store-ports.js';
import type { Article } from '../text/article.js';
import type { GroundedSentence } from './citation/cite.js';
import { evidenceText } from './citation/evidence.js';

interface ListOptions {
  readonly scope: Scope;
  /** The article that the conversation is about. */
  readonly discussed: string | undefined;
  readonly engine: Pick<Engine, 'lister'>;
  readonly store: Pick<ArticleStore, 'getArticle' | 'listArticles'>;
}

/** A list of an article's own sentences, in its order. */
export interface ListedSentences {
  /** Empty if the article has nothing of the kind. */
  readonly sentences: readonly GroundedSentence[];
  /** See {@link Lister.list}. */
  readonly isCertain: boolean;
}

/**
 * Everything of the kind that the question asks for, from one article: the one in the scope, the one that the
 * conversation is about, or the one that matches the question best.
 * @returns undefined if the question asks for no such list
 */
export function listAll(
  question: Question,
  { sentences: [best] }: Pick<Ranking, 'sentences'>,
  { scope, discussed, engine: { lister }, store }: ListOptions,
): ListedSentences | undefined {
  const article = lister && (findArticle(scope, discussed, store) ?? best?.match.article);
  const listed = article && lister.list(question, article);
  if (!listed) return undefined;
  const sentences = listed.sentences.map(({ start, end }, at): GroundedSentence => {
    const text = evidenceText(article.text.slice(start, end));
    return { text, evidence: [{ number: at + 1, article, start, end, text, relevance: 1 }] };
  });
  return { sentences, isCertain: listed.isCertain };
}

function findArticle(
  scope: Scope,
  discussed: string | undefined,
  store: ListOptions['store'],
): Article | undefined {
  const [only, ...others] = scope.articleId === undefined ? store.listArticles(scope) : [];
  const id = scope.articleId ?? (others.length === 0 ? only?.id : discussed);
  return id === undefined ? undefined : store.getArticle(id, scope);
}
