// Parses inline Markdown: formatting, code, links, mentions and escapes.
import type { MarkdownNode, MarkdownTree, ParsedInline, Span } from './markdown-tree.js';
import { parseToken, parseUrl } from './parse-token.js';

/** Longer delimiters come first, so that `**` isn't read as two `*`. */
const SPAN_DELIMITERS: readonly (readonly [string, Span])[] = [
  ['**', 'strong'],
  ['__', 'underline'],
  ['~~', 'strike'],
  ['||', 'spoiler'],
  ['*', 'emphasis'],
  ['_', 'emphasis'],
];

/** Anything nested deeper stays plain text. This bounds the recursion. */
export const MAX_DEPTH = 12;

const FENCE = '```';

/** What surrounds the text being parsed. */
export interface ParseContext {
  readonly depth: number;
  /** Links can't contain links, and quotes can't contain quotes. */
  readonly isInLink?: boolean;
  readonly isInQuote?: boolean;
}

/** The context one level deeper. */
export function nested(context: ParseContext, more: Partial<ParseContext> = {}): ParseContext {
  return { ...context, ...more, depth: context.depth + 1 };
}

/** Parses text that contains no blocks. It may have several lines. */
export function parseInline(source: string, context: ParseContext): MarkdownTree {
  const nodes: MarkdownNode[] = [];
  let text = '';
  for (let at = 0; at < source.length; ) {
    const parsed = parseInlineAt(source, at, context);
    if (parsed === undefined) {
      text += source[at];
      at += 1;
    } else if (parsed.node.kind === 'text') {
      text += parsed.node.text;
      at = parsed.end;
    } else {
      if (text !== '') nodes.push({ kind: 'text', text });
      text = '';
      nodes.push(parsed.node);
      at = parsed.end;
    }
  }
  if (text !== '') nodes.push({ kind: 'text', text });
  return nodes;
}

function parseInlineAt(source: string, at: number, context: ParseContext): ParsedInline | undefined {
  const character = source[at];
  if (character === '\\') {
    const next = source[at + 1] ?? '';
    return /[^\p{L}\p{N}\s]/u.test(next) ? { node: { kind: 'text', text: next }, end: at + 2 } : undefined;
  }
  if (character === '`') return parseCode(source, at);
  if (character === '<' || character === '@') return parseToken(source, at);
  if (character === '[' && !context.isInLink) return parseMaskedLink(source, at, context);
  if (character === 'h' && !context.isInLink) return parseUrl(source, at);
  return context.depth < MAX_DEPTH ? parseSpan(source, at, context) : undefined;
}

function parseCode(source: string, at: number): ParsedInline {
  const ticks = /^`+/.exec(source.slice(at))?.[0] ?? '`';
  if (ticks.length === 3) {
    const close = source.indexOf(FENCE, at + 3);
    const block = /^(?:([\w+\-.#]+)\n)?\n*([^\n][\s\S]*?)\n*$/.exec(
      close < 0 ? '' : source.slice(at + 3, close),
    );
    if (block !== null) {
      const afterLineEnd = source[close + 3] === '\n' ? close + 4 : close + 3;
      return {
        node: { kind: 'code-block', language: block[1] ?? '', text: block[2] ?? '' },
        end: afterLineEnd,
      };
    }
  }
  const start = at + ticks.length;
  for (let close = source.indexOf(ticks, start); close > 0; close = source.indexOf(ticks, close + 1)) {
    if (close === start || source[close - 1] === '`' || source[close + ticks.length] === '`') continue;
    return { node: { kind: 'code', text: source.slice(start, close) }, end: close + ticks.length };
  }
  return { node: { kind: 'text', text: ticks }, end: start };
}

function parseMaskedLink(source: string, at: number, context: ParseContext): ParsedInline | undefined {
  const close = findClosingBracket(source, at);
  if (close === undefined || source[close + 1] !== '(') return undefined;
  const target = /^\(\s*<?(https?:\/\/[^\s<>]+?)>?(?:\s+"[^"\n]*")?\s*\)$/i.exec(
    readBalancedParentheses(source, close + 1),
  );
  const label = source.slice(at + 1, close);
  // Like Discord, don't link a label that contains a URL: it could hide where the link really goes.
  if (target === null || label.trim() === '' || /https?:\/\//i.test(label)) return undefined;
  const url = target[1] ?? '';
  return {
    node: { kind: 'link', url, children: parseInline(label, nested(context, { isInLink: true })) },
    end: close + 1 + target[0].length,
  };
}

function findClosingBracket(source: string, at: number): number | undefined {
  let depth = 0;
  for (let index = at; index < source.length; index += 1) {
    if (source[index] === '\\') index += 1;
    else if (source[index] === '[') depth += 1;
    else if (source[index] === ']') {
      depth -= 1;
      if (depth === 0) return index;
    }
  }
  return undefined;
}

/** The text from an opening parenthesis to its closing one. URLs may contain pairs of parentheses. */
function readBalancedParentheses(source: string, at: number): string {
  let depth = 0;
  for (let index = at; index < source.length && source[index] !== '\n'; index += 1) {
    if (source[index] === '(') depth += 1;
    else if (source[index] === ')') {
      depth -= 1;
      if (depth === 0) return source.slice(at, index + 1);
    }
  }
  return '';
}

function parseSpan(source: string, at: number, context: ParseContext): ParsedInline | undefined {
  for (const [mark, kind] of SPAN_DELIMITERS) {
    if (!source.startsWith(mark, at)) continue;
    const close = findClosingDelimiter(source, at, mark);
    if (close === undefined) continue;
    const children = parseInline(source.slice(at + mark.length, close), nested(context));
    return { node: { kind, children }, end: close + mark.length };
  }
  return undefined;
}

function findClosingDelimiter(source: string, at: number, mark: string): number | undefined {
  const start = at + mark.length;
  const needsWordBoundary = mark === '_';
  if (mark.length === 1 && (source[start] === mark || /\s/.test(source[start] ?? ' '))) return undefined;
  if (needsWordBoundary && /[\p{L}\p{N}_]/u.test(source[at - 1] ?? '')) return undefined;
  for (let index = start; index < source.length; index += 1) {
    if (source[index] === '\\') index += 1;
    else if (source[index] === '`') index = Math.max(index, parseCode(source, index).end - 1);
    else if (source.startsWith(mark, index)) {
      let run = 0;
      while (source[index + run] === mark[0]) run += 1;
      const close = index + run - mark.length;
      const isLoneMark = mark.length > 1 || run % 2 === 1;
      const isEnd = close > start && isLoneMark && !(mark.length === 1 && /\s/.test(source[close - 1] ?? ''));
      if (isEnd && !(needsWordBoundary && /[\p{L}\p{N}]/u.test(source[close + 1] ?? ''))) return close;
      index += run - 1;
    }
  }
  return undefined;
}
