// The default article: what a question is about if it names no article and no conversation goes before it.
import { turnOf } from '../../src/core/ask/follow-up/follow-up.js';
import { findQuestionToArticle } from '../../src/core/conversation/named-in-question.js';
import type { StoredAnswer } from '../../src/core/store-ports.js';
import type { ListedArticle } from '../../src/core/text/article.js';
import type { Invocation } from '../../src/discord/command.js';

/** Shorter titles may be ordinary words of a question. */
const MIN_TITLE_CHARS = 6;

/**
 * The article that a question is about by default. Undefined if there is none, if the question names another article, or if its conversation is about another article.
 */
export function findDefaultArticle(
  { assistant, manager, library, messageLibrary, channelId }: Invocation,
  {
    question,
    previousAnswerId,
  }: { readonly question: string; readonly previousAnswerId?: string | undefined },
): ListedArticle | undefined {
  const id = manager.defaultArticle({ library, channelId });
  const article = id === undefined ? undefined : assistant.getArticle(id, { library });
  if (!article) return undefined;
  const previous =
    previousAnswerId === undefined
      ? undefined
      : assistant.findAnswer(previousAnswerId, { library: messageLibrary });
  if (previous && discussedArticles(previous).some((other) => other !== id)) return undefined;
  const asked = question.toLowerCase();
  const articles = assistant.listArticles({ library });
  const named = findQuestionToArticle(question, articles)?.article.id;
  const isOtherNamed =
    (named !== undefined && named !== id) ||
    articles.some((other) => other.id !== id && isNamed(other, asked));
  return isOtherNamed ? undefined : article;
}

function isNamed({ title }: ListedArticle, question: string): boolean {
  return title.length >= MIN_TITLE_CHARS && question.includes(title.toLowerCase());
}

/** The articles that an answer cites, names or describes. */
function discussedArticles(stored: StoredAnswer): readonly string[] {
  const { citations = [], articleId } = turnOf(stored);
  return [
    ...citations.map((citation) => citation.articleId),
    ...(articleId === undefined ? [] : [articleId]),
  ];
}
