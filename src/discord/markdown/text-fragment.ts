// Links that open a web page at the quoted sentence, with text fragments: https://wicg.github.io/scroll-to-text-fragment/
import { LINK_URL_CHARS } from '../limits.js';

/** Up to this many words, the fragment contains the whole quote; beyond it, the first and last words. */
const WHOLE_WORDS = 8;
/** How many words at either end, in order of preference: fewer if the link would be too long. */
const END_WORDS = [6, 4, 3, 2];
/** The words at either end are taken from this much of the quote, in UTF-16 units. */
const END_CHARS = 300;
const WORDS = new Intl.Segmenter('und', { granularity: 'word' });

/**
 * @returns a link to `url` at the quote, at most 512 characters long. If no fragment fits, a link to the page. If `url`
 * isn't an HTTP(S) URL or is itself too long, undefined.
 */
export function linkToQuote(url: string | undefined, quote: string): string | undefined {
  const page = readUrl(url);
  if (page === undefined) return undefined;
  const hasHash = page.includes('#');
  for (const text of fragments(quote)) {
    // Keeps the page's own fragment: "#history:~:text=…".
    const link = `${page}${hasHash ? '' : '#'}:~:text=${text}`;
    if (link.length <= LINK_URL_CHARS) return link;
  }
  return page;
}

/** Makes a URL safe for Markdown and buttons: HTTP(S) only, no spaces or brackets, no text fragment. */
export function readUrl(url: string | undefined): string | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined;
  const { protocol, origin, pathname, search, hash } = new URL(url);
  if (protocol !== 'http:' && protocol !== 'https:') return undefined;
  // Without user name and password, which could make the link look like one to another host.
  const [ownHash = ''] = hash.split(':~:');
  const rest = `${pathname}${search}${ownHash}`.replace(/#$/, '');
  const safe = origin + rest.replace(/[()<>[\]\\*~`|]/g, percent);
  return safe.length <= LINK_URL_CHARS ? safe : undefined;
}

function* fragments(quote: string): Iterable<string> {
  const text = quote.replace(/\s+/gu, ' ').trim();
  const isShort = text.length <= 2 * END_CHARS;
  const first = wordsOf(isShort ? text : text.slice(0, END_CHARS));
  // The cut may have left half a word, so that word is dropped.
  const last = isShort ? first : wordsOf(text.slice(-END_CHARS)).slice(1);
  if (first.length === 0) return;
  if (isShort && first.length <= WHOLE_WORDS) yield encode(first.join(''));
  for (const count of END_WORDS) {
    if (isShort ? first.length <= 2 * count : first.length <= count || last.length < count) continue;
    yield `${encode(first.slice(0, count).join(''))},${encode(last.slice(-count).join(''))}`;
  }
}

/** Each word with the space and punctuation after it. A fragment must start and end at a word boundary. */
function wordsOf(text: string): string[] {
  const words: string[] = [];
  for (const { segment, isWordLike } of WORDS.segment(text.toWellFormed())) {
    if (isWordLike || words.length === 0) words.push(segment);
    else words[words.length - 1] += segment;
  }
  return words;
}

/** Commas, dashes and ampersands are syntax in a fragment; the other characters would end Discord's link. */
function encode(text: string): string {
  return encodeURIComponent(text.trim()).replace(/[-!'()*~_]/g, percent);
}

function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}
