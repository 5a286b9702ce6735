// Makes the summaries that `/summary` and its buttons show.
import type { Answered, SummaryLength, SummaryStyle } from '../../src/core/answer.js';
import type { Invocation } from '../../src/discord/command.js';
import type { View } from '../../src/discord/render/message.js';
import { renderNotice } from '../../src/discord/render/notice.js';
import { renderPosted, renderProgress, renderSummary } from '../../src/discord/render/summary.js';
import { summaryText } from '../../src/discord/text/summary.js';
import { isExempt } from '../shared/answer-question.js';

const DAY_MS = 24 * 60 * 60 * 1_000;

/** What a summary should be like. */
export interface SummaryRequest {
  readonly style?: SummaryStyle | undefined;
  readonly length?: SummaryLength | undefined;
  /** It was shown in another style or length before. */
  readonly isVariation?: boolean | undefined;
  /** ISO 639-1. */
  readonly language?: string | undefined;
  /** ISO 639-1, for buttons and the like. */
  readonly replyLanguage?: string | undefined;
}

type StoredSummary = Answered & { readonly id: string };

/** @throws AppError as `assistant.summarize` */
export async function summarizeOne(
  invocation: Invocation,
  articleId: string,
  request: SummaryRequest,
): Promise<StoredSummary> {
  return await invocation.assistant.summarize(articleId, { ...commonOptions(invocation), ...request });
}

/**
 * Summarizes several articles: all of the library, those that are new, or the given ones.
 * @returns a notice if none is new
 */
export async function summarizeAll(
  invocation: Invocation,
  {
    since,
    articleIds,
    ...request
  }: SummaryRequest & {
    readonly since?: { readonly days: number; readonly name: string };
    readonly articleIds?: readonly string[];
  },
): Promise<StoredSummary | View> {
  const { assistant, manager, library, userId } = invocation;
  const added = new Map(
    since === undefined
      ? []
      : manager.list({ library, userId }).map(({ id, record }) => [id, record.addedAt] as const),
  );
  const from = since === undefined ? 0 : Date.now() - since.days * DAY_MS;
  const found = await assistant.summarizeLibrary({
    ...commonOptions(invocation),
    ...request,
    articleIds,
    isIncluded: ({ id, published }) => {
      const times = [published, added.get(id)].map((time) => Date.parse(time ?? ''));
      return since === undefined || times.some((time) => time >= from);
    },
  });
  return found ?? renderNotice(summaryText.nothingNew(since?.name ?? ''));
}

/** Shows a summary, or posts it in a channel and says so. */
export async function renderInvoked(
  { isPrivate, library, userId, post }: Invocation,
  summary: StoredSummary | View,
  channelId: string | undefined,
): Promise<View> {
  if (!('id' in summary)) return summary;
  const { id } = summary;
  if (channelId === undefined)
    return renderSummary(summary, { id, isPrivate, canPost: library.startsWith('guild:') });
  const url = await post(channelId, renderPosted(summary, { id, userId }));
  return renderNotice(summaryText.post.done(channelId, url));
}

function commonOptions(invocation: Invocation) {
  const { libraries: library, userId, signal, show } = invocation;
  return {
    ...{ library, userId, signal, command: 'summary', isExempt: isExempt(invocation) },
    onProgress: (done: number, total: number) => show(renderProgress(done, total)),
  };
}
