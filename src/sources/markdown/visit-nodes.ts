// Walks a Markdown tree.
import type { Nodes, Parent } from 'mdast';

/** Calls `visit` for `node` and every node below it, in document order. */
export function visitNodes(node: Nodes, visit: (node: Nodes) => void): void {
  visit(node);
  for (const child of childrenOf(node)) visitNodes(child, visit);
}

/** The children of a node, to be changed in place. Empty for a leaf. */
export function childrenOf(node: Nodes): Nodes[] {
  return 'children' in node ? ((node as Parent).children as Nodes[]) : [];
}
