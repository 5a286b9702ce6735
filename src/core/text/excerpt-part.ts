// A part of an excerpt. Excerpts are lines that are made of exact spans of an article.
import type { Span } from './article.js';

/** An exact span of the article, as a part of an excerpt. */
export interface ExcerptPart extends Span {
  /** The span is a name from elsewhere in the article that stands for a pronoun. Shown in an editor's brackets. */
  readonly bracket?: 'name' | 'possessive' | undefined;
  /** Only for names in brackets: the pronoun. */
  readonly replaces?: Span | undefined;
  /** The part was cut off in mid-sentence here, which an ellipsis shows. */
  readonly isCut?: { readonly atStart: boolean; readonly atEnd: boolean } | undefined;
}
