// The syntax that Obsidian adds to Markdown: hidden comments are removed, and links and highlights become plain text.
// https://help.obsidian.md/obsidian-flavored-markdown
import type { Blockquote, Nodes, Paragraph, PhrasingContent, Root, Text } from 'mdast';
import { childrenOf, visitNodes } from './visit-nodes.js';

/** Types in which `%%` is ordinary text. */
const VERBATIM = new Set(['code', 'inlineCode', 'html']);
const EMBED = /!\[\[[^\]\n]{0,300}\]\]/gu;
const WIKI_LINK = /\[\[([^\]|\n]{1,300})(?:\\?\|([^\]\n]{1,300}))?\]\]/gu;
/** An id at the end of a block, such as `^abc123`. */
const BLOCK_ID = /(?:^|\s)\^[A-Za-z\d][A-Za-z\d-]{2,}$/u;
/** Where GitLab, VitePress and others put a table of contents. */
const TABLE_OF_CONTENTS = /^\[?\[_?toc_?\]\]?$/iu;
/** `[!note]`, `[!tip]-`: the first line of a callout. GitHub calls it an alert. */
const CALLOUT = /^\[![\w -]+\][+-]?[^\S\n]*/u;

/** Parses Markdown without its `%%` comments, which may span several blocks. */
export function removeComments(markdown: string, parse: (markdown: string) => Root): Root {
  const tree = parse(markdown);
  if (!markdown.includes('%%')) return tree;
  const verbatim: { start: number; end: number }[] = [];
  visitNodes(tree, ({ type, position }) => {
    const [start, end] = [position?.start.offset, position?.end.offset];
    if (VERBATIM.has(type) && start !== undefined && end !== undefined) verbatim.push({ start, end });
  });
  // "50%%" isn't a comment.
  const marks = [...markdown.matchAll(/(?<!\d)%%/gu)]
    .map(({ index }) => index)
    .filter((index) => !verbatim.some(({ start, end }) => index >= start && index < end));
  let kept = '';
  let from = 0;
  for (let at = 0; at + 1 < marks.length; at += 2) {
    kept += markdown.slice(from, marks[at]);
    from = (marks[at + 1] ?? 0) + 2;
  }
  return parse(kept + markdown.slice(from));
}

/** Changes links, embedded files, highlights, block ids and callouts in place. */
export function convertObsidianSyntax(tree: Root): void {
  visitNodes(tree, (node) => {
    if (node.type === 'blockquote') convertCallout(node);
    if (node.type === 'text') node.value = TABLE_OF_CONTENTS.test(node.value) ? '' : convertLinks(node.value);
    const children = childrenOf(node);
    if (children.some(({ type }) => type === 'text')) {
      removeHighlightMarks(children);
      const last = children.at(-1);
      if (last?.type === 'text') last.value = last.value.trimEnd().replace(BLOCK_ID, '');
    }
  });
}

function convertLinks(text: string): string {
  if (!text.includes('[[')) return text;
  return text
    .replace(EMBED, '')
    .replace(WIKI_LINK, (_link, target: string, label?: string) =>
      (label ?? target.replace(/[#^].*$/u, '')).trim(),
    );
}

/** The title of a callout becomes a paragraph of its own. */
function convertCallout(quote: Blockquote): void {
  const [first] = quote.children;
  const [opening] = first?.type === 'paragraph' ? first.children : [];
  if (first?.type !== 'paragraph' || opening?.type !== 'text' || !CALLOUT.test(opening.value)) return;
  opening.value = opening.value.replace(CALLOUT, '');
  const [title, body] = splitAtLineEnd(first);
  quote.children.splice(0, 1, ...[title, body].filter(({ children }) => children.length > 0));
}

function splitAtLineEnd({ children }: Paragraph): [Paragraph, Paragraph] {
  const at = children.findIndex((child) => child.type === 'text' && child.value.includes('\n'));
  const text = children[at] as Text | undefined;
  if (!text) return [toParagraph(children), toParagraph([])];
  const lineEnd = text.value.indexOf('\n');
  const before: Text = { type: 'text', value: text.value.slice(0, lineEnd) };
  const after: Text = { type: 'text', value: text.value.slice(lineEnd + 1) };
  return [toParagraph([...children.slice(0, at), before]), toParagraph([after, ...children.slice(at + 1)])];
}

function toParagraph(children: readonly PhrasingContent[]): Paragraph {
  return { type: 'paragraph', children: children.filter((one) => one.type !== 'text' || one.value !== '') };
}

/** Removes the marks of `==highlights==`, which may contain other markup. */
function removeHighlightMarks(children: readonly Nodes[]): void {
  let opening: { text: Text; index: number } | undefined;
  for (const text of children) {
    if (text.type !== 'text') continue;
    for (let index = text.value.indexOf('=='); index !== -1; index = text.value.indexOf('==', index)) {
      const [before = 'x', after = 'x'] = [text.value[index - 1], text.value[index + 2]];
      if (opening && /[^\s=]/u.test(before) && after !== '=') {
        text.value = cut(text.value, index);
        opening.text.value = cut(opening.text.value, opening.index);
        if (opening.text === text) index -= 2;
        opening = undefined;
      } else {
        if (/[^\s=]/u.test(after) && before !== '=') opening = { text, index };
        index += 2;
      }
    }
  }
}

function cut(text: string, index: number): string {
  return text.slice(0, index) + text.slice(index + 2);
}
