// The buttons with suggested questions under a reply or refusal.
import type { Action } from '../../src/discord/command.js';
import { userErrors } from '../../src/discord/text/errors.js';
import { askAndRender } from '../shared/answer-question.js';

export const askSuggested = {
  name: 'suggested',
  reply: 'same',
  async run({ args: [answerId = '', index = ''], ...invocation }) {
    const { assistant, messageLibrary } = invocation;
    const stored = assistant.findAnswer(answerId, { library: messageLibrary });
    const answer = stored?.answer;
    const hasSuggestions = answer?.kind === 'reply' || answer?.kind === 'not-in-article';
    const question = hasSuggestions ? answer.suggestions?.[Number(index)] : undefined;
    if (question === undefined) throw userErrors.answerGone();
    return await askAndRender(invocation, {
      ...{ command: 'suggestion', question, previousAnswerId: answerId, showsQuestion: true },
    });
  },
} satisfies Action;
