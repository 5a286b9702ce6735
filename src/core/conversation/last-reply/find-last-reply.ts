// Finds the last reply of a conversation, for messages that are about it.
import type { Answer, Answered, Turn } from '../../answer.js';
import type { Scope } from '../../ports.js';
import type { ArticleStore } from '../../store-ports.js';
import type { Span } from '../../text/article.js';

/** The last reply and the question that it answered. */
export interface LastReply<Kind extends Answer = Answer> {
  readonly question: string;
  readonly reply: Kind;
}

/** Undefined if there is none, or if an article that it cites has changed or can't be seen any more. */
export function findLastReply(
  conversation: readonly Turn[],
  scope: Scope,
  store: Pick<ArticleStore, 'getArticle'>,
): LastReply | undefined {
  const last = conversation.at(-1);
  if (!last?.reply) return undefined;
  const { question, reply } = last;
  const find = (articleId: string) => store.getArticle(articleId, { ...scope, articleId: undefined });
  const isThere = ({ articleId, start, end, text }: Span & { articleId: string; text: string }) =>
    find(articleId)?.text.slice(start, end) === text;
  if (reply.kind === 'not-in-article')
    return { question, reply: { ...reply, closest: reply.closest.filter(isThere) } };
  const isCurrent =
    reply.kind === 'answered'
      ? reply.citations.every(({ quote, ...span }) => isThere({ ...span, text: quote }))
      : !('articleId' in reply) || reply.articleId === undefined || find(reply.articleId) !== undefined;
  return isCurrent ? { question, reply } : undefined;
}

export function isAnswered(last: LastReply | undefined): last is LastReply<Answered> {
  return last?.reply.kind === 'answered';
}
