// A recap of what people asked in a channel. Lists are cut, so that it is one message.
import type { Recap, RecapArticle } from '../../../core/recap/recap.js';
import { escapeStart } from '../../markdown/escape-markdown.js';
import { recapText as text } from '../../text/recap.js';
import { renderTime, renderTitle } from '../article/details.js';
import { ACCENT, actionButton, renderBlocks, type View } from '../message.js';

const MAX_TOPICS = 8;
const MAX_ARTICLES = 5;
const QUESTION_CHARS = 160;

type Topic = Recap['topics'][number];

/** Options for {@link renderRecap}. */
export interface RecapView {
  readonly channelId: string;
  /** For the button that posts it. Unset: no button. */
  readonly postId?: string | undefined;
}

export function renderRecap(recap: Recap, { channelId, postId }: RecapView): View {
  const { topics, articles, since, until, questions } = recap;
  const answered = topics.filter((topic) => topic.answered > 0);
  const unanswered = topics.filter((topic) => topic.answered === 0);
  return renderBlocks(
    [
      [text.heading(channelId), text.period(renderTime(since, 'D'), renderTime(until, 'D'))].join('\n'),
      questions === 0 ? text.none : renderCounts(recap),
      ...renderList(text.topics, answered, renderTopic, MAX_TOPICS),
      ...renderList(text.unanswered, unanswered, renderTopic, MAX_TOPICS),
      ...renderList(text.articles, articles, renderArticle, MAX_ARTICLES),
      text.privacy,
    ],
    { accent: ACCENT.plain, buttons: postId === undefined ? [] : [actionButton(text.postHere, postId)] },
  );
}

function renderCounts({ questions, answered, people, isPartial }: Recap): string {
  const result =
    answered === questions ? text.allAnswered : answered === 0 ? text.noneAnswered : text.answered(answered);
  return [
    `${text.counts(questions, people)}. ${result}`,
    ...(isPartial ? [text.partial(questions)] : []),
  ].join('\n');
}

function renderList<T>(
  heading: string,
  entries: readonly T[],
  render: (entry: T) => string,
  max: number,
): readonly string[] {
  if (entries.length === 0) return [];
  const more = entries.length > max ? [text.more(entries.length - max)] : [];
  return [[heading, ...entries.slice(0, max).map(render), ...more].join('\n')];
}

function renderTopic({ question, count, answered }: Topic): string {
  const isPartly = answered > 0 && answered < count;
  const line = text.topic(escapeStart(question, QUESTION_CHARS), count);
  return isPartly ? `${line}${text.partlyAnswered(answered, count)}` : line;
}

function renderArticle({ title, url, answers }: RecapArticle): string {
  return text.article(renderTitle(title, url), answers);
}
