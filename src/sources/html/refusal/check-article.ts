// Decides whether a page is an article. A page that isn't is refused with the reason.
import type { Root } from 'hast';
import { AppError } from '../../../core/errors.js';
import { namesOf } from '../body/boilerplate.js';
import { isOfType, isThing, lineOf, listOf } from '../metadata/json-ld.js';
import { metaValue, type PageMeta } from '../metadata/page-meta.js';
import { attributeOf, clippedText, findAll, findFirst, hasName, textLength, textOf } from '../tree.js';
import { isLinkPage, isListing } from './listing.js';
import { BLOCKED, CONSENT, COOKIES, JAVASCRIPT, LOGIN, NOT_FOUND, PAYWALL } from './phrases.js';

/** What is known about a page when it is judged. */
export interface JudgedPage {
  /** The whole page, scripts and hidden elements included. */
  readonly page: Root;
  /** What a reader sees of it. */
  readonly visible: Root;
  /** The article in it, as a tree and as text. */
  readonly body: Root;
  readonly text: string;
  readonly title: string;
  readonly meta: PageMeta;
}

/** A text of fewer characters isn't an article by itself, and needs something that says it is one. */
const SHORT_CHARS = 600;
/** What is left of an article in front of a paywall is hardly ever longer. */
const TEASER_CHARS = 2_500;
const MIN_CHARS = 40;
const WALL_NAME =
  /(?:^|[\s_-])(?:paywall|pay-wall|regwall|piano-offer|subscriber-only|subscription-wall|meteredcontent|tp-modal|gated-content|premium-wall|article-wall)/iu;

/**
 * Returns if the page is an article.
 * @throws AppError `sources/needs-javascript`, `sources/consent-wall`, `sources/paywall`, `sources/login-page`,
 * `sources/error-page`, `sources/video-page`, `sources/listing-page`, `sources/no-text`
 */
export function checkArticle(judged: JudgedPage): void {
  const { visible, text, title, meta } = judged;
  const length = weightOf(text);
  const shown = textOf(visible);
  const isShort = length < SHORT_CHARS;
  const heading = `${title} ${meta.title} ${findAll(visible, hasName('h1')).slice(0, 3).map(clippedText).join(' ')}`;
  if (isShort && NOT_FOUND.test(heading) && !hasArticleType(meta))
    refuse('error-page', "The page says that it doesn't exist.");
  if (isShort && BLOCKED.test(heading))
    refuse('blocked', 'The site shows an error or a check for robots instead of the article.');
  if (isPaywalled(judged, length))
    refuse('paywall', 'Only the beginning of the article is on the page. The rest is for subscribers.');
  if (isShort && isConsentWall(judged, shown))
    refuse('consent-wall', 'The site asks for consent to cookies before it shows the article.');
  if (isShort && isLogin(judged, heading, shown))
    refuse('login-page', "The page asks to sign in, and doesn't show an article to everyone.");
  if (isVideo(judged, length)) refuse('video-page', 'The page has a video, but no article.');
  if (length < SHORT_CHARS / 2 && needsJavaScript(judged, shown))
    refuse('needs-javascript', 'The page shows its text only in a browser that runs its scripts.');
  if (isShort && NOT_FOUND.test(shown.slice(0, 600)) && !hasArticleType(meta))
    refuse('error-page', "The page says that it doesn't exist.");
  if (isListing(visible, meta) || (isShort && isLinkPage(visible)))
    refuse('listing-page', "The page lists articles. It isn't one itself.");
  if (length < MIN_CHARS) refuse('no-text', 'The page has no text that could be read.');
}

const ADVICE = {
  'error-page': 'Open the link in a browser, check the address, and add the link that works.',
  blocked: 'Try again later, or save the article as a file and add the file.',
  paywall: 'If you have access to it, save the article as a file or paste its text, and add that.',
  'consent-wall':
    'Open the page in a browser, then save the article as a file or paste its text, and add that.',
  'login-page': 'If you have access to it, save the article as a file or paste its text, and add that.',
  'video-page': 'Add a page with a written article, or paste a transcript.',
  'needs-javascript':
    'Open the page in a browser, then save the article as a file or paste its text, and add that.',
  'listing-page':
    "Open the article that you mean and add its link. To add new articles as they appear, follow the site's feed.",
  'no-text': "Check the link, or paste the article's text.",
} as const;

function refuse(reason: keyof typeof ADVICE, message: string): never {
  const code = reason === 'blocked' ? 'sources/error-page' : `sources/${reason}`;
  throw new AppError({ code, message, advice: ADVICE[reason] });
}

/** Its length, with ideographs and syllables counted as two and a half letters. */
function weightOf(text: string): number {
  const dense = text.match(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/gu)?.length ?? 0;
  return text.length + 1.5 * dense;
}

function hasArticleType({ article }: PageMeta): boolean {
  return article !== undefined && isOfType(article, /Article$|Posting$|Recipe/u);
}

function isPaywalled({ visible, page, body, text, meta }: JudgedPage, length: number): boolean {
  if (length > TEASER_CHARS) return false;
  const isLocked = isDeclaredLocked(meta);
  // A selector says which part is for subscribers. If that part is on the page, nothing is missing.
  if (isLocked && length > SHORT_CHARS && holdsLockedPart(visible, meta, length)) return false;
  const wall = findFirst(page, (element) => {
    const names = `${attributeOf(element, 'className')} ${attributeOf(element, 'id')} ${attributeOf(element, 'dataTestid')}`;
    return element.tagName !== 'body' && element.tagName !== 'html' && WALL_NAME.test(names);
  });
  // A banner above the article counts the free articles. A wall stands after its beginning.
  const shown = textOf(visible);
  const begins = shown.indexOf(clippedText(body).slice(0, 40));
  const rest = shown.slice(Math.max(0, begins));
  const asks = PAYWALL.exec(rest);
  const breaksOff = /(?:…|\.\.\.)\s*$/u.test(asks ? rest.slice(0, asks.index) : text);
  const signs = [isLocked, wall !== undefined, asks !== null, breaksOff].filter(Boolean).length;
  return signs >= 2 || (isLocked && length < SHORT_CHARS * 2);
}

/** Whether the page says that its text is for subscribers. */
export function isDeclaredLocked(meta: PageMeta): boolean {
  const tier = metaValue(meta, 'article:content_tier') ?? '';
  const isPaid = meta.things.some((thing) => /^false$/iu.test(String(thing['isAccessibleForFree'] ?? '')));
  return isPaid || /^(?:locked|premium|paid)$/iu.test(tier);
}

/** https://developers.google.com/search/docs/appearance/structured-data/paywalled-content */
function holdsLockedPart(visible: Root, meta: PageMeta, length: number): boolean {
  const selectors = meta.things.flatMap((thing) =>
    listOf(thing['hasPart']).flatMap((part) => (isThing(part) ? lineOf(part['cssSelector']).split(',') : [])),
  );
  const names = new Set(
    selectors.map((selector) => selector.trim()).filter((selector) => /^[.#][\w-]+$/u.test(selector)),
  );
  const parts = findAll(visible, (element) =>
    namesOf(element).some((name) => names.has(`.${name}`) || names.has(`#${name}`)),
  );
  return parts.some((part) => textLength(part) > length / 2);
}

function isConsentWall({ visible, text }: JudgedPage, shown: string): boolean {
  if (!COOKIES.test(shown)) return false;
  const asks = shown.match(CONSENT)?.length ?? 0;
  // A small notice next to an article doesn't make a wall: most of the page's text must be about consent.
  const notices = findAll(visible, (element) => {
    const names = `${attributeOf(element, 'className')} ${attributeOf(element, 'id')}`;
    return /cookie|consent|gdpr|cmp|onetrust|didomi|sourcepoint|sp_message/iu.test(names);
  });
  const longest = Math.max(0, ...notices.map((notice) => textLength(notice)));
  const isAbout = COOKIES.test(text) && (text.match(CONSENT)?.length ?? 0) > 0;
  return (asks >= 2 && isAbout) || (longest > shown.length * 0.5 && asks >= 1);
}

function isLogin({ page, visible }: JudgedPage, heading: string, shown: string): boolean {
  const password = findFirst(
    page,
    (element) => element.tagName === 'input' && attributeOf(element, 'type') === 'password',
  );
  const paragraphs = findAll(visible, hasName('p')).filter((one) => textLength(one) > 150);
  if (password) return paragraphs.length < 2;
  return LOGIN.test(heading) && LOGIN.test(shown) && paragraphs.length === 0;
}

function isVideo({ page, meta }: JudgedPage, length: number): boolean {
  const type = metaValue(meta, 'og:type') ?? '';
  const isDeclared =
    /^video/iu.test(type) ||
    meta.things.some((thing) => isOfType(thing, /^VideoObject$|^Clip$|^Movie$|^TVEpisode$/u));
  const player = findFirst(
    page,
    (element) =>
      element.tagName === 'video' ||
      /^(?:amp-)?(?:video|youtube|vimeo|brightcove)/iu.test(element.tagName) ||
      (element.tagName === 'iframe' &&
        /youtube|vimeo|dailymotion|player/iu.test(attributeOf(element, 'src'))),
  );
  if (/^video/iu.test(type) && !hasArticleType(meta)) return length < 2_000;
  return (
    length < SHORT_CHARS &&
    ((isDeclared && !hasArticleType(meta)) || (player !== undefined && (isDeclared || length < 250)))
  );
}

function needsJavaScript({ page }: JudgedPage, shown: string): boolean {
  const notes = findAll(page, hasName('noscript')).map(textOf).join(' ');
  if (JAVASCRIPT.test(notes) || (shown.length < 800 && JAVASCRIPT.test(shown))) return true;
  const app = findFirst(
    page,
    (element) =>
      /^(?:root|app|__next|__nuxt|___gatsby|svelte|main-app|app-root|react-root)$/iu.test(
        attributeOf(element, 'id'),
      ) || element.tagName === 'app-root',
  );
  const scripts = findAll(page, hasName('script')).filter(
    (script) => attributeOf(script, 'src') !== '' || textLength(script) > 2_000,
  );
  return (
    (app !== undefined && textLength(app) < 200 && scripts.length > 0) ||
    (shown.length < 60 && scripts.length > 1)
  );
}
