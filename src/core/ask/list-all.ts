// Answers "list all prices", "step 4" and "cheapest bike?" from the structure of one article, without ranking.
import type { Turn } from '../answer.js';
import type { Engine, Scope } from '../ports.js';
import type { Question, Ranking } from '../ranking-ports.js';
import type { ArticleStore } from '../store-ports.js';
import type { Article, Span } from '../text/article.js';
import type { GroundedSentence } from './citation/cite.js';
import { evidenceText } from './citation/evidence.js';

interface ListOptions {
  readonly scope: Scope;
  /** The article that the conversation is about. */
  readonly discussed: string | undefined;
  /** The conversation before. */
  readonly turns: readonly Turn[];
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
 * What the question asks to list, from one article: the one in the scope, the one that the conversation is about, or the
 * one that matches the question best.
 * @returns undefined if the question asks for no such list
 */
export function listAll(
  question: Question,
  { sentences: [best] }: Pick<Ranking, 'sentences'>,
  { scope, discussed, turns, engine: { lister }, store }: ListOptions,
): ListedSentences | undefined {
  const own = lister && findArticle(scope, discussed, store);
  const articles = new Map([own, best?.match.article].flatMap((one) => (one ? [[one.id, one]] : [])));
  for (const article of lister ? articles.values() : []) {
    const shown = turns.at(-1)?.citations?.filter(({ articleId }) => articleId === article.id);
    const listed = lister?.list(question, article, shown);
    if (listed) return { sentences: listed.sentences.map(toGrounded(article)), isCertain: listed.isCertain };
  }
  return undefined;
}

function toGrounded(article: Article): (span: Span, at: number) => GroundedSentence {
  return ({ start, end }, at) => {
    const text = evidenceText(article.text.slice(start, end));
    return { text, evidence: [{ number: at + 1, article, start, end, text, relevance: 1 }] };
  };
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
