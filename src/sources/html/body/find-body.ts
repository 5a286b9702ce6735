// Finds the part of a page that holds the article: Readability picks paragraphs, and their common ancestor is taken, so
// that the tables, lists and headings between them stay.
import { Readability } from '@mozilla/readability';
import type { Element, Nodes, Root } from 'hast';
import { attributeOf, elementsOf, findAll, textOf } from '../tree.js';
import { bodyOf, type DomNode, NUMBER, toLightDom } from './light-dom.js';

/** Shorter articles make Readability try again with looser rules. */
const MIN_CHARS = 300;
/** The ancestor must hold at least this share of the text that Readability keeps. */
const MIN_SHARE = 0.88;
/** A semantic element around the ancestor is taken if it isn't longer than this many times the text inside. */
const MAX_GROWTH = 4;

/** The element that holds the article, or the whole body if no part stands out. */
export function findBody(page: Root, title: string): Element | Root {
  const { document, elements } = toLightDom(page, title);
  const picked = new Readability<DomNode>(document, {
    charThreshold: MIN_CHARS,
    keepClasses: true,
    disableJSONLD: true,
    serializer: (node) => node as unknown as DomNode,
  }).parse()?.content;
  const body = bodyOf(page);
  const weights = new Map<Element, number>();
  if (picked) collectWeights(picked, elements, weights);
  const path = pathToCommon(body, weights);
  const common = path.at(-1) ?? body;
  return semanticAncestor(path) ?? common;
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
  const length = common ? textOf(common).length : 0;
  const isFit = (node: Element | Root): node is Element =>
    node.type === 'element' && isArticle(node) && textOf(node).length <= length * MAX_GROWTH + 400;
  return path.find(isFit);
}

function isArticle(element: Element): boolean {
  const kind = `${attributeOf(element, 'itemProp')} ${attributeOf(element, 'role')}`;
  const isNamed = element.tagName === 'article' || /\b(?:articleBody|article)\b/u.test(kind);
  const isMain = element.tagName === 'main' || /\bmain\b/u.test(kind);
  return isNamed || (isMain && findAll(element, ({ tagName }) => tagName === 'article').length <= 1);
}
