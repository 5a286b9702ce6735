// Brings the forms that web pages use into those that the text is rendered from: images, notes, tables, line breaks.
import type { Element, ElementContent, Root } from 'hast';
import { parseUrl } from '../../../core/text/parse-url.js';
import { attributeOf, clippedText, elementsOf, findAll, findFirst, hasName, isInline } from '../tree.js';

/** An image without such a text is decoration. */
const MIN_ALT_CHARS = 12;
/** A table with longer cells arranges a page. */
const MAX_CELL_CHARS = 400;
const BLOCKS_IN_CELLS = new Set(['div', 'p', 'center', 'section']);
/** The mark of a footnote, the arrow back from it, or the sign behind a heading that links to it. */
const NOTE_MARK =
  /^(?:\[(?:\d{1,3}|[a-z]|[ivx]{1,4}|[*†‡§]|(?:note|nb|n|lower-alpha) ?\d*)\]|[↑^↩⏎#¶🔗]\uFE0E?(?:\s?[a-z\d]{1,2})*)$/iu;
/** In a raised link, a number alone is a mark too. Elsewhere it is text, as in "see section 4". */
const RAISED_MARK = /^(?:\d{1,3}|[a-z]|[ivx]{1,4}|[*†‡§])$/iu;

/** A copy of the tree. Links become absolute. */
export function tidyBody(body: Root, url: string): Root {
  const tidy = (nodes: readonly ElementContent[], parent: Element | Root): ElementContent[] =>
    nodes.flatMap((node, at): ElementContent[] => {
      if (node.type !== 'element') return [node];
      if (isNoteMark(node)) return [];
      if (node.tagName === 'img') return tidyImage(node, parent);
      if (node.tagName === 'br' && isSecondBreak(nodes, at)) return [create('hr', [])];
      if (node.tagName === 'pre' && isProse(node)) return toParagraphs(node);
      const own = node.tagName === 'table' ? tidyTable(node) : node;
      const tidied = tidy(own.children, own);
      const children = own.tagName === 'ul' || own.tagName === 'ol' ? toItems(tidied) : tidied;
      if (own.tagName === 'a') return [{ ...own, properties: absoluteLink(own, url), children }];
      return [{ ...own, tagName: own.tagName.includes('-') ? 'div' : own.tagName, children }];
    });
  return { type: 'root', children: tidy(body.children as ElementContent[], body) };
}

function create(tagName: string, children: ElementContent[]): Element {
  return { type: 'element', tagName, properties: {}, children };
}

/** An image's alternative text is its caption, unless the page shows one. In a sentence, it is part of the text. */
function tidyImage(image: Element, parent: Element | Root): ElementContent[] {
  const alt = attributeOf(image, 'alt').trim();
  if (parent.type === 'element' && (isInline(parent) || parent.tagName === 'p') && clippedText(parent) !== '')
    return alt.length <= 2 ? [image] : [];
  if (alt.length < MIN_ALT_CHARS || !/\s/u.test(alt) || (parent.type === 'element' && hasCaption(parent)))
    return [];
  if (parent.type === 'element' && parent.tagName === 'p') return [image];
  return [create('p', [image])];
}

function hasCaption(element: Element): boolean {
  return element.tagName === 'figure' && findFirst(element, hasName('figcaption')) !== undefined;
}

function isNoteMark(element: Element): boolean {
  if (!/^(?:a|sup|span)$/.test(element.tagName)) return false;
  const link = element.tagName === 'a' ? element : findFirst(element, hasName('a'));
  const text = clippedText(element);
  if (!link || !(NOTE_MARK.test(text) || (element.tagName === 'sup' && RAISED_MARK.test(text)))) return false;
  return attributeOf(link, 'href').includes('#');
}

/** Whether this line break follows another one: old pages separate paragraphs like this. */
function isSecondBreak(nodes: readonly ElementContent[], at: number): boolean {
  for (let index = at - 1; index >= 0; index -= 1) {
    const node = nodes[index] as ElementContent;
    if (node.type === 'element') return node.tagName === 'br';
    if (node.type === 'text' && node.value.trim() !== '') return false;
  }
  return false;
}

/** A list whose children are all items. A list right in a list belongs to the item before it. */
function toItems(children: readonly ElementContent[]): ElementContent[] {
  const items: ElementContent[] = [];
  for (const child of children) {
    const before = items.at(-1);
    const isList = child.type === 'element' && (child.tagName === 'ul' || child.tagName === 'ol');
    if (child.type !== 'text' && child.type !== 'element') continue;
    if ((child.type === 'element' && child.tagName === 'li') || clippedText(child) === '') items.push(child);
    else if (isList && before?.type === 'element' && before.tagName === 'li')
      items[items.length - 1] = { ...before, children: [...before.children, child] };
    else if (isList) items.push(...child.children);
    else items.push(create('li', [child]));
  }
  return items;
}

/** Old pages and archives of mail put prose into `<pre>`. */
function isProse(pre: Element): boolean {
  const text = rawText(pre);
  if (findFirst(pre, hasName('code', 'samp', 'kbd')) || attributeOf(pre, 'className') !== '') return false;
  const letters = text.match(/[\p{L}\p{M}\s]/gu)?.length ?? 0;
  return (text.match(/[\p{L}\d)”"][.!?](?=\s|$)/gu)?.length ?? 0) >= 2 && letters > text.length * 0.85;
}

function toParagraphs(pre: Element): Element[] {
  return rawText(pre)
    .split(/\n\s*\n/u)
    .filter((paragraph) => paragraph.trim() !== '')
    .map((value) => create('p', [{ type: 'text', value }]));
}

function rawText(node: Element): string {
  return node.children
    .map((child) => (child.type === 'text' ? child.value : child.type === 'element' ? rawText(child) : ''))
    .join('');
}

/** In a table of data, cells of the head are header cells, and a cell has no blocks. */
function tidyTable(table: Element): Element {
  const cells = findAll(table, hasName('td', 'th'));
  const isData =
    findAll(table, hasName('table', 'ul', 'ol', 'h1', 'h2', 'h3', 'h4', 'blockquote', 'pre')).length === 0 &&
    cells.every((cell) => clippedText(cell).length <= MAX_CELL_CHARS) &&
    findAll(table, hasName('tr')).some((row) => elementsOf(row).length > 1);
  if (!isData) return table;
  const change = (node: Element, isHead: boolean, isCell: boolean): Element => {
    const inHead = isHead || node.tagName === 'thead';
    const inCell = isCell || node.tagName === 'td' || node.tagName === 'th';
    const tagName =
      inHead && node.tagName === 'td'
        ? 'th'
        : isCell && BLOCKS_IN_CELLS.has(node.tagName)
          ? 'span'
          : node.tagName;
    const children = node.children.flatMap((child, at): ElementContent[] => {
      if (child.type !== 'element') return [child];
      const changed = change(child, inHead, inCell);
      const wasBlock = changed.tagName === 'span' && child.tagName !== 'span' && at > 0;
      return wasBlock ? [{ type: 'text', value: ' ' }, changed] : [changed];
    });
    return { ...node, tagName, children };
  };
  return change(table, false, false);
}

function absoluteLink(link: Element, base: string): Element['properties'] {
  const href = attributeOf(link, 'href').trim();
  if (href === '' || href.startsWith('#')) return link.properties;
  return { ...link.properties, href: parseUrl(href, base)?.href };
}
