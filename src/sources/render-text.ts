// Turns an HTML tree into the text that a reader sees, and notes headings, rows, list markers, links and code.
import type { Element, Nodes, Root } from 'hast';
import { raiseBoldQuestions } from './bold-questions.js';
import { renderTable } from './render-table.js';
import { type BuiltText, TextBuilder } from './text-builder.js';

declare module 'hast' {
  interface ElementData {
    /** The element stands at the start of the page with this label. Readers of documents set it; no markup can. */
    startsPage?: string | undefined;
  }
}

/** Elements that a reader doesn't see, or sees as a control. Deleted text isn't what the article says. */
const HIDDEN = new Set(
  'script style template noscript iframe object embed svg math canvas video audio head title select textarea del s strike rt rp'.split(
    ' ',
  ),
);
const BLOCKS = new Set(
  'address article aside blockquote body center details dialog div dl dt fieldset figure footer form header hgroup hr html legend main nav p section summary'.split(
    ' ',
  ),
);
const CAPTIONS = new Set(['caption', 'figcaption']);
const HEADING = /^h([1-6])$/;
/** An alternative text that is only a file name says nothing. */
const FILE_NAME = /^\S+\.(?:png|jpe?g|gif|svg|webp|avif|bmp)$/iu;
const HIDING_STYLE = /display\s*:\s*none|visibility\s*:\s*hidden/iu;
const SUPERSCRIPT = new Map([...'0123456789+-−'].map((sign, at) => [sign, [...'⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻'][at] ?? sign]));

/** Renders the tree. Comments and hidden elements are left out, and bold questions become headings. */
export function renderText(tree: Root): BuiltText {
  const builder = new TextBuilder();
  renderChildren(raiseBoldQuestions(tree), builder);
  return builder.build();
}

function renderChildren(node: Nodes, builder: TextBuilder): void {
  if ('children' in node) for (const child of node.children) renderNode(child, builder);
}

function renderNode(node: Nodes, builder: TextBuilder): void {
  if (node.type === 'text') builder.write(node.value);
  else if (node.type === 'element' && !isHidden(node)) renderElement(node, builder);
}

function renderElement(element: Element, builder: TextBuilder): void {
  const { tagName: name, properties, data } = element;
  if (data?.startsPage !== undefined) builder.startPage(data.startsPage);
  const heading = HEADING.exec(name);
  if (heading) {
    const level = Number(heading[1]);
    renderBlock(builder, () =>
      builder.mark({ kind: 'heading', level }, () =>
        builder.onOneLine(() => renderChildren(withoutImages(element), builder)),
      ),
    );
  } else if (name === 'br') builder.break('\n');
  else if (name === 'img') builder.write(altOf(element));
  else if (name === 'pre') renderCode(element, builder);
  else if (name === 'table') renderBlock(builder, () => renderTable(element, builder, renderChildren));
  else if (name === 'li') renderItem(element, '- ', builder);
  else if (isList(element)) renderBlock(builder, () => renderList(element, builder));
  else if (name === 'section' && 'dataFootnotes' in properties) renderFootnotes(element, builder);
  else if (name === 'dd') renderLine(element, builder);
  else if (name === 'sup') renderSuperscript(element, builder);
  else if (name === 'a' && typeof properties['href'] === 'string')
    renderLink(element, properties['href'], builder);
  else if (CAPTIONS.has(name) || isImageParagraph(element)) {
    renderBlock(builder, () => builder.mark({ kind: 'caption' }, () => renderChildren(element, builder)));
  } else if (BLOCKS.has(name)) renderBlock(builder, () => renderChildren(element, builder));
  else renderChildren(element, builder);
}

function renderBlock(builder: TextBuilder, work: () => void): void {
  builder.break('\n\n');
  work();
  builder.break('\n\n');
}

function renderLine(element: Element, builder: TextBuilder): void {
  builder.breakLine();
  renderChildren(element, builder);
  builder.break('\n\n');
}

/** The items of a list, each on a line of its own, with its bullet or number. */
function renderList(list: Element, builder: TextBuilder): void {
  const items = elementsOf(list).filter(({ tagName }) => tagName === 'li');
  let number = Number(list.properties['start'] ?? 1);
  for (const [index, item] of items.entries()) {
    if (index > 0) builder.breakLine();
    number = Number(item.properties['value'] ?? number);
    renderItem(item, list.tagName === 'ol' ? `${number}. ` : '- ', builder);
    number += 1;
  }
}

function isList(node: Nodes): node is Element {
  return node.type === 'element' && (node.tagName === 'ul' || node.tagName === 'ol');
}

/** Each footnote is a paragraph. Its number would mean nothing, because references to it are left out. */
function renderFootnotes(section: Element, builder: TextBuilder): void {
  const notes = elementsOf(section).filter(isList).flatMap(elementsOf);
  for (const note of notes) renderBlock(builder, () => renderChildren(note, builder));
}

function renderItem(item: Element, marker: string, builder: TextBuilder): void {
  const children = item.children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
  const [first] = children;
  const checkbox = findCheckbox(first);
  const box = checkbox ? (checkbox.properties['checked'] ? '☑ ' : '☐ ') : '';
  builder.mark({ kind: 'list-marker' }, () => builder.writeVerbatim(marker + box));
  for (const child of children) {
    const isParagraph = child.type === 'element' && child.tagName === 'p';
    // The first paragraph stands on the line of its marker, and a list in the item on the next lines.
    if (child === first && isParagraph) renderChildren(child, builder);
    else if (isList(child)) {
      builder.breakLine();
      renderList(child, builder);
    } else renderNode(child, builder);
  }
}

/** The checkbox of a task, which GFM puts at the start of an item. */
function findCheckbox(first: Nodes | undefined): Element | undefined {
  if (first?.type !== 'element') return undefined;
  if (first.tagName === 'input' && first.properties['type'] === 'checkbox') return first;
  return first.tagName === 'p' ? findCheckbox(first.children[0]) : undefined;
}

function renderCode(element: Element, builder: TextBuilder): void {
  const code = textOf(element).replace(/^\n|\s+$/gu, '');
  renderBlock(builder, () => builder.mark({ kind: 'code' }, () => builder.writeVerbatim(code)));
}

function renderLink(link: Element, href: string, builder: TextBuilder): void {
  const isOwnMark = 'dataFootnoteRef' in link.properties || 'dataFootnoteBackref' in link.properties;
  if (isOwnMark) return;
  const isAddress = !/^(?:#|javascript:|data:)/iu.test(href);
  if (isAddress) builder.mark({ kind: 'link', url: href }, () => renderChildren(link, builder));
  else renderChildren(link, builder);
}

/** "10<sup>6</sup>" isn't 106. */
function renderSuperscript(element: Element, builder: TextBuilder): void {
  const text = textOf(element);
  const isNumber = /^[+\-−]?\d+$/u.test(text) && elementsOf(element).length === 0;
  if (isNumber) builder.write([...text].map((sign) => SUPERSCRIPT.get(sign) ?? sign).join(''));
  else renderChildren(element, builder);
}

/** A heading without the images in it, such as badges, unless it has nothing else. */
function withoutImages(heading: Element): Element {
  if (textOf(heading).trim() === '') return heading;
  const children = heading.children
    .filter((child) => child.type !== 'element' || child.tagName !== 'img')
    .map((child) => (child.type === 'element' ? withoutImages(child) : child));
  return { ...heading, children };
}

function altOf({ properties }: Element): string {
  const alt = typeof properties['alt'] === 'string' ? properties['alt'] : '';
  return FILE_NAME.test(alt.trim()) ? '' : alt;
}

/** Whether a paragraph has nothing but images, such as a figure or a row of badges. */
function isImageParagraph(element: Element): boolean {
  const isImage = (node: Nodes): boolean =>
    (node.type === 'text' && node.value.trim() === '') ||
    (node.type === 'element' &&
      (node.tagName === 'img' ||
        node.tagName === 'br' ||
        (node.tagName === 'a' && node.children.every(isImage))));
  return element.tagName === 'p' && elementsOf(element).length > 0 && element.children.every(isImage);
}

function isHidden({ tagName, properties }: Element): boolean {
  const isFootnoteHeading = properties['id'] === 'footnote-label';
  const isInvisible = properties['hidden'] === true || HIDING_STYLE.test(String(properties['style'] ?? ''));
  return HIDDEN.has(tagName) || isInvisible || isFootnoteHeading;
}

function elementsOf(node: Element): Element[] {
  return node.children.filter((child) => child.type === 'element');
}

function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}
