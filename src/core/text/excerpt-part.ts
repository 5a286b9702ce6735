// A part of an excerpt. Excerpts are lines that are made of exact spans of an article.
import type { Span } from './article.js';

/** An exact span of the article, as a part of an excerpt. */
export interface ExcerptPart extends Span {
  /**
   * The span is from elsewhere in the article. Shown in an editor's brackets.
   * - `name`, `possessive`: it stands for a pronoun.
   * - `speaker`: who says the excerpt, in an interview.
   * - `question`: what the excerpt answers.
   */
  readonly bracket?: 'name' | 'possessive' | 'speaker' | 'question' | undefined;
  /** Only for names that stand for a pronoun: the pronoun. */
  readonly replaces?: Span | undefined;
  /** The part was cut off in mid-sentence here, which an ellipsis shows. */
  readonly isCut?: { readonly atStart: boolean; readonly atEnd: boolean } | undefined;
}
