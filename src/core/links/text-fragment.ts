// Links that open a page at a quote, by text fragments: https://wicg.github.io/scroll-to-text-fragment/

import { removeInvisible } from '../text/invisible.js';
import { parseUrl } from '../text/parse-url.js';
import {
  findOnPage,
  type PageText,
  type QuotePlace,
  readPage,
  splitRow,
  type TextFragment,
  withoutListMarkers,
} from './page-text.js';

/**
 * Maximum length of a link, because one can become a button in Discord:
 * https://docs.discord.com/developers/components/reference#button
 */
const MAX_LINK_CHARS = 512;
/** A quote with at most this many words is given whole, a longer one by its first and last words. */
const MAX_WHOLE_WORDS = 8;
/** Words from each end of the quote, fewer if the link would be too long. */
const END_WORDS = [6, 4, 3, 2];
/** How much of each end of a quote is read for its words. */
const END_CHARS = 300;
/** Words before or after the quote, to tell it from the same words elsewhere. More if these don't. */
const CONTEXT_WORDS = [2, 3, 4, 6, 8, 12, 16];
const CONTEXT_CHARS = 200;
const WORDS = new Intl.Segmenter('und', { granularity: 'word' });

/**
 * The link that opens `url` at the quote, in at most 512 characters. Only the page if no fragment fits. Undefined if
 * `url` isn't an http(s) link or is too long itself.
 * @param place tells the quote from the same words elsewhere in the article. By default, the first place is opened.
 */
export function linkToQuote(url: string | undefined, quote: string, place?: QuotePlace): string | undefined {
  const address = readUrl(url);
  if (address === undefined) return undefined;
  // A page's own fragment stays: "#history:~:text=…".
  const separator = address.includes('#') ? ':~:text=' : '#:~:text=';
  const toLink = (fragment: TextFragment) => `${address}${separator}${encodeFragment(fragment)}`;
  const fits = (fragment: TextFragment) => toLink(fragment).length <= MAX_LINK_CHARS;
  const fragments = [...listFragments(quote)].filter(fits);
  const page = place && readPage(place);
  const right = page && findUnique(fragments, page, fits);
  const [fragment = right] = right ? [right] : fragments;
  return fragment ? toLink(fragment) : address;
}

/** A link that can stand in Markdown and in a button: http(s), no spaces or brackets, no text fragment of its own. */
export function readUrl(url: string | undefined): string | undefined {
  if (url === undefined || !parseUrl(url)) return undefined;
  const { protocol, origin, pathname, search, hash } = new URL(url);
  if (protocol !== 'http:' && protocol !== 'https:') return undefined;
  // Without a name and password, which would show a host that isn't the link's.
  const [ownHash = ''] = hash.split(':~:');
  const rest = `${pathname}${search}${ownHash}`.replace(/#$/, '');
  const safe = origin + rest.replace(/[()<>[\]\\*~`|]/g, percentEncode);
  return safe.length <= MAX_LINK_CHARS ? safe : undefined;
}

/** The first fragment that opens the page at the quote, with words around the quote if it needs them. */
function findUnique(
  fragments: readonly TextFragment[],
  page: PageText,
  fits: (fragment: TextFragment) => boolean,
): TextFragment | undefined {
  const opensThere = (fragment: TextFragment) => fits(fragment) && findOnPage(fragment, page) === page.start;
  const plain = fragments.find(opensThere);
  if (plain) return plain;
  const before = wordsOf(page.text.slice(Math.max(0, page.start - CONTEXT_CHARS), page.start));
  const after = wordsOf(page.text.slice(page.end, page.end + CONTEXT_CHARS));
  for (const fragment of fragments) {
    for (const count of CONTEXT_WORDS) {
      const prefix = before.slice(-count).join('').trim();
      const suffix = after.slice(0, count).join('').trim();
      const choices = [
        { ...fragment, ...(prefix === '' ? {} : { prefix }) },
        { ...fragment, ...(suffix === '' ? {} : { suffix }) },
      ];
      const found = choices.find(opensThere);
      if (found) return found;
    }
  }
  return undefined;
}

/** Fragments for a quote, the most exact one first. A table row is given by its first and last cell. */
function* listFragments(quote: string): Iterable<TextFragment> {
  const cells = splitRow(quote);
  const [firstCell, lastCell] = [cells?.[0], cells?.at(-1)];
  if (firstCell !== undefined && lastCell !== undefined) {
    yield {
      start: wordsOf(firstCell).slice(0, MAX_WHOLE_WORDS).join(''),
      end: wordsOf(lastCell).slice(-MAX_WHOLE_WORDS).join(''),
    };
    return;
  }
  const text = removeInvisible(withoutListMarkers(quote)).replace(/\s+/gu, ' ').trim();
  const isShort = text.length <= 2 * END_CHARS;
  const first = wordsOf(isShort ? text : text.slice(0, END_CHARS));
  // The first word of the end may be cut off.
  const last = isShort ? first : wordsOf(text.slice(-END_CHARS)).slice(1);
  if (first.length === 0) return;
  if (isShort && first.length <= MAX_WHOLE_WORDS) yield { start: first.join('').trim() };
  for (const count of END_WORDS) {
    if (isShort ? first.length <= 2 * count : first.length <= count || last.length < count) continue;
    yield { start: first.slice(0, count).join('').trim(), end: last.slice(-count).join('').trim() };
  }
}

/** Words with the spaces and marks that follow them, because a fragment must start and end at a word boundary. */
function wordsOf(text: string): string[] {
  const words: string[] = [];
  for (const { segment, isWordLike } of WORDS.segment(text.toWellFormed())) {
    if (isWordLike || words.length === 0) words.push(segment);
    else words[words.length - 1] += segment;
  }
  return words;
}

function encodeFragment({ prefix, start, end, suffix }: TextFragment): string {
  return [
    ...(prefix === undefined ? [] : [`${encode(prefix)}-`]),
    encode(start),
    ...(end === undefined ? [] : [encode(end)]),
    ...(suffix === undefined ? [] : [`-${encode(suffix)}`]),
  ].join(',');
}

/** Comma, dash and ampersand belong to the syntax of fragments. The others would end Discord's link. */
function encode(text: string): string {
  return encodeURIComponent(text.trim()).replace(/[-!'()*~_]/g, percentEncode);
}

function percentEncode(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}
