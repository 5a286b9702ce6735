// Finds the short lines between an article's title and its first paragraph, where byline and date stand.
import type { Nodes, Root } from 'hast';
import { clippedText, elementsOf, isInline, simplify } from '../tree.js';

const MAX_LINES = 16;
const MAX_LINE_CHARS = 100;

/** Up to 16 lines below the title. Empty if the title isn't on the page. */
export function linesBelowTitle(page: Root, title: string): readonly string[] {
  const wanted = simplify(title);
  const lines: string[] = [];
  let isBelow = false;
  /** Whether the search is over. */
  const visit = (node: Nodes): boolean => {
    for (const child of elementsOf(node)) {
      const text = clippedText(child);
      if (text === '') continue;
      if (!isBelow && simplify(text) === wanted && wanted !== '') {
        isBelow = true;
        continue;
      }
      const isLeaf = elementsOf(child).every((one) => elementsOf(one).length === 0 && isInline(one));
      if (!isLeaf || !isBelow) {
        if (visit(child)) return true;
        continue;
      }
      if (text.length > MAX_LINE_CHARS || lines.length >= MAX_LINES) return true;
      lines.push(text, ...elementsOf(child).map(clippedText));
    }
    return false;
  };
  visit(page);
  return lines;
}
