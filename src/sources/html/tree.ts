// Walks and reads HTML trees.
import type { Element, Nodes, Root } from 'hast';

/** The child elements of a node, in order. */
export function elementsOf(node: Nodes): Element[] {
  const children: readonly Nodes[] = 'children' in node ? node.children : [];
  return children.filter((child) => child.type === 'element');
}

/** Every element below a node that passes, in document order. */
export function findAll(node: Nodes, test: (element: Element) => boolean): Element[] {
  const found: Element[] = [];
  const visit = (parent: Nodes): void => {
    for (const child of elementsOf(parent)) {
      if (test(child)) found.push(child);
      visit(child);
    }
  };
  visit(node);
  return found;
}

/** The first element below a node that passes, in document order. */
export function findFirst(node: Nodes, test: (element: Element) => boolean): Element | undefined {
  for (const child of elementsOf(node)) {
    const found = test(child) ? child : findFirst(child, test);
    if (found) return found;
  }
  return undefined;
}

/** A test for elements with one of these names. */
export function hasName(...names: readonly string[]): (element: Element) => boolean {
  const set = new Set(names);
  return ({ tagName }) => set.has(tagName);
}

/** An attribute by hast's property name, such as `className` or `dataId`, as one string. Empty if it isn't there. */
export function attributeOf({ properties }: Element, name: string): string {
  const value = properties[name];
  if (value === undefined || value === null || value === false) return '';
  return Array.isArray(value) ? value.join(' ') : value === true ? name : String(value);
}

/** The text below a node, with its white space collapsed. Blocks and line breaks are separated by a space. */
export function textOf(node: Nodes): string {
  const parts: string[] = [];
  collectText(node, parts);
  return parts.join('').replace(/\s+/gu, ' ').trim();
}

const INLINE = new Set(
  'a abbr b bdi bdo big cite code data dfn em font i ins kbd label mark q rb ruby s samp small span strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);

/** Whether an element flows with the text around it. */
export function isInline({ tagName }: Element): boolean {
  return INLINE.has(tagName);
}

function collectText(node: Nodes, parts: string[]): void {
  if (node.type === 'text') parts.push(node.value);
  if (!('children' in node)) return;
  const isBlock = node.type === 'element' && !isInline(node);
  if (isBlock) parts.push(' ');
  for (const child of node.children) collectText(child, parts);
  if (isBlock) parts.push(' ');
}

/** A root with these children. */
export function toRoot(children: Root['children']): Root {
  return { type: 'root', children };
}
