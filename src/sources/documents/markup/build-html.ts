// Builds HTML trees, in which all documents are rendered as text.
import type { Element, ElementContent, Root } from 'hast';

export function element(
  tagName: string,
  children: readonly ElementContent[],
  properties: Element['properties'] = {},
): Element {
  return { type: 'element', tagName, properties, children: [...children] };
}

export function textNode(value: string): ElementContent {
  return { type: 'text', value };
}

/** The element as the first one of a page. */
export function markPage(target: Element, label: string): Element {
  return { ...target, data: { position: {}, startsPage: label } };
}

/** Each footnote becomes a paragraph after the text. */
export function footnoteSection(notes: readonly (readonly ElementContent[])[]): Element[] {
  if (notes.length === 0) return [];
  const items = notes.map((content) => element('li', content));
  // Notes of all pages stand here together.
  return [markPage(element('section', [element('ol', items)], { dataFootnotes: true }), '')];
}

export function toRoot(children: readonly Element[]): Root {
  return { type: 'root', children: [...children] };
}
