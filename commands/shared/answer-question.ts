// Asks the assistant and renders the answer, for `/ask`, follow-ups, mentions and direct messages.
import type { Turn } from '../../src/core/answer.js';
import type { AnswerQuestion, Invocation, SharedServer } from '../../src/discord/command.js';
import { renderAnswer, renderPartialAnswer, renderQueued } from '../../src/discord/render/answer.js';
import { renderClaimCheck } from '../../src/discord/render/claim-check.js';
import type { View } from '../../src/discord/render/message.js';
import { renderNotice } from '../../src/discord/render/notice.js';
import { askText } from '../../src/discord/text/ask.js';
import { userErrors } from '../../src/discord/text/errors.js';
import { findDefaultArticle } from './default-article.js';

export interface QuestionRequest {
  /** Its name in the usage ledger. */
  readonly command: string;
  readonly question: string;
  readonly articleId?: string | undefined;
  /** Whether all articles are asked, whatever the default article is. Default false. */
  readonly asksAll?: boolean | undefined;
  readonly previousAnswerId?: string | undefined;
  /** What was said before, if that isn't in an earlier answer. */
  readonly conversation?: readonly Turn[] | undefined;
  /** Repeats the question above the answer. Not needed when the question is a message in the channel. */
  readonly showsQuestion: boolean;
}

/** @throws AppError `discord/empty-question`; as `assistant.ask` */
export async function askAndRender(invocation: Invocation, request: QuestionRequest): Promise<View> {
  const { assistant, library, userId, place, signal, show, isPrivate } = invocation;
  const { command, question, previousAnswerId, conversation, showsQuestion, asksAll = false } = request;
  if (isBlank(question)) throw userErrors.emptyQuestion();
  const isOpen = request.articleId === undefined && !asksAll;
  const about = isOpen ? findDefaultArticle(invocation, { question, previousAnswerId }) : undefined;
  const articleId = request.articleId ?? about?.id;
  const matching = await findMatchingServers(invocation, { ...request, articleId });
  const [best] = matching;
  const libraries = matching.length > 1 && best ? [library, best.library] : invocation.libraries;
  const answer = await assistant.ask(question, {
    ...{ library: libraries, userId, isExempt: isExempt(invocation), command, articleId, previousAnswerId },
    ...{ conversation, isPrivate, place, signal },
    onQueued: (position) => show(renderQueued(position)),
    onSentence: (partial) => show(renderPartialAnswer(partial)),
  });
  return renderAnswer(answer, {
    ...{ id: answer.id, isPrivate, question: showsQuestion ? question : undefined },
    servers: matching.length > 1 ? matching : undefined,
    ...{ about, canAskAll: about && assistant.listArticles({ library: libraries }).length > 1 },
  });
}

/** Checks each claim of a message against the articles. @throws as `assistant.check` */
export async function checkAndRender(invocation: Invocation, message: string): Promise<View> {
  const { assistant, libraries: library, userId, isPrivate, signal, show } = invocation;
  const checked = await assistant.check(message, {
    ...{ library, userId, isExempt: isExempt(invocation), isPrivate, signal },
    onQueued: (position) => show(renderQueued(position)),
  });
  return renderClaimCheck(checked, { id: checked.id, isPrivate });
}

/** Answers a mention or a direct message. */
export const answerQuestion: AnswerQuestion = async (asked) => {
  const { question, previousAnswerId, repliedText, ...invocation } = asked;
  const request = { command: 'message', previousAnswerId, showsQuestion: false };
  if (repliedText === undefined) return askAndRender(invocation, { ...request, question });
  // Without a privileged intent, Discord hides messages that don't mention the bot.
  const isCheck = question !== '' && invocation.assistant.asksForCheck(question);
  if (repliedText === '' && (isCheck || question === '')) return renderNotice(askText.hiddenMessage);
  if (isCheck) return checkAndRender(invocation, repliedText);
  if (question === '')
    return askAndRender(invocation, { ...request, question: repliedText, showsQuestion: true });
  const conversation = repliedText === '' ? undefined : [{ question: repliedText, answer: '' }];
  return askAndRender(invocation, { ...request, question, conversation });
};

/**
 * The servers whose articles match a question about equally well, best first. Answers from different servers aren't
 * mixed: the best one answers, and a menu offers the others.
 */
async function findMatchingServers(
  { assistant, libraries, servers, signal }: Invocation,
  { question, articleId, previousAnswerId }: QuestionRequest,
): Promise<readonly SharedServer[]> {
  if (servers.length < 2 || articleId !== undefined) return [];
  const matching = await assistant.findMatchingLibraries(question, {
    ...{ library: libraries, previousAnswerId, signal },
  });
  return matching.flatMap((library) => servers.find((server) => server.library === library) ?? []);
}

/** Whether a text has nothing to see in it. */
function isBlank(text: string): boolean {
  return !/[^\s\p{C}\p{Z}\p{M}\u2800\u3164\u115F\u1160\uFFA0]/u.test(text);
}

/**
 * Whether budgets don't apply: to people who manage the server. In their own library everybody is an admin, so there the
 * budgets apply to them too.
 */
export function isExempt({ isAdmin, library, userId }: Invocation): boolean {
  return isAdmin && library !== `user:${userId}`;
}
