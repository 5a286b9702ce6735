// Finds the part of a page that holds the article: Readability picks paragraphs, and their common ancestor is taken, so
// that the tables, lists and headings between them stay.
import { Readability } from '@mozilla/readability';
import type { Element, ElementContent, Nodes, Root } from 'hast';
import { attributeOf, clippedText, elementsOf, findAll, findFirst, simplify, textLength } from '../tree.js';
import { bodyOf, type DomNode, NUMBER, toLightDom } from './light-dom.js';

/** Readability takes seconds for more. */
const MAX_ELEMENTS = 40_000;
/** It reads the text of every element, so each character, element and text node counts once for each element around it. */
const MAX_CHARS_READ = 10_000_000;
const MAX_NODES_READ = 600_000;
/** Shorter articles make Readability try again with looser rules. */
const MIN_CHARS = 300;
/** The ancestor must hold at least this share of the text that Readability keeps. */
const MIN_SHARE = 0.88;
/** A semantic element around the ancestor is taken if it isn't longer than this many times the text inside. */
const MAX_GROWTH = 4;
/** Between the title and the text, a page may have half as much text again. */
const MAX_LEAD_GROWTH = 1.5;
const MAX_LEAD_CHARS = 500;
const HEADING = /^h[1-6]$/;

/** The element that holds the article, or the whole body if no part stands out. */
export function findBody(page: Root, title: string): Element | Root {
  const body = bodyOf(page);
  if (isTooLargeForReadability(body)) return findLargeArticle(body);
  const { document, elements } = toLightDom(page, title);
  const picked = new Readability<DomNode>(document, {
    charThreshold: MIN_CHARS,
    keepClasses: true,
    disableJSONLD: true,
    serializer: (node) => node as unknown as DomNode,
  }).parse()?.content;
  const weights = new Map<Element, number>();
  if (picked) collectWeights(picked, elements, weights);
  const path = pathToCommon(body, weights);
  const common = path.at(-1) ?? body;
  const part = semanticAncestor(path) ?? common;
  return part.type === 'element' ? withLead(body, part, title) : part;
}

/** Whether Readability would take longer than about two seconds. */
export function isTooLargeForReadability(body: Element | Root): boolean {
  let elements = 0;
  let charsRead = 0;
  let nodesRead = 0;
  const visit = (node: Element | Root, depth: number): void => {
    nodesRead += node.children.length * depth;
    for (const child of elementsOf(node)) {
      elements += 1;
      charsRead += textLength(child);
      visit(child, depth + 1);
    }
  };
  visit(body, 0);
  return elements > MAX_ELEMENTS || charsRead > MAX_CHARS_READ || nodesRead > MAX_NODES_READ;
}

/** On a very large page: an element that says it is the article and holds most of the text. */
function findLargeArticle(body: Element | Root): Element | Root {
  const half = textLength(body) / 2;
  const named = findAll(body, (one) => isArticle(one) || one.tagName === 'main').find(
    (one) => textLength(one) > half,
  );
  return named ?? body;
}

/** The part with what stands between the title and it, such as a dek or a summary. */
function withLead(body: Element | Root, part: Element, title: string): Element {
  const wanted = simplify(title);
  const heading = findFirst(
    body,
    (one) => HEADING.test(one.tagName) && simplify(clippedText(one)) === wanted,
  );
  if (!heading || findAll(part, (one) => one === heading).length > 0) return part;
  let isIn = false;
  let isDone = false;
  const cut = (nodes: readonly ElementContent[]): ElementContent[] =>
    nodes.flatMap((node): ElementContent[] => {
      if (isDone) return [];
      if (node === part) isDone = true;
      if (node === heading) isIn = true;
      if (node === part || node === heading) return [node];
      if (node.type !== 'element') return isIn ? [node] : [];
      const wasIn = isIn;
      const children = cut(node.children);
      return wasIn || children.length > 0 ? [{ ...node, children }] : [];
    });
  const children = cut(body.children as ElementContent[]);
  const whole: Element = { type: 'element', tagName: 'div', properties: {}, children };
  const isFit = isIn && isDone && textLength(whole) <= textLength(part) * MAX_LEAD_GROWTH + MAX_LEAD_CHARS;
  return isFit ? whole : part;
}

/** For each element, the characters directly inside it that Readability kept. */
function collectWeights(picked: DomNode, elements: readonly Element[], weights: Map<Element, number>): void {
  const visit = (node: DomNode, owner: Element | undefined): void => {
    for (const child of node.childNodes) {
      if (child.nodeType === 3) {
        const length = child.textContent?.trim().length ?? 0;
        if (owner && length > 0) weights.set(owner, (weights.get(owner) ?? 0) + length);
      } else if (child.nodeType === 1) {
        const number = child.getAttribute(NUMBER);
        visit(child, number === null ? owner : elements[Number(number)]);
      }
    }
  };
  visit(picked, undefined);
}

/** From the body down to the smallest element that holds most of the weight. */
function pathToCommon(body: Element | Root, weights: ReadonlyMap<Element, number>): (Element | Root)[] {
  const totals = new Map<Nodes, number>();
  const sum = (node: Nodes): number => {
    const own = node.type === 'element' ? (weights.get(node) ?? 0) : 0;
    const total = elementsOf(node).reduce((rest, child) => rest + sum(child), own);
    totals.set(node, total);
    return total;
  };
  const needed = sum(body) * MIN_SHARE;
  const path: (Element | Root)[] = [body];
  if (needed === 0) return path;
  for (let node: Element | Root | undefined = body; node; ) {
    node = elementsOf(node).find((child) => (totals.get(child) ?? 0) >= needed && isContainer(child));
    if (node) path.push(node);
  }
  return path;
}

const CONTAINERS = new Set(
  'article section main div body td center form table tbody tr blockquote dl ul ol'.split(' '),
);

function isContainer({ tagName }: Element): boolean {
  return CONTAINERS.has(tagName) || tagName.includes('-');
}

/** The outermost element on the path that says it is the article, unless it holds much more than the article. */
function semanticAncestor(path: readonly (Element | Root)[]): Element | undefined {
  const common = path.at(-1);
  const length = common ? textLength(common) : 0;
  const isFit = (node: Element | Root): node is Element =>
    node.type === 'element' && isArticle(node) && textLength(node) <= length * MAX_GROWTH + 400;
  return path.find(isFit);
}

function isArticle(element: Element): boolean {
  const kind = `${attributeOf(element, 'itemProp')} ${attributeOf(element, 'role')}`;
  const isNamed = element.tagName === 'article' || /\b(?:articleBody|article)\b/u.test(kind);
  return isNamed;
}
