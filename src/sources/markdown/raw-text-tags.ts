// Keeps HTML tags whose content isn't parsed, such as <script>, from swallowing the rest of an article.
import type { Nodes, Root } from 'mdast';
import { childrenOf, visitNodes } from './visit-nodes.js';

/** https://html.spec.whatwg.org/multipage/parsing.html#parsing-html-fragments */
const NAMES = 'script|style|textarea|title|xmp|iframe|noembed|noframes|plaintext';
const OPENING = new RegExp(String.raw`<(${NAMES})(?=[\s/>])[^>]*>`, 'giu');

/**
 * Closes every such tag at the end of its HTML block. Within a paragraph, everything up to the closing tag is removed,
 * and a tag without one is text, as in "Use the <script> tag". Returns whether the tree has any HTML.
 */
export function closeRawTextTags(tree: Root): boolean {
  let hasHtml = false;
  visitNodes(tree, (node) => {
    if (node.type === 'html') hasHtml = true;
    const children = childrenOf(node);
    const isInline = node.type !== 'root' && children.some(({ type }) => type === 'text' || type === 'html');
    for (let at = 0; at < children.length; at += 1) {
      const child = children[at];
      if (child?.type !== 'html') continue;
      const [tag, name] = [...child.value.matchAll(OPENING)].at(-1) ?? [];
      if (tag === undefined || name === undefined || closes(child, name)) continue;
      const end = findClosingTag(children, at, name);
      if (isInline && end !== undefined) children.splice(at, end - at + 1);
      else if (isInline) children[at] = { type: 'text', value: child.value };
      else child.value += `</${name}>`;
    }
  });
  return hasHtml;
}

/** The index of the tag that closes the one at `at`. Undefined if another one opens first. */
function findClosingTag(nodes: readonly Nodes[], at: number, name: string): number | undefined {
  for (let index = at + 1; index < nodes.length; index += 1) {
    const node = nodes[index];
    const tag = node?.type === 'html' ? lastTag(node.value, name) : '';
    if (tag !== '') return tag.startsWith('</') ? index : undefined;
  }
  return undefined;
}

function closes(node: Nodes, name: string): boolean {
  return node.type === 'html' && lastTag(node.value, name).startsWith('</');
}

/** The last opening or closing tag with this name. */
function lastTag(html: string, name: string): string {
  return html.match(new RegExp(`</?${name}(?=[\\s/>])`, 'giu'))?.at(-1) ?? '';
}
