// Finds the links in a message.
import { parseUrl } from '../../../src/core/text/parse-url.js';

const LINK = /https?:\/\/[^\s<>"“”«»|]+/giu;
/** Punctuation and markup after a link. */
const TRAILING = /[.,:;!?'*_~`\]\\]+$/u;

/** Each link once, in order. */
export function findLinks(text: string): readonly string[] {
  const links = [...text.matchAll(LINK)].map(([link]) => trimLink(link));
  return [...new Set(links)].filter((link) => parseUrl(link) !== undefined);
}

/** Without what follows it. A closing parenthesis belongs to it only if one was opened in it. */
function trimLink(link: string): string {
  const trimmed = link.replace(TRAILING, '');
  if (trimmed.endsWith(')') && trimmed.split(')').length > trimmed.split('(').length)
    return trimLink(trimmed.slice(0, -1));
  return trimmed;
}
