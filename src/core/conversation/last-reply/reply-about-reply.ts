// Replies to messages about the last reply: once more, less of it, where the article says so, or more about one part of it.
import type { Answer, Answered, Citation, Remark } from '../../answer.js';
import { cite } from '../../ask/citation/cite.js';
import type { Span } from '../../text/article.js';
import type { Evidence } from '../../writing-ports.js';
import type { ReplyText } from '../text/reply-text.js';
import { isAnswered, type LastReply } from './find-last-reply.js';
import type { ReplyRequest } from './reply-requests.js';
import { type ShortenDependencies, shorten } from './shorten.js';
import { showPlaces } from './show-places.js';

/** Options for {@link replyAboutReply}. */
export interface AboutReplyOptions {
  /** The message. */
  readonly message: string;
  readonly text: ReplyText;
  /** ISO 639-1 code of the text's language. */
  readonly language: string;
}

/** Undefined if there is nothing to shorten or to verify, as after a refusal. */
export async function replyAboutReply(
  request: ReplyRequest,
  last: LastReply,
  options: AboutReplyOptions,
  parts: ShortenDependencies,
): Promise<Answer | undefined> {
  if (request === 'repeat' || last.reply.kind === 'reply') return repeat(last, options);
  if (!isAnswered(last)) return undefined;
  if (request === 'shorten') {
    const shorter = await shorten(last, options.message, parts);
    return shorter ? { ...shorter, ...aboutQuestion(last, options) } : repeat(last, options);
  }
  const { intent, citations } = last.reply;
  return {
    ...{ kind: 'answered', confidence: 1, engine: 'builtin', ...(intent ? { intent } : {}) },
    ...cite(showPlaces(citations, parts), (source) => findHighlight(last.reply, source)),
    remark: { kind: 'source', text: options.text.saysHere },
    ...aboutQuestion(last, options),
  };
}

/** The last reply once more, marked as shown before. */
function repeat(last: LastReply, options: AboutReplyOptions): Answer {
  if (!isAnswered(last)) return last.reply;
  const { notice, ...reply } = last.reply;
  const remark = reply.summary ? reply.remark : markAsShown(reply.remark, options.text);
  return { ...reply, remark, ...aboutQuestion(last, options) };
}

/** A remark that was there already stays: “From the same sentence: Yes.” */
export function markAsShown(remark: Remark | undefined, text: ReplyText): Remark {
  if (remark?.kind === 'part-unanswered') return remark;
  const verdict = remark?.kind === 'yes' || remark?.kind === 'no' ? ` ${remark.text}` : '';
  return { kind: 'same-sentence', text: `${text.sameSentence}${verdict}` };
}

/** What the reply says about itself: its language, and the question that it answers once more. */
export function aboutQuestion({ question }: LastReply, { language }: Pick<AboutReplyOptions, 'language'>) {
  return { language, earlierQuestion: question };
}

/** The phrase that the last reply showed in bold in the same sentence. */
function findHighlight({ citations }: Answered, source: Evidence): Span | undefined {
  const isSame = (one: Citation) => one.articleId === source.article.id && one.start === source.start;
  return citations.find(isSame)?.highlight;
}
