// What a message wants: the result of understanding it.
import type { MetadataField, ReplyIntent } from '../answer.js';
import type { Analyzer } from '../ports.js';
import type { ReplyRequest } from './last-reply/reply-requests.js';

/** What a message wants. */
export type Intent =
  | { readonly kind: Exclude<ReplyIntent, 'metadata'> }
  /** `named`: words by which the message names the article. */
  | { readonly kind: 'summary'; readonly named?: readonly string[] }
  | { readonly kind: 'metadata'; readonly field: MetadataField; readonly named?: readonly string[] }
  /** It is about the last reply. */
  | { readonly kind: 'about-reply'; readonly request: ReplyRequest }
  /** A question about the text. `text` is the message without a greeting in front. */
  | { readonly kind: 'question'; readonly text: string };

/** A message's intent and language. */
export interface ReadMessage {
  readonly intent: Intent;
  /** ISO 639-1 code of the message's language; `und` if it can't be told. */
  readonly language: string;
}

/** What the meaning of a message depends on. */
export interface MessageContext {
  readonly analyzer: Analyzer;
  /** Whether the previous message was a question about the text, which this one may continue. */
  readonly continuesQuestion: boolean;
  /** Whether there is a last reply that the message can be about. */
  readonly hasReply?: boolean | undefined;
  /** Languages of the articles, for messages whose own language can't be told. */
  readonly articleLanguages: readonly string[];
  /** Whether a term occurs in the articles: if so, it is a keyword, however odd it looks. */
  readonly isKnownWord?: ((term: string) => boolean) | undefined;
  /** Titles of the articles that the message can be about. */
  readonly titles?: readonly string[] | undefined;
}

/** Whether a word occurs in the articles, in any of its forms. */
export function isInArticles(
  word: string,
  { analyzer, articleLanguages, isKnownWord }: MessageContext,
): boolean {
  return articleLanguages.some((language) =>
    analyzer.terms(word, language).some((term) => isKnownWord?.(term) ?? false),
  );
}
