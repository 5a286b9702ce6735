// The card of an added article: questions to try, and a button that posts it to the channel.
import { abortable } from '../../../src/core/async/abort.js';
import type { Action, Invocation } from '../../../src/discord/command.js';
import { questionDigest, renderCard } from '../../../src/discord/render/article/add.js';
import { userErrors } from '../../../src/discord/text/errors.js';
import { askAndRender } from '../../shared/answer-question.js';
import { actorOf, requireManager } from '../../shared/subcommand.js';

const MAX_QUESTIONS = 3;
/** Reading a book for questions takes longer, and the card shouldn't wait for that. */
const SUGGESTION_MS = 4_000;

/** A few questions that the article answers. Empty if they take too long. */
export async function suggestToTry(
  { assistant, libraries, signal }: Invocation,
  articleId: string,
): Promise<readonly string[]> {
  const inTime = AbortSignal.any([signal, AbortSignal.timeout(SUGGESTION_MS)]);
  const suggesting = assistant.suggest(articleId, { library: libraries, count: MAX_QUESTIONS });
  return await abortable(suggesting, inTime).catch(() => []);
}

export const tryQuestion = {
  name: 'try',
  reply: 'same',
  async run({ args: [articleId = '', digest = ''], ...invocation }) {
    const { assistant, libraries, signal } = invocation;
    const suggested = await assistant.suggest(articleId, { library: libraries, signal });
    const question = suggested.find((one) => questionDigest(one) === digest);
    if (question === undefined) throw userErrors.questionGone();
    return await askAndRender(invocation, {
      ...{ command: 'suggestion', question, articleId, showsQuestion: true },
    });
  },
} satisfies Action;

export const postCard = {
  name: 'post-card',
  reply: 'public',
  async run({ args: [articleId = ''], ...invocation }) {
    requireManager(invocation);
    const { assistant, manager, libraries, userId } = invocation;
    const article = assistant.getArticle(articleId, { library: libraries });
    if (!article) throw userErrors.articleGone();
    const questions = await suggestToTry(invocation, articleId);
    const words = manager.find(articleId, actorOf(invocation))?.words;
    return renderCard({ ...article, words }, { questions, postedBy: userId });
  },
} satisfies Action;
