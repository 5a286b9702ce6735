// Fits the classifier of messages about the last reply on the example messages and on questions about articles.
import { REPLY_REQUESTS } from '../../../src/core/conversation/last-reply/reply-requests.js';
import { normalizeText } from '../../../src/core/conversation/normalize-message.js';
import { readableMessage } from '../../../src/engines/builtin/message-kinds/features.js';
import type { MessageModel } from '../../../src/engines/builtin/message-kinds/model.js';
import { type ArticleQuestion, type ExampleMessage, isAboutReply } from '../message-kinds/read-messages.js';
import { fitLinear } from './fit-message-kinds.js';

const LABELS = [...REPLY_REQUESTS, 'other'] as const;
/** There are far fewer of them than of other messages. */
const REQUEST_WEIGHT = 6;

/** It is only asked if there is a last reply, so a wording that is about that counts for nothing else. */
export function fitReplyRequests(
  messages: readonly ExampleMessage[],
  questions: readonly ArticleQuestion[],
): MessageModel['requests'] {
  const requests = messages.filter(({ kind }) => isAboutReply(kind));
  const own = new Set(requests.map(({ message }) => normalizeText(message)));
  const all = [...messages.map(({ message }) => message), ...questions.map(({ question }) => question)];
  const others = all.filter((message) => !own.has(normalizeText(message)));
  const rowOf = (message: string, kind: string, weight: number) => ({
    ...{ dense: [], sparse: readableMessage(message).wording, weight },
    label: (LABELS as readonly string[]).indexOf(kind),
  });
  const rows = [
    ...requests.map(({ kind, message }) => rowOf(message, kind, REQUEST_WEIGHT)),
    ...others.map((message) => rowOf(message, 'other', 1)),
  ];
  return fitLinear(LABELS, rows, 0);
}
