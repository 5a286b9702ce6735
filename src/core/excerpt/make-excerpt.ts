// Makes a sentence of an article stand on its own: no connective, no unresolved pronoun, nothing that may be left out.
import { evidenceText } from '../ask/citation/evidence.js';
import { verifySentence } from '../grounding/verifier/verify.js';
import type { Article, Span } from '../text/article.js';
import type { ExcerptPart } from '../text/excerpt-part.js';
import { bracketPronouns, type ClearExcerpt } from './editor-brackets.js';
import { renderExcerpt, restrictTo } from './excerpt.js';
import { skipConnective, skipOpening } from './openings.js';
import { dropBrackets, dropClauses } from './trim-sentence.js';

/**
 * Names for pronouns and omissions must pass the same check as a writer's sentences. An omission that doesn't is undone; a
 * sentence with a name that doesn't isn't used.
 * @param sentence a whole sentence of the article
 * @param options.isTrimmed whether to leave out what may be left out. Default true
 * @param options.keepsLabel whether datelines, speaker labels and list markers in front stay. Default false
 * @returns undefined if the sentence refers to something that isn't certain
 */
export function makeStandalone(
  article: Article,
  sentence: Span,
  {
    isTrimmed = true,
    keepsLabel = false,
  }: { readonly isTrimmed?: boolean; readonly keepsLabel?: boolean } = {},
): ClearExcerpt | undefined {
  const skip = keepsLabel ? skipConnective : skipOpening;
  const opened = skip(article.text, sentence, article.language);
  const clear = bracketPronouns(article, opened);
  if (!clear) return undefined;
  const hasNames = clear.parts.some(({ bracket }) => bracket !== undefined);
  if (hasNames && !isConfirmed(article, opened, clear.parts)) return undefined;
  if (!isTrimmed) return clear;
  const kept = dropClauses(article, opened);
  const shorter = kept.length > 1 ? restrictTo(clear.parts, kept) : clear.parts;
  const parts = shorter === clear.parts || isConfirmed(article, opened, shorter) ? shorter : clear.parts;
  return { ...clear, parts: restrictTo(parts, dropBrackets(article, opened)) };
}

/** Whether the verifier finds that the excerpt says what the sentence says. */
function isConfirmed(article: Article, sentence: Span, parts: readonly ExcerptPart[]): boolean {
  const text = renderExcerpt(article.text, parts)
    .replace(/\[([^\]]+)\]/gu, '$1')
    .replaceAll('’', "'");
  const whole = evidenceText(article.text.slice(sentence.start, sentence.end));
  const evidence = { number: 1, article, ...sentence, text: whole, relevance: 1 };
  return verifySentence(text, [evidence]).kind === 'same';
}
