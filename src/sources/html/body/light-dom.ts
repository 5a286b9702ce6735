// Turns an HTML tree into a document that Readability can work on. Every element carries its number in the tree.
import type { Element, Nodes, Root } from 'hast';
import { parseHTML } from 'linkedom';
import { attributeOf, elementsOf } from '../tree.js';

/** What this module uses of the DOM. */
export interface DomNode {
  readonly nodeType: number;
  readonly childNodes: Iterable<DomNode>;
  readonly textContent: string | null;
  getAttribute(name: string): string | null;
}

interface DomParent {
  appendChild(child: unknown): void;
}

interface DomElement extends DomParent {
  setAttribute(name: string, value: string): void;
}

interface DomDocument {
  readonly body: DomParent;
  title: string;
  createElement(name: string): DomElement;
  createTextNode(text: string): unknown;
}

/** The attribute with an element's number. */
export const NUMBER = 'data-number';

/** The attributes that Readability judges elements by. */
const KEPT: readonly (readonly [property: string, attribute: string])[] = [
  ['className', 'class'],
  ['id', 'id'],
  ['role', 'role'],
  ['href', 'href'],
  ['src', 'src'],
  ['itemProp', 'itemprop'],
  ['rel', 'rel'],
  ['dir', 'dir'],
  ['summary', 'summary'],
];

/** A document and its elements by number. */
export interface LightDom {
  readonly document: Document;
  readonly elements: readonly Element[];
}

/** The browser's type, by which Readability takes a document. */
type Document = ConstructorParameters<typeof import('@mozilla/readability').Readability>[0];

/** Builds the document of a page's visible tree. */
export function toLightDom(tree: Root, title: string): LightDom {
  const { document } = parseHTML(
    '<!doctype html><html><head><title></title></head><body></body></html>',
  ) as unknown as {
    document: DomDocument;
  };
  document.title = title;
  const elements: Element[] = [];
  const append = (parent: DomParent, nodes: readonly Nodes[]): void => {
    for (const node of nodes) {
      if (node.type === 'text') parent.appendChild(document.createTextNode(node.value));
      if (node.type !== 'element') continue;
      const element = document.createElement(node.tagName);
      element.setAttribute(NUMBER, String(elements.push(node) - 1));
      for (const [property, attribute] of KEPT) {
        const value = attributeOf(node, property);
        if (value !== '') element.setAttribute(attribute, value);
      }
      append(element, node.children);
      parent.appendChild(element);
    }
  };
  append(document.body, bodyOf(tree).children);
  return { document: document as unknown as Document, elements };
}

/** The page's body. */
export function bodyOf(tree: Root): Element | Root {
  const html = elementsOf(tree).find(({ tagName }) => tagName === 'html');
  return elementsOf(html ?? tree).find(({ tagName }) => tagName === 'body') ?? tree;
}
