// Marks the first row of a table as its header if it looks like one, because many documents don't say.
import type { Element, ElementContent, Root } from 'hast';

const MAX_NAME_CHARS = 60;

/**
 * Turns the cells of the first row into header cells in place. A header has a short text in every cell and either looks
 * different from the other rows, or has no number above a column of numbers.
 * @param isSetOff whether the row is in another font or style
 */
export function markTableHeader(table: Element, { isSetOff }: { readonly isSetOff: boolean }): void {
  const rows = findRows(table);
  const [first, ...others] = rows.map((row) => cellsOf(row));
  if (!first || others.length === 0 || first.some(({ tagName }) => tagName === 'th')) return;
  const names = first.map((cell) => textOf(cell).trim());
  const isHeader =
    names.length > 1 &&
    names.filter((name) => name === '').length <= 1 &&
    names.every((name) => name.length <= MAX_NAME_CHARS) &&
    new Set(names).size === names.length;
  if (!isHeader) return;
  const isAboveNumbers = names.some(
    (name, column) =>
      !/^\W*\d/u.test(name) &&
      others.every((row) => {
        const cell = row[column];
        return cell !== undefined && /^\W*\d/u.test(textOf(cell).trim());
      }),
  );
  const hasNumbers = names.some((name) => /^\W*\d/u.test(name) && !/^(?:19|20)\d\d$/u.test(name));
  if (isSetOff || (isAboveNumbers && !hasNumbers)) for (const cell of first) cell.tagName = 'th';
}

/** {@link markTableHeader} for every table. A row in bold is set off. */
export function markTableHeaders(tree: Root | Element): void {
  for (const child of tree.children) {
    if (child.type !== 'element') continue;
    if (child.tagName === 'table') {
      const [first = false, ...others] = findRows(child).map(isBold);
      markTableHeader(child, { isSetOff: first && !others.some(Boolean) });
    }
    markTableHeaders(child);
  }
}

function isBold(row: Element): boolean {
  const isBoldNode = (node: ElementContent): boolean =>
    (node.type === 'text' && node.value.trim() === '') ||
    (node.type === 'element' &&
      (node.tagName === 'strong' ||
        node.tagName === 'b' ||
        (node.children.length > 0 && node.children.every(isBoldNode))));
  return cellsOf(row).every((cell) => textOf(cell).trim() === '' || cell.children.every(isBoldNode));
}

/** The rows of a table, without those of tables inside it. */
function findRows(table: Element): Element[] {
  return elementsOf(table).flatMap((child) =>
    child.tagName === 'tr' ? [child] : child.tagName === 'table' ? [] : findRows(child),
  );
}

function cellsOf(row: Element): Element[] {
  return elementsOf(row).filter(({ tagName }) => tagName === 'td' || tagName === 'th');
}

function elementsOf({ children }: Element): Element[] {
  return children.filter((child) => child.type === 'element');
}

function textOf(node: ElementContent): string {
  if (node.type === 'text') return node.value;
  return node.type === 'element' ? node.children.map(textOf).join('') : '';
}
