// A passage: the chunk of an article that is embedded and retrieved, made of whole sentences.
import type { Span } from './article.js';

/** A run of neighbouring sentences, cut at sentence and paragraph borders. */
export interface Passage extends Span {
  /** The sentences it is made of, in order, in offsets of the article. */
  readonly sentences: readonly Span[];
}
