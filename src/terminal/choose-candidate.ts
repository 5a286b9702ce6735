// Decides which of several articles a person means at the prompt.
import { type ArticleReference, readItemChoice } from '../index.js';

/** What a message after a list of candidates means. */
export type Choice =
  | { readonly kind: 'chosen'; readonly articleId: string }
  /** A number that isn't in the list. */
  | { readonly kind: 'no-such-number' }
  /** A new message. */
  | { readonly kind: 'other' };

/** Words that don't tell articles apart, such as "one" in "the lido one, please". */
const FILLERS = new Set(
  'the one about that this article piece story text please mean der die das den dem artikel bitte meine ich el la los las artículo por favor le les article'.split(
    ' ',
  ),
);

/** @param candidates in the order of their numbers, from 1 */
export function chooseCandidate(typed: string, candidates: readonly ArticleReference[]): Choice {
  const number = /^\s*#?\s*(\d+)\s*[.)]?\s*$/u.exec(typed)?.[1];
  if (number !== undefined) {
    const chosen = candidates[Number(number) - 1];
    return chosen ? { kind: 'chosen', articleId: chosen.articleId } : { kind: 'no-such-number' };
  }
  const place = readItemChoice(typed)?.place;
  const counted = place === 'last' ? candidates.at(-1) : candidates[(place ?? 0) - 1];
  if (counted) return { kind: 'chosen', articleId: counted.articleId };
  const words = readWords(typed).filter((word) => !FILLERS.has(word));
  if (words.length === 0) return { kind: 'other' };
  const [only, ...others] = candidates.filter(({ title }) => {
    const own = readWords(title);
    return words.every((word) => own.some((titleWord) => titleWord.startsWith(word)));
  });
  return only && others.length === 0 ? { kind: 'chosen', articleId: only.articleId } : { kind: 'other' };
}

function readWords(text: string): readonly string[] {
  return (
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}
