// Turns a chapter of an e-book into the HTML that articles are made of.
import type { Element, ElementContent } from 'hast';
import { element, markPage, textNode } from '../markup/build-html.js';
import { findElement, type Markup, parseMarkup, textOf } from '../markup/parse-markup.js';

/** Whole chapters that are left out. https://www.w3.org/TR/epub-ssv-11/ */
const SKIPPED = /\b(?:cover|toc|landmarks|page-list|lo[itav]|titlepage|halftitlepage)\b/u;
const NOTE = /\b(?:footnotes?|endnotes?|rearnotes?|doc-footnote|doc-endnotes?)\b/u;
const NOTE_REFERENCE = /\b(?:noteref|doc-noteref)\b/u;
const BACK_LINK = /\b(?:backlink|doc-backlink|referrer)\b/u;
const PAGE_BREAK = /\b(?:pagebreak|doc-pagebreak)\b/u;
const MAX_LABEL_CHARS = 20;

/**
 * The content of a chapter. Empty if it is a cover or a table of contents.
 * @param notes gets the content of each footnote, in order
 */
export function convertChapter(xhtml: string, notes: ElementContent[][]): ElementContent[] {
  const root = parseMarkup(xhtml, 'xhtml');
  const body = findElement(root, 'body') ?? root;
  if (SKIPPED.test(typeOf(body))) return [];
  return [element('div', convertChildren(body, notes))];
}

function convertChildren(parent: Markup, notes: ElementContent[][]): ElementContent[] {
  return parent.children.flatMap((child) =>
    typeof child === 'string' ? [textNode(child)] : convertElement(child, notes),
  );
}

function convertElement(child: Markup, notes: ElementContent[][]): ElementContent[] {
  const { name, attributes } = child;
  const type = typeOf(child);
  if (PAGE_BREAK.test(type)) return startPage(child);
  if (SKIPPED.test(type) || NOTE_REFERENCE.test(type) || BACK_LINK.test(type)) return [];
  const content = convertChildren(child, notes);
  if (NOTE.test(type) && name !== 'section') {
    notes.push(content);
    return [];
  }
  const properties: Element['properties'] = {};
  // Links inside the book lead nowhere outside of it.
  if (name === 'a' && /^(?:https?|mailto):/iu.test(attributes['href'] ?? ''))
    properties['href'] = attributes['href'];
  for (const [from, to] of [
    ['alt', 'alt'],
    ['start', 'start'],
    ['value', 'value'],
    ['style', 'style'],
    ['colspan', 'colSpan'],
  ] as const)
    if (attributes[from] !== undefined) properties[to] = attributes[from];
  if (attributes['hidden'] !== undefined) properties['hidden'] = true;
  return [element(name, content, properties)];
}

/** The place where a page of the printed book starts. */
function startPage(child: Markup): ElementContent[] {
  const { title, 'aria-label': label } = child.attributes;
  const text = (title ?? label ?? textOf(child))
    .replace(/^\D{0,12}\s(?=\d)/u, '')
    .replace(/[.\s]+$/u, '')
    .trim();
  const isLabel = text !== '' && text.length <= MAX_LABEL_CHARS;
  return isLabel ? [markPage(element('span', []), text)] : [];
}

function typeOf({ attributes }: Markup): string {
  return `${attributes['epub:type'] ?? ''} ${attributes['role'] ?? ''}`;
}
