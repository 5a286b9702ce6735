// The menu and the buttons under a summary: another style, more or less of it, and posting it in a channel.

import type { Answered } from '../../src/core/answer.js';
import { SUMMARY_LENGTHS, SUMMARY_STYLES } from '../../src/core/answer.js';
import type { Action, Invocation } from '../../src/discord/command.js';
import { ACCENT, channelMenu, renderBlocks } from '../../src/discord/render/message.js';
import { renderNotice } from '../../src/discord/render/notice.js';
import { renderPosted } from '../../src/discord/render/summary.js';
import { userErrors } from '../../src/discord/text/errors.js';
import { summaryText } from '../../src/discord/text/summary.js';
import { renderInvoked, type SummaryRequest, summarizeAll, summarizeOne } from './summarize.js';

/** Shows the article in another style, in place. */
export const changeStyle = {
  name: 'summary-style',
  reply: 'update',
  run: async ({ args: [id = '', style], ...invocation }) =>
    await changeSummary(invocation, id, { style: SUMMARY_STYLES.find((name) => name === style) }),
} satisfies Action;

/** Shows more or less of it, in place. */
export const changeLength = {
  name: 'summary-length',
  reply: 'update',
  run: async ({ args: [id = '', length], ...invocation }) =>
    await changeSummary(invocation, id, { length: SUMMARY_LENGTHS.find((name) => name === length) }),
} satisfies Action;

/** Asks in which channel to post it. */
export const choosePostChannel = {
  name: 'summary-post',
  reply: 'private',
  async run({ args: [id = ''], ...invocation }) {
    findSummary(invocation, id);
    const { question, placeholder } = summaryText.post;
    return renderBlocks([question], {
      accent: ACCENT.plain,
      rows: [channelMenu(`summary-channel:${id}`, placeholder)],
    });
  },
} satisfies Action;

/** Posts it there. */
export const postSummary = {
  name: 'summary-channel',
  reply: 'update',
  async run({ args: [id = '', channelId = ''], ...invocation }) {
    const summary = findSummary(invocation, id);
    const url = await invocation.post(channelId, renderPosted(summary, { id, userId: invocation.userId }));
    return renderNotice(summaryText.post.done(channelId, url));
  },
} satisfies Action;

async function changeSummary(invocation: Invocation, id: string, change: SummaryRequest) {
  const { assistant, messageLibrary: library, userId } = invocation;
  const summary = findSummary(invocation, id);
  if (assistant.findAnswer(id, { library })?.userId !== userId) throw userErrors.notYourSummary();
  const { style, requestedStyle, length, lines = [] } = summary.summary ?? {};
  const { language: replyLanguage } = summary;
  const request = { style: requestedStyle ?? style, length, isVariation: true, replyLanguage, ...change };
  const articleIds = summary.summary?.articleIds ?? [...new Set(lines.map(({ articleId }) => articleId))];
  const [only = ''] = articleIds;
  const changed =
    articleIds.length > 1
      ? await summarizeAll(invocation, { ...request, articleIds })
      : await summarizeOne(invocation, only, request);
  return await renderInvoked(invocation, changed, undefined);
}

/** @throws AppError `discord/answer-gone`, `discord/not-yours` */
function findSummary({ assistant, messageLibrary: library, userId }: Invocation, id: string): Answered {
  const stored = assistant.findAnswer(id, { library });
  if (stored?.answer.kind !== 'answered') throw userErrors.answerGone();
  if (stored.isPrivate && stored.userId !== userId) throw userErrors.notYours();
  return stored.answer;
}
