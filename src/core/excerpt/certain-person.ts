// Whether a pronoun can only mean the person that was found for it.
import type { Token } from '../grounding/verifier/parse/token.js';
import type { ArticleContext } from '../grounding/verifier/references/article-context.js';
import type { Article } from '../text/article.js';

/** Part of the article in which a pronoun's person is looked for. In characters. */
const LOOK_BACK_CHARS = 1500;
/**
 * Whether only one person can be meant: the one who is called so, and nobody else was before. "She married Frank Tully. …
 * Tully died. She …" isn't Tully, because somebody was "she" before Tully came up.
 */
export function isCertainPerson(
  found: readonly Token[],
  article: Article,
  start: number,
  pronoun: Token,
  context: ArticleContext,
): boolean {
  const last = (found.at(-1)?.text ?? '').replace(/['’]s?$/u, '');
  const gender = /^he$|^hi/i.test(pronoun.text) ? 'he' : 'she';
  const known = context.genderOf(last);
  if (known !== undefined && known !== gender) return false;
  const earlier = withoutQuotes(
    article.text.slice(Math.max(article.bodyStart, start - LOOK_BACK_CHARS), start),
  );
  const place = earlier.search(new RegExp(`(?<!\\p{L})${escapeRegExp(last)}(?!\\p{L})`, 'u'));
  if (place < 0) return false;
  // Somebody else was called so before, in this part of the article.
  return !PRONOUNS[gender].test(earlier.slice(0, place)) || isMainPerson(last, gender, article, context);
}

/** The only one whom the article surely calls so. */
function isMainPerson(
  last: string,
  gender: 'he' | 'she',
  { text, bodyStart }: Article,
  context: ArticleContext,
): boolean {
  if (context.genderOf(last) !== gender || !context.isOnlyOne(gender)) return false;
  const first = text.indexOf(last, bodyStart);
  return first >= 0 && !PRONOUNS[gender].test(withoutQuotes(text.slice(bodyStart, first)));
}

const PRONOUNS = {
  he: /(?<!\p{L})(?:he|him|his)(?!\p{L})/iu,
  she: /(?<!\p{L})(?:she|her|hers)(?!\p{L})/iu,
} as const;
const withoutQuotes = (text: string): string => text.replace(/["“„«][^"“”»]*["“”»]/gu, ' ');
const escapeRegExp = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');

/** News gives a full name once and only the last name after that. "Chest Hospital" is no person. */
export function isCalledByLastName(name: readonly Token[], { text }: Article): boolean {
  const [first, last] = name.slice(-2).map((token) => token.text.replace(/[^\p{L}\p{N}-]/gu, ''));
  if (!first || !last) return false;
  return new RegExp(`(?<!\\p{Lu}[\\p{L}.'’-]* )\\b${last}\\b(?! \\p{Lu})`, 'u').test(text);
}
