// The buttons under an answer: its sources, a follow-up question, and sharing what only the asker sees.
import { ComponentType, TextInputStyle } from 'discord.js';
import { AppError } from '../src/core/errors.js';
import type { StoredAnswer } from '../src/core/ports.js';
import type { Action, Invocation } from '../src/discord/command.js';
import { renderAnswer } from '../src/discord/render/answer.js';
import { renderClaimCheck } from '../src/discord/render/claim-check.js';
import { renderSources } from '../src/discord/render/sources.js';
import { answerFrom } from './ask.js';

const showPage = async (invocation: Invocation, [answerId = '', page = '0']: readonly string[]) =>
  [
    renderSources(findAnswer(invocation, answerId), Number(page), (articleId) =>
      invocation.assistant.getArticle(articleId, { library: invocation.messageLibrary }),
    ),
  ] as const;

/** Below an answer: opens the first page, privately. */
export const openSources = {
  name: 'sources',
  reply: 'private',
  run: ({ args, ...invocation }) => showPage(invocation, args),
} satisfies Action;

/** In the private view: turns the page in place. */
export const turnSources = {
  name: 'source-page',
  reply: 'update',
  run: ({ args, ...invocation }) => showPage(invocation, args),
} satisfies Action;

export const followUp = {
  name: 'follow-up',
  reply: 'same',
  modal: ([answerId = '']) => ({
    custom_id: `follow-up:${answerId}`,
    title: 'Follow up',
    components: [
      {
        type: ComponentType.Label,
        label: 'Your question',
        description: 'It may lean on the answer before: “And why?”',
        component: {
          type: ComponentType.TextInput,
          custom_id: 'question',
          style: TextInputStyle.Paragraph,
          required: true,
          max_length: 1_000,
        },
      },
    ],
  }),
  run: ({ args: [previousAnswerId], fields, ...invocation }) =>
    answerFrom(invocation, {
      command: 'follow-up',
      question: fields['question'] ?? '',
      previousAnswerId,
      isShown: true,
    }),
} satisfies Action;

export const share = {
  name: 'share',
  reply: 'public',
  async run({ args: [answerId = ''], ...invocation }) {
    const { id, answer, question } = findAnswer(invocation, answerId);
    if (answer.kind === 'checked') return renderClaimCheck(answer, { id, isPrivate: false });
    return renderAnswer(answer, { id, question, isPrivate: false });
  },
} satisfies Action;

function findAnswer({ assistant, messageLibrary }: Invocation, answerId: string): StoredAnswer {
  const stored = assistant.findAnswer(answerId, { library: messageLibrary });
  if (stored) return stored;
  throw new AppError({
    code: 'discord/answer-gone',
    message: 'This answer is no longer kept.',
    advice: 'Ask again with /ask.',
  });
}
