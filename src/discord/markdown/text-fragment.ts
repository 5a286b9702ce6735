// Links to the exact sentence in the original, by text fragments: https://wicg.github.io/scroll-to-text-fragment/
import { LINK_URL_CHARS } from '../limits.js';

/** A quote of at most so many words is named whole, a longer one by its first and last words. */
const WHOLE_WORDS = 8;
/** Words at either end; fewer where the link would be too long. */
const END_WORDS = [6, 4, 3, 2];
/** The words at either end are looked for in so much of a quote. */
const END_CHARS = 300;
const WORDS = new Intl.Segmenter('und', { granularity: 'word' });

/**
 * The link that opens `url` at the quote, in at most 512 characters; the page alone where no fragment fits, and
 * nothing where `url` is no http(s) link or is too long itself.
 */
export function linkToQuote(url: string | undefined, quote: string): string | undefined {
  const page = readUrl(url);
  if (page === undefined) return undefined;
  const hasHash = page.includes('#');
  for (const text of fragments(quote)) {
    // A page's own fragment stays: "#history:~:text=…".
    const link = `${page}${hasHash ? '' : '#'}:~:text=${text}`;
    if (link.length <= LINK_URL_CHARS) return link;
  }
  return page;
}

/** A link that can stand in Markdown and in a button: http(s), no spaces or brackets, no text fragment of its own. */
export function readUrl(url: string | undefined): string | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined;
  const { protocol, origin, pathname, search, hash } = new URL(url);
  if (protocol !== 'http:' && protocol !== 'https:') return undefined;
  // Without a name and password, which would show a host that is not the link's.
  const [ownHash = ''] = hash.split(':~:');
  const rest = `${pathname}${search}${ownHash}`.replace(/#$/, '');
  const safe = origin + rest.replace(/[()<>[\]\\*~`|]/g, percent);
  return safe.length <= LINK_URL_CHARS ? safe : undefined;
}

function* fragments(quote: string): Iterable<string> {
  const text = quote.replace(/\s+/gu, ' ').trim();
  const isShort = text.length <= 2 * END_CHARS;
  const first = wordsOf(isShort ? text : text.slice(0, END_CHARS));
  // What a cut leaves of a word at either end is not named.
  const last = isShort ? first : wordsOf(text.slice(-END_CHARS)).slice(1);
  if (first.length === 0) return;
  if (isShort && first.length <= WHOLE_WORDS) yield encode(first.join(''));
  for (const count of END_WORDS) {
    if (isShort ? first.length <= 2 * count : first.length <= count || last.length < count) continue;
    yield `${encode(first.slice(0, count).join(''))},${encode(last.slice(-count).join(''))}`;
  }
}

/** Words with the space and marks that follow them: a fragment must begin and end at a word's border. */
function wordsOf(text: string): string[] {
  const words: string[] = [];
  for (const { segment, isWordLike } of WORDS.segment(text.toWellFormed())) {
    if (isWordLike || words.length === 0) words.push(segment);
    else words[words.length - 1] += segment;
  }
  return words;
}

/** Comma, dash and ampersand part a fragment's own syntax; the rest would end Discord's link. */
function encode(text: string): string {
  return encodeURIComponent(text.trim()).replace(/[-!'()*~_]/g, percent);
}

function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}
