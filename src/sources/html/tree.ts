// Walks and reads HTML trees.
import type { Element, Nodes } from 'hast';

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
  return collectText(node, Number.POSITIVE_INFINITY);
}

/** The start of {@link textOf}, in about 600 characters. Cheap for any node: most questions are about short texts. */
export function clippedText(node: Nodes): string {
  return collectText(node, MAX_CLIPPED_CHARS);
}

const MAX_CLIPPED_CHARS = 600;
const lengths = new WeakMap<Nodes, number>();

/** About how many characters {@link textOf} has. Trees don't change, so each node is counted once. */
export function textLength(node: Nodes): number {
  if (node.type === 'text') return node.value.trim().length;
  const known = lengths.get(node);
  if (known !== undefined) return known;
  const children: readonly Nodes[] = 'children' in node ? node.children : [];
  const length = children.reduce((sum, child) => sum + textLength(child), 0);
  lengths.set(node, length);
  return length;
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

function collectText(node: Nodes, maxChars: number): string {
  const parts: string[] = [];
  let length = 0;
  const collect = (one: Nodes): void => {
    if (one.type === 'text') {
      parts.push(one.value.length > maxChars ? one.value.slice(0, 4 * maxChars) : one.value);
      length += one.value.length;
    }
    if (!('children' in one)) return;
    const isBlock = one.type === 'element' && !isInline(one);
    if (isBlock) parts.push(' ');
    for (const child of one.children) {
      if (length > maxChars) break;
      collect(child);
    }
    if (isBlock) parts.push(' ');
  };
  collect(node);
  return parts.join('').replace(/\s+/gu, ' ').trim();
}

/** Letters and digits alone, in lower case, to compare lines by. */
export function simplify(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}
