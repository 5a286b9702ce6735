// Replies to a message that is about the last reply or about one of the things in it.
import type { Answer, Answered, Turn } from '../../answer.js';
import type { Analyzer, Scope } from '../../ports.js';
import type { ArticleStore } from '../../store-ports.js';
import type { SummaryForm } from '../../summary/summarize.js';
import type { Article } from '../../text/article.js';
import type { Intent } from '../intent.js';
import { findLastReply } from './find-last-reply.js';
import { readItemChoice } from './read-item-choice.js';
import { type AboutReplyOptions, replyAboutReply } from './reply-about-reply.js';
import { findItem, tellAboutItem } from './tell-about-item.js';

/** Options for {@link replyAboutLast}. */
interface AboutLastOptions extends AboutReplyOptions {
  readonly intent: Intent;
  readonly scope: Scope;
  readonly conversation: readonly Turn[];
}

/** What {@link replyAboutLast} needs. */
interface AboutLastDependencies {
  readonly analyzer: Analyzer;
  readonly store: Pick<ArticleStore, 'getArticle'>;
  readonly summarize: (article: Article, form?: SummaryForm) => Promise<Answered>;
  readonly answer: (
    question: string,
    options: {
      readonly language: string;
      readonly articleId?: string | undefined;
      readonly conversation?: [];
    },
  ) => Promise<Answer>;
  readonly runFree: <T extends Answer>(work: () => Promise<T>) => Promise<T>;
}

/** Undefined if the message isn't about the last reply, or if that has nothing of the kind. */
export async function replyAboutLast(
  options: AboutLastOptions,
  parts: AboutLastDependencies,
): Promise<Answer | undefined> {
  const { intent, message, language, scope, conversation } = options;
  const last = findLastReply(conversation, scope, parts.store);
  if (!last) return undefined;
  const findArticle = (id: string) => parts.store.getArticle(id, { ...scope, articleId: undefined });
  const choice = readItemChoice(message);
  const item = choice && findItem(choice, last);
  if (item) {
    // A row or an item is looked up on its own; a suggested question belongs to the conversation.
    const answer = (question: string, articleId?: string) =>
      parts.answer(question, {
        language,
        ...(articleId === undefined ? {} : { articleId, conversation: [] }),
      });
    return await tellAboutItem(item, last, options, { ...parts, findArticle, answer });
  }
  if (intent.kind !== 'about-reply') return undefined;
  const reply = await replyAboutReply(intent.request, last, options, { ...parts, findArticle });
  return reply && (await parts.runFree(async () => reply));
}
