// Tells the headline at the start of a text from the dek below it, because a dek can be quoted.
import type { Article } from './article.js';

/** Where the headline ends; 0 if the text doesn't start with it. The dek is between it and `bodyStart`. */
export function endOfHeadline({
  title,
  text,
  bodyStart,
}: Pick<Article, 'title' | 'text' | 'bodyStart'>): number {
  const line = text.slice(0, bodyStart).split('\n', 1)[0] ?? '';
  // A stored title may be cut.
  const isTitle = title !== '' && line.replace(/\s+/gu, ' ').trim().startsWith(title);
  return isTitle ? line.length : 0;
}
