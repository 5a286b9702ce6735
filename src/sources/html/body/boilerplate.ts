// Tells the parts of a page that aren't its article by what they are called, in the names that sites use.
import type { Element } from 'hast';
import { attributeOf, clippedText, elementsOf, findAll, hasName, textLength } from '../tree.js';

/** Elements that hold a page's machinery. */
const MACHINERY = new Set(['nav', 'footer', 'form', 'menu', 'aside', 'dialog', 'address']);
const MACHINERY_ROLES = new Set(
  'navigation banner contentinfo search dialog alertdialog toolbar menu menubar tablist complementary'.split(
    ' ',
  ),
);
/** Whole words of class names and ids. */
const WORDS = new Set(
  `ad ads advert adverts advertisement advertising adsense adslot dfp sponsor sponsored sponsors promo promos promotion promobox
  share shares sharing sharebar sharedaddy addthis addtoany social socials sociallinks follow
  newsletter newsletters signup subscribe subscription optin mailinglist
  related recommended recommendations recommends trending popular mostread outbrain taboola upnext morestories readmore readnext
  comment comments commentlist disqus respond discussion reactions replies
  cookie cookies consent gdpr ccpa cmp onetrust cookiebar cookiebanner
  breadcrumb breadcrumbs pagination pager pagenav paging postnav
  nav navbar navigation menu menus submenu topbar toolbar sidebar sidenav skip skiplink skipto backtotop
  tags tag taglist tagcloud categories catlinks topics
  byline bylines author authors authorbox authorbio dateline pubdate timestamp postmeta
  footer masthead siteheader sitefooter copyright printfooter
  hatnote sitenotice postprofile signature userinfo profile poster taglist metrics download downloads actionbar tool tools
  toc tableofcontents mw-editsection editsection navbox vertical-navbox sistersitebox metadata noprint hatnote-nav
  login signin register modal popup overlay lightbox toast snackbar
  rating ratings reviews stars vote votes voting like likes reaction
  odds betting widget widgets
  permalink headerlink anchorjs anchorlink edit-link editlink print-button buttons button btn cta donate donation feedback helpful`
    .split(/\s+/)
    .filter(Boolean),
);
/** Pairs of words, because one of the two alone says too little. */
const PHRASES =
  /\b(?:entry|post|article|story|page|content)[-_]?(?:meta|footer|tags|tools|actions|info|nav|navigation|share|utility)\b|\b(?:read|see|more|also)[-_](?:more|also|next|on|from|read|stories|articles|like|reading|news)\b|\byou[-_]?may\b|\babout[-_]?(?:the[-_])?author\b|\b(?:author|writer|contributor)[-_]?(?:bio|box|card|info|profile|name)\b|\bprev(?:ious)?[-_]?next\b|\bsite[-_]?(?:header|footer|nav|info|branding)\b|\b(?:sign|log)[-_](?:up|in)\b|\bmailing[-_]list\b|\btable[-_]of[-_]contents\b|\bmost[-_](?:read|popular|viewed|shared)\b|\bback[-_]?to[-_]?top\b|\bon[-_]this[-_]page\b|\bin[-_]this[-_](?:article|section|story)\b|\b(?:review|update|modified)[-_]?date\b|\blast[-_]?(?:updated|reviewed|modified)\b|\b(?:price|deal|offer)s?[-_]?(?:box|widget|comparison|list)\b|\baffiliate\b|\baction[-_]?(?:bar|links)\b|\buser[-_]?(?:info|card|details|tools)\b|\bwho[-_]?is[-_]?online\b|\bonline[-_]?list\b|\bvote[-_]?cell\b|\badd[-_]to[-_](?:cart|basket)\b|\bpaywall[-_]?(?:prompt|offer|banner)\b|\bpull[-_]?quote\b/iu;
/** Names that say too little, unless most of the text is linked. */
const WEAK_NAME =
  /\b(?:teasers?|gallery|slideshow|promo|links?|more|email|print|download|context|kicker|next|prev|previous|button)\b/iu;
/** Page builders call every paragraph a widget. */
const PAGE_BUILDER = /^(?:elementor|so-|siteorigin|et_pb|vc_|wpb|fl-|panel-|wp-block|kg-)/u;
/** Elements of AMP that aren't text. https://amp.dev/documentation/components/ */
const AMP_MACHINERY =
  /^amp-(?:ad|embed|sidebar|social-share|consent|user-notification|sticky-ad|next-page|list|analytics)$/;
/** In an item of a menu, characters beside the link. */
const MAX_WORDS_AROUND = 25;
/** Such words on an element mean that the others don't count, as in "comment-content" or "sidebar-layout". */
const CONTENT_WORDS =
  /^(?:article|entry|post|story|main|page)[-_]?(?:body|content|text|copy)$|^(?:content|prose|wysiwyg|markdown-body|mw-parser-output)$/iu;
/** An aside that belongs to the text around it. */
const NOTE =
  /\b(?:note|notes|tip|warning|caution|important|info|admonition|callout|footnotes?|endnotes?|infobox|info-box|factbox|fact-box|facts|box-out|boxout|explainer|glossary|summary|key-points|keypoints|highlights|correction|update|sidebar-text|pullout)\b/iu;
const NOTE_ROLES = /\bdoc-(?:footnote|endnote|endnotes|tip|notice|example|foreword)\b|\bnote\b/u;

/** Whether an element is part of the site's machinery by its name, role, class or id. */
export function isMachinery(element: Element): boolean {
  const { tagName } = element;
  const role = attributeOf(element, 'role').toLowerCase();
  const names = namesOf(element);
  if (AMP_MACHINERY.test(tagName)) return true;
  if (NOTE_ROLES.test(role)) return /\bhatnote\b/iu.test(names.join(' '));
  if (tagName === 'aside' || role === 'complementary')
    return !NOTE.test(names.join(' ')) || hasBadName(names);
  if (tagName === 'form') return textLength(element) < 600;
  if (tagName === 'footer') return !/\b(?:footnotes?|references)\b/iu.test(names.join(' '));
  if (MACHINERY.has(tagName) || MACHINERY_ROLES.has(role)) return true;
  if (tagName === 'body' || tagName === 'main' || tagName === 'article') return false;
  return hasBadName(names) || (WEAK_NAME.test(names.join(' ')) && linkShare(element) > 0.5);
}

/** Whether the links make up most of an element, such as a list of other articles. */
export function isLinkList(element: Element): boolean {
  const links = findAll(element, hasName('a')).filter((link) => attributeOf(link, 'href') !== '');
  if (element.tagName === 'ul' && links.length > 0 && isMenu(element)) return true;
  if (links.length < 2) return false;
  const needed = { ul: 0.7, ol: 0.8, p: 0.9 }[element.tagName] ?? 0.66;
  return linkShare(element) > needed && !(element.tagName === 'p' && /[.!?。]$/u.test(clippedText(element)));
}

/** Whether every item of a list is a link with a few words around it. */
function isMenu(list: Element): boolean {
  const items = elementsOf(list).filter(({ tagName }) => tagName === 'li');
  const around = textLength(list) * (1 - linkShare(list));
  return items.every((item) => linkShare(item) > 0.4) && around < MAX_WORDS_AROUND * items.length;
}

/** How much of an element's text is linked, from 0 to 1. */
export function linkShare(element: Element): number {
  if (element.tagName === 'a') return 1;
  const links = findAll(element, hasName('a')).filter((link) => attributeOf(link, 'href') !== '');
  const linked = links.reduce((sum, link) => sum + textLength(link), 0);
  return linked / Math.max(1, textLength(element));
}

/** The class names and the id. */
export function namesOf(element: Element): readonly string[] {
  return `${attributeOf(element, 'className')} ${attributeOf(element, 'id')}`.split(/\s+/u).filter(Boolean);
}

function hasBadName(names: readonly string[]): boolean {
  if (names.some((name) => CONTENT_WORDS.test(name))) return false;
  return names.some((name) => {
    const lower = name.toLowerCase();
    const words = name
      .replace(/([a-z])([A-Z])/gu, '$1-$2')
      .toLowerCase()
      .split(/[^a-z]+/u)
      .filter(Boolean);
    // A long class name, such as "post tag-cookies category-advertising", says what the text is about.
    if (PAGE_BUILDER.test(lower)) return false;
    if (WORDS.has(lower) || PHRASES.test(name)) return true;
    if (/^(?:tag|category|topic|has|is|no|with|js|theme|layout)-/u.test(lower)) return false;
    return words.length <= 4 && words.some((word) => WORDS.has(word));
  });
}
