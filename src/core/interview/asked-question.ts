// The full question in an interview. "And could you?" needs the sentence before it.
import type { Article, Span } from '../text/article.js';
import { listSentences } from '../text/article-sentences.js';
import { findSection } from '../text/headings.js';

/** A question of this many words or fewer can't be understood alone. */
const MAX_LEANING_WORDS = 3;

/** A heading's text; after what it leans on, if it is a short question. */
export function readHeadingText(article: Article, { start, end }: Span): string {
  const heading = article.text.slice(start, end);
  const isShort = /[?？]\s*$/u.test(heading) && heading.trim().split(/\s+/u).length <= MAX_LEANING_WORDS;
  if (!isShort) return heading;
  const section = findSection(article, Math.max(0, start - 1));
  const before = listSentences(article, { start: section.start, end: start }).at(-1);
  return before ? `${article.text.slice(before.start, before.end)} ${heading}` : heading;
}
