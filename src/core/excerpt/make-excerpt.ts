// Makes a sentence of an article stand on its own: no connective, no unresolved pronoun, nothing that may be left out.
import type { Article, Span } from '../text/article.js';
import { bracketPronouns, type ClearExcerpt } from './editor-brackets.js';
import { restrictTo } from './excerpt.js';
import { skipOpening } from './openings.js';
import { trimSentence } from './trim-sentence.js';

/**
 * @param sentence a whole sentence of the article
 * @param options.isTrimmed whether to leave out what may be left out. Default true
 * @returns undefined if the sentence refers to something that isn't certain
 */
export function makeStandalone(
  article: Article,
  sentence: Span,
  { isTrimmed = true }: { readonly isTrimmed?: boolean } = {},
): ClearExcerpt | undefined {
  const opened = skipOpening(article.text, sentence, article.language);
  const clear = bracketPronouns(article, opened);
  if (!clear) return undefined;
  return {
    ...clear,
    parts: isTrimmed ? restrictTo(clear.parts, trimSentence(article, opened)) : clear.parts,
  };
}
