// Removes what isn't the article from the part of a page that holds it.
import type { Element, ElementContent, Root } from 'hast';
import { elementsOf, findAll, hasName, isInline, textOf } from '../tree.js';
import { isLinkList, isMachinery } from './boilerplate.js';
import { isBoxTitle, isInterruption, isPointer } from './labels.js';

/** An element with a larger share of the text is the article itself, whatever its name says. */
const MAX_SHARE = 0.4;
/** After a box's title, this many elements at most belong to the box. */
const MAX_BOX_CHARS = 1_500;
const HEADING = /^h[1-6]$/;
const NOTES_TITLE =
  /^(?:references|notes|footnotes|sources|bibliography|further reading|external links|see also)$/iu;

/** What {@link pruneBody} needs to know about the article. */
export interface KnownFacts {
  /** Removed from the start of the body, because the text begins with it anyway. */
  readonly title: string;
  /** Names in the byline. */
  readonly author?: string | undefined;
}

/** A copy of the body without the site's machinery, and without its title. */
export function pruneBody(body: Element | Root, facts: KnownFacts): Root {
  const total = textOf(body).length;
  const prune = (nodes: readonly ElementContent[]): ElementContent[] => {
    const kept: ElementContent[] = [];
    for (const node of withoutBoxes(nodes)) {
      if (node.type === 'text') kept.push(node);
      if (node.type !== 'element') continue;
      const length = textOf(node).length;
      if (length <= total * MAX_SHARE && isUnwanted(node)) continue;
      kept.push({ ...node, children: prune(node.children) });
    }
    return kept;
  };
  const pruned: Root = { type: 'root', children: prune(body.children as ElementContent[]) };
  return removeHead(pruned, facts);
}

function isUnwanted(element: Element): boolean {
  if (isInline(element) && element.tagName !== 'a') {
    return isMachinery(element) && textOf(element).length < 80 && !/[.!?。]$/u.test(textOf(element));
  }
  if (element.tagName === 'a') return isMachinery(element) && textOf(element).length < 60;
  if (isMachinery(element)) return true;
  const text = textOf(element);
  if (text === '' || findAll(element, hasName('table')).length > 0) return false;
  if (/^(?:p|div|li|span|strong|figure|section)$/.test(element.tagName)) {
    if (isInterruption(text)) return true;
    if (isPointer(text) && linkShare(element) > 0.4) return true;
  }
  return /^(?:ul|ol|div|section|dl)$/.test(element.tagName) && isLinkList(element) && !hasProse(element);
}

/** The children without boxes, each from its title to the next heading. */
function withoutBoxes(nodes: readonly ElementContent[]): readonly ElementContent[] {
  const kept: ElementContent[] = [];
  for (let at = 0; at < nodes.length; at += 1) {
    const node = nodes[at] as ElementContent;
    if (node.type !== 'element' || !isTitleOfBox(node)) {
      kept.push(node);
      continue;
    }
    const end = endOfBox(nodes, at);
    const box = nodes.slice(at + 1, end);
    const length = box.reduce((sum, one) => sum + textOf(one).length, 0);
    const isLast = !nodes.slice(end).some((one) => textOf(one).length > 80);
    if (length <= MAX_BOX_CHARS && (isLast || isMostlyLinks(box))) at = end - 1;
    else if (length > MAX_BOX_CHARS && !isMostlyLinks(box)) kept.push(node);
    else if (isMostlyLinks(box)) at = end - 1;
    else kept.push(node);
  }
  return kept;
}

function isTitleOfBox(element: Element): boolean {
  const text = textOf(element);
  if (NOTES_TITLE.test(text)) return false;
  const isLine = HEADING.test(element.tagName) || /^(?:p|div|strong|b|span|header)$/.test(element.tagName);
  return isLine && isBoxTitle(text);
}

/** A box under a heading ends at the next heading; one under a line ends after the next element with text. */
function endOfBox(nodes: readonly ElementContent[], at: number): number {
  const title = nodes[at] as Element;
  const level = HEADING.test(title.tagName) ? Number(title.tagName[1]) : undefined;
  for (let index = at + 1; index < nodes.length; index += 1) {
    const node = nodes[index] as ElementContent;
    if (node.type !== 'element' || textOf(node) === '') continue;
    if (level === undefined) return /^(?:ul|ol|div)$/.test(node.tagName) ? index + 1 : at + 1;
    const heading = HEADING.test(node.tagName) ? node : undefined;
    if (heading && Number(heading.tagName[1]) <= level) return index;
  }
  return level === undefined ? at + 1 : nodes.length;
}

function isMostlyLinks(nodes: readonly ElementContent[]): boolean {
  const box: Element = { type: 'element', tagName: 'div', properties: {}, children: [...nodes] };
  return textOf(box) === '' || linkShare(box) > 0.5;
}

function linkShare(element: Element): number {
  const linked = findAll(element, hasName('a')).reduce((sum, link) => sum + textOf(link).length, 0);
  return linked / Math.max(1, textOf(element).length);
}

/** Whether an element has a paragraph or a list item with text of its own beside its links. */
function hasProse(element: Element): boolean {
  return findAll(element, hasName('p', 'li', 'dd')).some(
    (one) => textOf(one).length > 100 && linkShare(one) < 0.4,
  );
}

/** Removes the title, and byline and date directly below it. */
function removeHead(root: Root, { title, author }: KnownFacts): Root {
  const wanted = simplify(title);
  const heads = findAll(root, ({ tagName }) => /^h[12]$/.test(tagName));
  const head =
    heads.find((one) => simplify(textOf(one)) === wanted) ??
    heads.find((one) => one.tagName === 'h1' && textBefore(root, one) < 300);
  const names = (author ?? '').split(', ').filter(Boolean);
  const isByline = (element: Element): boolean => {
    const text = textOf(element);
    if (text === '' || text.length > 160 || /^(?:h[1-6]|table|figure|ul|ol)$/.test(element.tagName))
      return false;
    const rest = names.reduce((line, name) => line.replace(name, ''), text);
    return rest !== text && rest.length < 90 && !/[.!?]\s/u.test(rest) && !/["“„«]/u.test(rest);
  };
  let passed = 0;
  const strip = (nodes: readonly ElementContent[]): ElementContent[] =>
    nodes.flatMap((node): ElementContent[] => {
      if (node.type !== 'element') {
        passed += textOf(node).length;
        return [node];
      }
      if (node === head) return [];
      // A byline stands at the start, before the first paragraphs.
      if (passed < 600 && (isByline(node) || isDateLine(node))) return [];
      if (elementsOf(node).length === 0) passed += textOf(node).length;
      return [{ ...node, children: strip(node.children) }];
    });
  return { type: 'root', children: strip(root.children as ElementContent[]) };
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

/** A line with nothing but a date, as sites put it below a title. */
function isDateLine(element: Element): boolean {
  const text = textOf(element);
  if (text === '' || text.length > 90) return false;
  if (element.tagName === 'time') return true;
  const isLine = /^(?:p|div|span|section)$/.test(element.tagName);
  const times = findAll(element, hasName('time'));
  return (
    isLine && times.length > 0 && text.length - times.reduce((sum, time) => sum + textOf(time).length, 0) < 60
  );
}

function simplify(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
