// Removes what isn't the article from the part of a page that holds it.
import type { Element, ElementContent, Root } from 'hast';
import { clippedText, findAll, hasName, isInline, textLength } from '../tree.js';
import { isLinkList, isMachinery, linkShare } from './boilerplate.js';
import { type KnownFacts, removeHead, trimEnds } from './ends.js';
import { isBoxTitle, isInterruption, isPointer } from './labels.js';

/** An element with a larger share of the text is the article itself, whatever its name says. */
const MAX_SHARE = 0.4;
/** After a box's title, this many elements at most belong to the box. */
const MAX_BOX_CHARS = 1_500;
const MIN_PARAGRAPH_CHARS = 80;
const HEADING = /^h[1-6]$/;
const NOTES_TITLE =
  /^(?:references|notes|footnotes|sources|bibliography|further reading|external links|see also)$/iu;

/** A copy of the body without the site's machinery, and without its title. */
export function pruneBody(body: Element | Root, facts: KnownFacts): Root {
  const total = textLength(body);
  const prune = (nodes: readonly ElementContent[]): ElementContent[] => {
    const kept: ElementContent[] = [];
    const isMixed = nodes.some((node) => node.type === 'text' && node.value.trim() !== '');
    for (const node of withoutBoxes(nodes)) {
      if (node.type === 'text') kept.push(node);
      if (node.type !== 'element') continue;
      const length = textLength(node);
      if (length <= total * MAX_SHARE && (isUnwanted(node) || (!isMixed && isLabelLink(node)))) continue;
      kept.push({ ...node, children: prune(node.children) });
    }
    return kept;
  };
  const pruned: Root = { type: 'root', children: prune(body.children as ElementContent[]) };
  return trimEnds(removeHead(pruned, facts));
}

function isUnwanted(element: Element): boolean {
  if (isInline(element) && element.tagName !== 'a') {
    return (
      isMachinery(element) && clippedText(element).length < 80 && !/[.!?。]$/u.test(clippedText(element))
    );
  }
  if (element.tagName === 'a') return isMachinery(element) && clippedText(element).length < 60;
  if (isMachinery(element)) return true;
  const text = clippedText(element);
  if (text === '' || findAll(element, hasName('table')).length > 0) return false;
  if (/^(?:p|div|li|span|strong|figure|section)$/.test(element.tagName)) {
    if (isInterruption(text) && findAll(element, hasName('img')).length === 0) return true;
    if (isPointer(text) && linkShare(element) > 0.4) return true;
  }
  return /^(?:ul|ol|div|section|dl|p)$/.test(element.tagName) && isLinkList(element) && !hasProse(element);
}

/** A link such as "Jump to navigation". */
function isLabelLink(node: Element): boolean {
  return node.tagName === 'a' && isInterruption(clippedText(node));
}

/** The children without boxes, each from its title to the next heading. */
function withoutBoxes(nodes: readonly ElementContent[]): readonly ElementContent[] {
  const kept: ElementContent[] = [];
  const lastParagraph = nodes.findLastIndex((node) => textLength(node) > MIN_PARAGRAPH_CHARS);
  for (let at = 0; at < nodes.length; at += 1) {
    const node = nodes[at] as ElementContent;
    if (node.type !== 'element' || !isTitleOfBox(node)) {
      kept.push(node);
      continue;
    }
    const end = endOfBox(nodes, at);
    const box = nodes.slice(at + 1, end);
    const length = box.reduce((sum, one) => sum + textLength(one), 0);
    const isLast = end > lastParagraph;
    if (isMostlyLinks(box) || (isLast && length <= MAX_BOX_CHARS)) at = end - 1;
    else kept.push(node);
  }
  return kept;
}

function isTitleOfBox(element: Element): boolean {
  const text = clippedText(element);
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
    if (node.type !== 'element' || clippedText(node) === '') continue;
    if (level === undefined) return /^(?:ul|ol|div)$/.test(node.tagName) ? index + 1 : at + 1;
    const heading = HEADING.test(node.tagName) ? node : undefined;
    if (heading && Number(heading.tagName[1]) <= level) return index;
  }
  return level === undefined ? at + 1 : nodes.length;
}

function isMostlyLinks(nodes: readonly ElementContent[]): boolean {
  const box: Element = { type: 'element', tagName: 'div', properties: {}, children: [...nodes] };
  return clippedText(box) === '' || linkShare(box) > 0.5;
}

/** Whether an element has a paragraph or a list item with text of its own beside its links. */
function hasProse(element: Element): boolean {
  return findAll(element, hasName('p', 'li', 'dd')).some(
    (one) => clippedText(one).length > 100 && linkShare(one) < 0.4,
  );
}
