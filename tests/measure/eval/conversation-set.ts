// Reads a conversation set: articles and what people type about them. tests/measure/conversation/README.md describes it.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MetadataField } from '../../../src/core/answer.js';

/** Kinds of message, in the order in which they are reported. */
export const MESSAGE_KINDS = [
  ...['greeting', 'thanks', 'smalltalk', 'help', 'articles', 'nothing', 'meta', 'summary'],
  ...['fact', 'yes-no', 'why', 'keywords', 'list', 'two-questions', 'comparison'],
  ...['follow-up', 'cross-language', 'refusal'],
] as const;

/** What a message is and which reply is right. */
export interface Expectation {
  readonly kind: string;
  readonly gold?: readonly string[];
  readonly all?: readonly string[];
  readonly refuse?: boolean;
  readonly polarity?: 'yes' | 'no';
  readonly field?: MetadataField;
  readonly value?: string | null;
  readonly also?: readonly string[];
  readonly words?: number;
  readonly asker?: string;
  /** `true`: the reply says that it doesn't answer a part of the message. It must not say so otherwise. */
  readonly partUnanswered?: boolean;
  /** How many citations the reply may have. */
  readonly atMost?: number;
}

export interface Conversation {
  readonly id: string;
  /** Name of a file in `articles/`, without extension. */
  readonly article: string;
  readonly turns: readonly { readonly message: string; readonly expect: Expectation }[];
}

export interface ConversationSet {
  readonly articles: readonly { readonly name: string; readonly file: string; readonly text: string }[];
  readonly conversations: readonly Conversation[];
}

export function readConversationSet(folder: string): ConversationSet {
  const articles = readdirSync(join(folder, 'articles'))
    .sort()
    .map((file) => ({
      ...{ file, name: file.replace(/\.\w+$/, '') },
      text: readFileSync(join(folder, 'articles', file), 'utf8'),
    }));
  const lines = readFileSync(join(folder, 'messages.jsonl'), 'utf8').split('\n');
  const conversations = lines
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Conversation);
  return { articles, conversations };
}
