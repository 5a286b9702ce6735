// Parses Discord's Markdown into a tree. It never throws. markdown-view.tsx renders the tree.
// Syntax: https://support.discord.com/hc/en-us/articles/210298617
// Tokens in angle brackets: https://discord.com/developers/docs/reference#message-formatting
import type { MarkdownNode, MarkdownTree } from './markdown-tree.js';
import { MAX_DEPTH, nested, type ParseContext, parseInline } from './parse-inline.js';

const HEADING = /^(#{1,3}) +(\S.*)$/;
const SUBTEXT = /^-# +(\S.*)$/;
const ITEM = /^( *)(?:[-*]|(\d{1,9})\.) +(\S.*)$/;
const QUOTE = /^> /;
const FENCE = '```';

/** Parses a message's text. Delimiters without a closing partner stay as plain text. */
export function parseMarkdown(source: string): MarkdownTree {
  return parseBlocks(source, { depth: 0 });
}

/** The text without formatting, on one line. Used for excerpts. */
export function plainText(tree: MarkdownTree): string {
  const parts = tree.map((node) => {
    if (node.kind === 'list') return ` ${node.items.map(plainText).join(' ')} `;
    if ('children' in node) return isBlock(node) ? ` ${plainText(node.children)} ` : plainText(node.children);
    return 'text' in node ? node.text : '';
  });
  return parts.join('').replace(/\s+/g, ' ').trim();
}

function isBlock({ kind }: MarkdownNode): boolean {
  return kind === 'quote' || kind === 'heading' || kind === 'subtext';
}

function parseBlocks(source: string, context: ParseContext): MarkdownTree {
  const nodes: MarkdownNode[] = [];
  let paragraph: string[] = [];
  const flush = () => {
    if (paragraph.length > 0) nodes.push(...parseInline(paragraph.join('\n'), context));
    paragraph = [];
  };
  const lines = source.split('\n');
  for (let at = 0; at < lines.length; ) {
    const block = context.depth < MAX_DEPTH ? parseBlock(lines, at, context) : undefined;
    if (block === undefined) {
      const end = endOfFence(lines, at);
      paragraph.push(...lines.slice(at, end));
      at = end;
    } else {
      flush();
      nodes.push(block.node);
      at = block.end;
    }
  }
  flush();
  return nodes;
}

interface ParsedBlock {
  readonly node: MarkdownNode;
  /** Index of the line after the block. */
  readonly end: number;
}

function parseBlock(lines: readonly string[], at: number, context: ParseContext): ParsedBlock | undefined {
  const line = lines[at] ?? '';
  if (line.startsWith('>>> ') && !context.isInQuote) {
    const rest = [line.slice(4), ...lines.slice(at + 1)].join('\n');
    const children = parseBlocks(rest, nested(context, { isInQuote: true }));
    return { node: { kind: 'quote', children }, end: lines.length };
  }
  const heading = HEADING.exec(line);
  if (heading !== null) {
    const level = heading[1]?.length as 1 | 2 | 3;
    return {
      node: { kind: 'heading', level, children: parseInline(heading[2] ?? '', context) },
      end: at + 1,
    };
  }
  const subtext = SUBTEXT.exec(line);
  if (subtext !== null) {
    return { node: { kind: 'subtext', children: parseInline(subtext[1] ?? '', context) }, end: at + 1 };
  }
  if (QUOTE.test(line) && !context.isInQuote) return parseQuote(lines, at, context);
  return ITEM.test(line) ? parseList(lines, at, context) : undefined;
}

function parseQuote(lines: readonly string[], at: number, context: ParseContext): ParsedBlock {
  let end = at;
  while (end < lines.length && QUOTE.test(lines[end] ?? '')) end += 1;
  const inner = lines.slice(at, end).map((line) => line.slice(2));
  const children = parseBlocks(inner.join('\n'), nested(context, { isInQuote: true }));
  return { node: { kind: 'quote', children }, end };
}

function parseList(lines: readonly string[], at: number, context: ParseContext): ParsedBlock {
  const [, indent = '', number] = ITEM.exec(lines[at] ?? '') ?? [];
  const items: string[][] = [];
  let end = at;
  for (; end < lines.length; end += 1) {
    const line = lines[end] ?? '';
    const item = ITEM.exec(line);
    const isDeeper = line.startsWith(`${indent}  `) && line.trim() !== '';
    if (item !== null && !isDeeper) {
      if (item[1] !== indent || (item[2] === undefined) !== (number === undefined)) break;
      items.push([item[3] ?? '']);
    } else if (isDeeper) {
      items.at(-1)?.push(line.slice(indent.length + 2));
    } else break;
  }
  const start = number === undefined ? undefined : Number(number);
  return {
    node: { kind: 'list', start, items: items.map((item) => parseBlocks(item.join('\n'), nested(context))) },
    end,
  };
}

/** A code fence can start in the middle of a line. No line inside it starts a block. */
function endOfFence(lines: readonly string[], at: number): number {
  let isOpen = false;
  for (let end = at; end < lines.length; end += 1) {
    const fences = (lines[end] ?? '').split(FENCE).length - 1;
    if (fences % 2 === 1) isOpen = !isOpen;
    if (!isOpen) return end + 1;
  }
  return at + 1;
}
