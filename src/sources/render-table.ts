// Renders a table as one line per row, each cell with the name of its column: "Month: January; Rent: £40".
import type { Element } from 'hast';
import type { TextBuilder } from './text-builder.js';

type RenderChildren = (node: Element, builder: TextBuilder) => void;

/** Cells that hold such elements belong to a table that only arranges a page. */
const LAYOUT = new Set(['table', 'ul', 'ol', 'div', 'blockquote', 'pre', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);

export function renderTable(table: Element, builder: TextBuilder, renderChildren: RenderChildren): void {
  const rows = find(table, 'tr');
  const caption = elementsOf(table).find(({ tagName }) => tagName === 'caption');
  if (caption) {
    builder.mark({ kind: 'caption' }, () => renderChildren(caption, builder));
    builder.break('\n\n');
  }
  if (rows.some((row) => cellsOf(row).some((cell) => hasLayout(cell)))) {
    for (const cell of rows.flatMap(cellsOf)) {
      builder.break('\n\n');
      renderChildren(cell, builder);
    }
    return;
  }
  const header = rows.filter(isHeader);
  const names = namesOf(header.at(-1));
  const body = rows.filter((row) => !header.includes(row));
  for (const row of body.length > 0 ? body : header) {
    builder.break('\n');
    builder.mark({ kind: 'row' }, () =>
      renderRow(row, body.length > 0 ? names : [], builder, renderChildren),
    );
  }
}

function renderRow(
  row: Element,
  names: readonly string[],
  builder: TextBuilder,
  renderChildren: RenderChildren,
): void {
  let column = 0;
  let isFirst = true;
  for (const cell of cellsOf(row)) {
    const name = names[column] ?? '';
    column += Number(cell.properties['colSpan'] ?? 1) || 1;
    if (textOf(cell) === '') continue;
    if (!isFirst) {
      builder.dropSpace();
      builder.writeVerbatim('; ');
    }
    isFirst = false;
    if (name !== '') builder.mark({ kind: 'column-name' }, () => builder.writeVerbatim(`${name}: `));
    builder.onOneLine(() => renderChildren(cell, builder));
  }
}

/** The row with the column names: in the head, or of header cells alone. */
function isHeader(row: Element): boolean {
  const cells = cellsOf(row);
  return cells.length > 0 && cells.every(({ tagName }) => tagName === 'th');
}

/** A column name for each column, without a colon at its end. */
function namesOf(row: Element | undefined): readonly string[] {
  return (row ? cellsOf(row) : []).flatMap((cell) => {
    const name = textOf(cell).replace(/\s*:$/u, '');
    return Array.from({ length: Number(cell.properties['colSpan'] ?? 1) || 1 }, () => name);
  });
}

function cellsOf(row: Element): Element[] {
  return elementsOf(row).filter(({ tagName }) => tagName === 'td' || tagName === 'th');
}

function find(element: Element, name: string): Element[] {
  return elementsOf(element).flatMap((child) =>
    child.tagName === name ? [child] : child.tagName === 'table' ? [] : find(child, name),
  );
}

function hasLayout(cell: Element): boolean {
  return elementsOf(cell).some((child) => LAYOUT.has(child.tagName) || hasLayout(child));
}

function elementsOf(element: Element): Element[] {
  return element.children.filter((child) => child.type === 'element');
}

function textOf(node: Element): string {
  const read = (one: Element['children'][number]): string =>
    one.type === 'text' ? one.value : one.type === 'element' ? one.children.map(read).join('') : '';
  return read(node).replace(/\s+/gu, ' ').trim();
}
