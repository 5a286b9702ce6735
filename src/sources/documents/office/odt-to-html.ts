// Turns the body of an OpenDocument text into HTML. Names of elements:
// https://docs.oasis-open.org/office/OpenDocument/v1.3/os/part3-schema/OpenDocument-v1.3-os-part3-schema.html
import type { ElementContent } from 'hast';
import { element, textNode } from '../markup/build-html.js';
import { elementsOf, findElement, type Markup, textOf } from '../markup/parse-markup.js';

/** What the file's automatic styles say. */
export interface OdtStyles {
  /** The style that a style is derived from, by name. */
  readonly parents: ReadonlyMap<string, string>;
  /** List styles with numbers on their first level. */
  readonly numbered: ReadonlySet<string>;
}

/** Deleted text, comments, hidden text, forms and lists of contents. */
const SKIPPED = new Set([
  ...['text:tracked-changes', 'office:annotation', 'office:annotation-end', 'office:forms'],
  ...['text:table-of-content', 'text:illustration-index', 'text:table-index', 'text:alphabetical-index'],
  ...['text:hidden-text', 'text:hidden-paragraph', 'text:note-citation', 'draw:object', 'draw:object-ole'],
  ...[
    'text:sequence-decls',
    'text:variable-decls',
    'text:user-field-decls',
    'text:ruby-text',
    'office:event-listeners',
  ],
]);
/** Repeated cells and spaces come as a number, which may be anything. */
const MAX_REPEATED = 64;

/**
 * Converts the content of an element.
 * @param notes gets the content of each footnote and endnote, in order
 */
export function convertOdt(parent: Markup, styles: OdtStyles, notes: ElementContent[][]): ElementContent[] {
  return parent.children.flatMap((child): ElementContent[] => {
    if (typeof child === 'string') return [textNode(child)];
    return SKIPPED.has(child.name) ? [] : convertElement(child, styles, notes);
  });
}

function convertElement(child: Markup, styles: OdtStyles, notes: ElementContent[][]): ElementContent[] {
  const { name, attributes } = child;
  const inner = () => convertOdt(child, styles, notes);
  switch (name) {
    case 'text:h':
      return [element(`h${clampLevel(attributes['text:outline-level'])}`, inner())];
    case 'text:p':
      return [convertParagraph(child, styles, inner())];
    case 'text:list':
      return [convertList(child, styles, notes)];
    case 'table:table':
      return [element('table', convertRows(child, styles, notes, 'td'))];
    case 'text:a':
      return [element('a', inner(), { href: attributes['xlink:href'] ?? '#' })];
    case 'text:s':
      return [textNode(' ')];
    case 'text:tab':
      return [textNode(' ')];
    case 'text:line-break':
      return [element('br', [])];
    case 'text:note': {
      const body = findElement(child, 'text:note-body');
      if (body) notes.push(convertOdt(body, styles, notes));
      return [];
    }
    case 'draw:frame':
      return convertFrame(child, styles, notes);
    case 'text:section':
    case 'draw:text-box':
      return [element('div', inner())];
    default:
      return inner();
  }
}

function convertParagraph({ attributes }: Markup, styles: OdtStyles, children: ElementContent[]) {
  const style = baseStyle(attributes['text:style-name'], styles);
  if (style === 'Title') return element('h1', children, { dataTitle: true });
  const paragraph = element('p', children);
  return style === 'Quotations' ? element('blockquote', [paragraph]) : paragraph;
}

/** The style that an automatic style is derived from. */
function baseStyle(name: string | undefined, { parents }: OdtStyles): string | undefined {
  const parent = name === undefined ? undefined : parents.get(name);
  return parent ?? name;
}

function convertList(list: Markup, styles: OdtStyles, notes: ElementContent[][]): ElementContent {
  const isNumbered = styles.numbered.has(list.attributes['text:style-name'] ?? '');
  const items = elementsOf(list)
    .filter(({ name }) => name === 'text:list-item' || name === 'text:list-header')
    .map((item) => element('li', convertOdt(item, styles, notes)));
  return element(isNumbered ? 'ol' : 'ul', items);
}

function convertRows(
  table: Markup,
  styles: OdtStyles,
  notes: ElementContent[][],
  cellName: 'td' | 'th',
): ElementContent[] {
  return elementsOf(table).flatMap((child) => {
    if (child.name === 'table:table-header-rows') return convertRows(child, styles, notes, 'th');
    if (child.name !== 'table:table-row') return convertRows(child, styles, notes, cellName);
    const cells = elementsOf(child).flatMap((cell) => {
      if (cell.name !== 'table:table-cell') return [];
      const colSpan = clampCount(cell.attributes['table:number-columns-spanned']);
      const content = convertOdt(cell, styles, notes);
      const count = clampCount(cell.attributes['table:number-columns-repeated']);
      return Array.from({ length: count }, () => element(cellName, content, { colSpan }));
    });
    return cells.some((cell) => cell.children.length > 0) ? [element('tr', cells)] : [];
  });
}

/** A frame holds a text box, or a picture with its description. */
function convertFrame(frame: Markup, styles: OdtStyles, notes: ElementContent[][]): ElementContent[] {
  const box = findElement(frame, 'draw:text-box');
  if (box) return [element('div', convertOdt(box, styles, notes))];
  const description = findElement(frame, 'svg:desc') ?? findElement(frame, 'svg:title');
  return description ? [element('img', [], { alt: textOf(description) })] : [];
}

function clampLevel(level: string | undefined): number {
  return Math.min(6, Math.max(1, Number(level) || 1));
}

function clampCount(count: string | undefined): number {
  return Math.min(MAX_REPEATED, Math.max(1, Number(count) || 1));
}
