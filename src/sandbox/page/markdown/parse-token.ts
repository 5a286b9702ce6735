// What Discord writes in angle brackets (mentions, times, addresses), bare addresses, and the words that call everyone.

import type { MarkdownNode, ParsedInline } from './markdown-tree.js';

/** Each has to match at the start of what follows. https://discord.com/developers/docs/reference#message-formatting */
const TOKENS: readonly (readonly [RegExp, (match: RegExpExecArray) => MarkdownNode])[] = [
  [/^<@!?(\d{1,20})>/, ([, id = '']) => ({ kind: 'mention', of: 'user', id })],
  [/^<@&(\d{1,20})>/, ([, id = '']) => ({ kind: 'mention', of: 'role', id })],
  [/^<#(\d{1,20})>/, ([, id = '']) => ({ kind: 'mention', of: 'channel', id })],
  [/^<\/([^:\n<>]{1,100}):(\d{1,20})>/, ([, name = '', id = '']) => ({ kind: 'command', name, id })],
  [/^<a?:(\w{2,32}):\d{1,20}>/, ([, name = '']) => ({ kind: 'emoji', name })],
  [
    // Times further away than 8,640,000,000,000 seconds have no date: https://tc39.es/ecma262/#sec-time-values-and-time-range
    /^<t:(-?\d{1,12})(?::([tTdDfFR]))?>/,
    ([, seconds, style = 'f']) => ({ kind: 'timestamp', seconds: Number(seconds), style }),
  ],
  [/^<(https?:\/\/[^\s<>]+)>/i, ([, url = '']) => createLink(url)],
  [/^@everyone\b/, () => ({ kind: 'mention', of: 'everyone' })],
  [/^@here\b/, () => ({ kind: 'mention', of: 'here' })],
];

/** Longest token: an address in brackets, at most as long as a message. */
const MAX_TOKEN_CHARS = 4_000;

/** Reads a token that begins at `at`, if one does. */
export function parseToken(source: string, at: number): ParsedInline | undefined {
  const rest = source.slice(at, at + MAX_TOKEN_CHARS);
  for (const [pattern, make] of TOKENS) {
    const match = pattern.exec(rest);
    if (match !== null) return { node: make(match), end: at + match[0].length };
  }
  return undefined;
}

/** Reads a bare address; punctuation at its end belongs to the sentence, a closing parenthesis without a pair as well. */
export function parseUrl(source: string, at: number): ParsedInline | undefined {
  let url = /^https?:\/\/[^\s<\]]+[^\s<\].,:;"']/i.exec(source.slice(at, at + MAX_TOKEN_CHARS))?.[0];
  while (url?.endsWith(')') && url.split(')').length > url.split('(').length) url = url.slice(0, -1);
  return url === undefined ? undefined : { node: createLink(url), end: at + url.length };
}

function createLink(url: string): MarkdownNode {
  return { kind: 'link', url, children: [{ kind: 'text', text: url }] };
}
