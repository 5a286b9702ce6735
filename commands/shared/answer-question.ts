// Asks the assistant and renders the answer, for `/ask`, follow-ups, mentions and direct messages.
import type { AnswerQuestion, Invocation } from '../../src/discord/command.js';
import { renderAnswer, renderPartialAnswer, renderQueued } from '../../src/discord/render/answer.js';
import type { View } from '../../src/discord/render/message.js';
import { userErrors } from '../../src/discord/text/errors.js';

export interface QuestionRequest {
  /** Its name in the usage ledger. */
  readonly command: string;
  readonly question: string;
  readonly articleId?: string | undefined;
  readonly previousAnswerId?: string | undefined;
  /** Repeats the question above the answer. Not needed when the question is a message in the channel. */
  readonly showsQuestion: boolean;
}

/** @throws AppError `discord/empty-question`; as `assistant.ask` */
export async function askAndRender(invocation: Invocation, request: QuestionRequest): Promise<View> {
  const { assistant, library, userId, signal, show, isPrivate } = invocation;
  const { command, question, articleId, previousAnswerId, showsQuestion } = request;
  if (isBlank(question)) throw userErrors.emptyQuestion();
  const answer = await assistant.ask(question, {
    ...{
      library,
      userId,
      isExempt: isExempt(invocation),
      command,
      articleId,
      previousAnswerId,
      signal,
      isPrivate,
    },
    onQueued: (position) => show(renderQueued(position)),
    onSentence: (partial) => show(renderPartialAnswer(partial)),
  });
  return renderAnswer(answer, { id: answer.id, isPrivate, question: showsQuestion ? question : undefined });
}

/** Answers a mention or a direct message. */
export const answerQuestion: AnswerQuestion = ({ question, previousAnswerId, ...invocation }) =>
  askAndRender(invocation, { command: 'message', question, previousAnswerId, showsQuestion: false });

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
