// Removes what stands before and after an article's text: title, byline and date, single links.
import type { Element, ElementContent, Root } from 'hast';
import { findDate } from '../../../core/text/read-date.js';
import { clippedText, findAll, hasName, isInline, simplify } from '../tree.js';
import { linkShare, namesOf } from './boilerplate.js';

/** What is known about the article when its body is cut out. */
export interface KnownFacts {
  /** Removed from the start of the body, because the text begins with it anyway. */
  readonly title: string;
  /** Names in the byline, separated by commas. */
  readonly author?: string | undefined;
  /** ISO 8601. */
  readonly published?: string | undefined;
  /** A BCP 47 tag: how the page writes dates. */
  readonly locale?: string | undefined;
}

/** Text before the title is a label, such as "Opinion", if it isn't longer. */
const MAX_KICKER_CHARS = 250;
/** A longer line isn't a byline. */
const MAX_BYLINE_CHARS = 160;
/** From here on, the article has begun. */
const MIN_PARAGRAPH_CHARS = 100;
const MAX_TRIMMED_CHARS = 120;
const MAX_LABEL_CHARS = 30;
/** What bylines say besides names and dates. */
const BYLINE_WORDS =
  /\b(?:by|and|written|words|text|story|interview|posted|published|updated|on|at|in|min(?:ute)?s?|read|views?|comments?|staff|reporter|correspondent|editor|author|von|und|uhr|stand|par|et|le|à|por|y|di|e|il|da|em|door|autor(?:in)?|redaktion|am|pm|edt|est|gmt|utc|bst|cet)\b|作者|来源|文|記者|记者|بقلم|מאת/giu;

/** A copy without the title, what stands before it, and byline and date below it. */
export function removeHead(root: Root, { title, ...facts }: KnownFacts): Root {
  const wanted = simplify(title);
  const headings = findAll(root, ({ tagName }) => /^h[1-3]$/.test(tagName));
  const head =
    headings.find((one) => simplify(clippedText(one)) === wanted) ??
    headings.find((one) => one.tagName === 'h1') ??
    findTitleLine(root, wanted);
  const kicker = head ? textBefore(root, head) : undefined;
  const hasKicker = kicker !== undefined && kicker < MAX_KICKER_CHARS;
  let isBeforeTitle = hasKicker;
  let hasBegun = false;
  const strip = (nodes: readonly ElementContent[]): ElementContent[] =>
    nodes.flatMap((node): ElementContent[] => {
      if (node === head && hasKicker) {
        isBeforeTitle = false;
        return [];
      }
      if (hasBegun) return [node];
      if (isBeforeTitle)
        return node.type === 'element' && contains(node, head)
          ? [{ ...node, children: strip(node.children) }]
          : [];
      if (node.type !== 'element') {
        hasBegun = clippedText(node).length >= MIN_PARAGRAPH_CHARS;
        return [node];
      }
      if (isByline(node, facts) || isLabel(node)) return [];
      const isParagraph = /^(?:p|li|td|dd|blockquote|pre|h[2-6]|table|figure)$/.test(node.tagName);
      if (
        isParagraph &&
        (clippedText(node).length >= MIN_PARAGRAPH_CHARS ||
          (/^(?:h|table)/.test(node.tagName) && !isSubtitle(node)))
      )
        hasBegun = true;
      return [hasBegun ? node : { ...node, children: strip(node.children) }];
    });
  return { type: 'root', children: strip(root.children as ElementContent[]) };
}

/** A copy without links at the start and the end that aren't in a sentence, such as "Download image". */
export function trimEnds(root: Root): Root {
  return { type: 'root', children: trim(trim(root.children as ElementContent[], false), true) };
}

function trim(nodes: readonly ElementContent[], isEnd: boolean): ElementContent[] {
  const kept = [...nodes];
  while (kept.length > 0) {
    const at = isEnd ? kept.length - 1 : 0;
    const node = kept[at] as ElementContent;
    const text = clippedText(node);
    if (text === '' && !(node.type === 'element' && findAll(node, hasName('img')).length > 0)) {
      kept.splice(at, 1);
      continue;
    }
    if (node.type !== 'element') return kept;
    if (isLooseLink(node, text)) {
      kept.splice(at, 1);
      continue;
    }
    if (!isInline(node) && !/^(?:p|h[1-6]|table|figure|pre|li|ul|ol|dl)$/.test(node.tagName)) {
      const children = trim(node.children, isEnd);
      if (children.length === 0) {
        kept.splice(at, 1);
        continue;
      }
      kept[at] = { ...node, children };
    }
    return kept;
  }
  return kept;
}

function isLooseLink(node: Element, text: string): boolean {
  return (
    text.length <= MAX_TRIMMED_CHARS &&
    !/^(?:h[1-6]|figure|table)$/.test(node.tagName) &&
    !/[.!?。]["”»)]*$/u.test(text) &&
    linkShare(node) > 0.55
  );
}

/** Old pages write the title in bold, not as a heading. */
function findTitleLine(root: Root, wanted: string): Element | undefined {
  if (wanted === '') return undefined;
  const line = findAll(root, (one) => simplify(clippedText(one)) === wanted).at(0);
  return line && textBefore(root, line) < MAX_KICKER_CHARS ? line : undefined;
}

/** A line with nothing but names, the date and words between them. */
function isByline(element: Element, { author, published, locale }: Omit<KnownFacts, 'title'>): boolean {
  const text = clippedText(element);
  if (
    text === '' ||
    text.length > MAX_BYLINE_CHARS ||
    /^(?:h[1-6]|table|figure|ul|ol|blockquote|img)$/.test(element.tagName)
  )
    return false;
  const names = (author ?? '').split(', ').filter(Boolean);
  const withoutNames = names.reduce((line, name) => line.replace(name, ''), text);
  const isDated = published !== undefined && findDate(text, locale)?.slice(0, 10) === published.slice(0, 10);
  const isTimed = element.tagName === 'time' || findAll(element, hasName('time')).length > 0;
  if (withoutNames === text && !isDated && !isTimed) return false;
  const rest = withoutNames
    .replace(/\p{N}[\p{N}:.,/-]*(?:st|nd|rd|th)?/gu, '')
    .replace(BYLINE_WORDS, '')
    .replace(/[^\p{L}]+/gu, '');
  // A month and a weekday, or what the author does.
  return rest.length <= 24 && !/[!?]$/u.test(text) && !/^[^:：]{2,40}:\s+\p{Lu}/u.test(text);
}

function isSubtitle(element: Element): boolean {
  return /sub|dek|standfirst|summary|desc/iu.test(namesOf(element).join(' '));
}

/** A few words between title and text, such as numbers of comments. */
function isLabel(element: Element): boolean {
  const text = clippedText(element);
  if (!/^(?:div|span)$/.test(element.tagName) || text === '' || text.length > MAX_LABEL_CHARS) return false;
  return (
    !/[.!?:。！？]/u.test(text.replace(/\d[.,]\d/gu, '')) &&
    findAll(element, hasName('img', 'p', 'li')).length === 0
  );
}

function contains(node: Element, wanted: Element | undefined): boolean {
  return findAll(node, (one) => one === wanted).length > 0;
}

function textBefore(root: Root, element: Element): number {
  let length = 0;
  const visit = (node: Element | Root): boolean => {
    for (const child of node.children) {
      if (child === element) return true;
      if (child.type === 'text') length += child.value.trim().length;
      if (child.type === 'element' && visit(child)) return true;
    }
    return false;
  };
  visit(root);
  return length;
}
