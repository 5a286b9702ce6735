// Which article a conversation is about.
import type { Turn } from '../../answer.js';

/**
 * The id of the article that was described, named or cited last. If none was, the one that came closest to a question
 * that wasn't answered. An answer from several articles doesn't change what the conversation is about.
 */
export function findDiscussedArticle(turns: readonly Turn[]): string | undefined {
  let closest: string | undefined;
  for (const { articleId, citations = [], closestArticleId } of turns.toReversed()) {
    const [cited, ...others] = new Set(citations.map((citation) => citation.articleId));
    if (articleId !== undefined) return articleId;
    if (cited !== undefined && others.length === 0) return cited;
    closest ??= closestArticleId;
  }
  return closest;
}
