// The buttons “Sources” and “Share in channel” under an answer.
import type { StoredAnswer } from '../../src/core/store-ports.js';
import type { Action, Invocation } from '../../src/discord/command.js';
import { renderAnswer } from '../../src/discord/render/answer.js';
import { renderClaimCheck } from '../../src/discord/render/claim-check.js';
import type { View } from '../../src/discord/render/message.js';
import { renderSources } from '../../src/discord/render/sources.js';
import { userErrors } from '../../src/discord/text/errors.js';

/** Opens the first source in a private reply. */
export const openSources = {
  name: 'sources',
  reply: 'private',
  run: async ({ args, ...invocation }) => renderPage(invocation, args),
} satisfies Action;

/** Turns the page of that private reply. */
export const turnSources = {
  name: 'source-page',
  reply: 'update',
  run: async ({ args, ...invocation }) => renderPage(invocation, args),
} satisfies Action;

/** Posts a private answer to the channel. Only the person who asked may do that. */
export const share = {
  name: 'share',
  reply: 'public',
  async run({ args: [answerId = ''], ...invocation }) {
    const { assistant, messageLibrary: library, userId } = invocation;
    const { isPrivate, userId: askedBy } = findAnswer(invocation, answerId);
    if (!isPrivate && askedBy === userId) throw userErrors.alreadyShared();
    const stored = assistant.shareAnswer(answerId, { library, userId });
    if (!stored) throw userErrors.notYours();
    const { id, answer, question } = stored;
    if (answer.kind === 'checked') return renderClaimCheck(answer, { id, isPrivate: false, askedBy });
    return renderAnswer(answer, { id, question, isPrivate: false, askedBy });
  },
} satisfies Action;

function renderPage(invocation: Invocation, [answerId = '', page = '0']: readonly string[]): View {
  const { assistant, messageLibrary, libraries } = invocation;
  const stored = findAnswer(invocation, answerId);
  // In a group, the articles are those of the person who asked.
  const library = [messageLibrary, ...libraries];
  const at = stored.createdAt;
  return [renderSources(stored, Number(page), (citation) => assistant.findCited(citation, { library, at }))];
}

/** @throws AppError `discord/answer-gone`, `discord/not-yours` */
function findAnswer({ assistant, messageLibrary, userId }: Invocation, answerId: string): StoredAnswer {
  const stored = assistant.findAnswer(answerId, { library: messageLibrary });
  if (!stored) throw userErrors.answerGone();
  if (stored.isPrivate && stored.userId !== userId) throw userErrors.notYours();
  return stored;
}
