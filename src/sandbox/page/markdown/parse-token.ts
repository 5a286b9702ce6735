// Parses Discord's tokens (mentions, timestamps, commands, emoji), `@everyone`, `@here` and URLs.

import type { MarkdownNode, ParsedInline } from './markdown-tree.js';

/** Each pattern matches at the start of the remaining text. https://discord.com/developers/docs/reference#message-formatting */
const TOKENS: readonly (readonly [RegExp, (match: RegExpExecArray) => MarkdownNode])[] = [
  [/^<@!?(\d{1,20})>/, ([, id = '']) => ({ kind: 'mention', of: 'user', id })],
  [/^<@&(\d{1,20})>/, ([, id = '']) => ({ kind: 'mention', of: 'role', id })],
  [/^<#(\d{1,20})>/, ([, id = '']) => ({ kind: 'mention', of: 'channel', id })],
  [/^<\/([^:\n<>]{1,100}):(\d{1,20})>/, ([, name = '', id = '']) => ({ kind: 'command', name, id })],
  [/^<a?:(\w{2,32}):\d{1,20}>/, ([, name = '']) => ({ kind: 'emoji', name })],
  [
    // Dates beyond 8,640,000,000,000 seconds are invalid: https://tc39.es/ecma262/#sec-time-values-and-time-range
    /^<t:(-?\d{1,12})(?::([tTdDfFR]))?>/,
    ([, seconds, style = 'f']) => ({ kind: 'timestamp', seconds: Number(seconds), style }),
  ],
  [/^<(https?:\/\/[^\s<>]+)>/i, ([, url = '']) => createLink(url)],
  [/^@everyone\b/, () => ({ kind: 'mention', of: 'everyone' })],
  [/^@here\b/, () => ({ kind: 'mention', of: 'here' })],
];

/** The longest possible token is a URL in brackets, which can't be longer than a message. */
const MAX_TOKEN_CHARS = 4_000;

/** Parses the token that starts at `at`, if there is one. */
export function parseToken(source: string, at: number): ParsedInline | undefined {
  const rest = source.slice(at, at + MAX_TOKEN_CHARS);
  for (const [pattern, create] of TOKENS) {
    const match = pattern.exec(rest);
    if (match !== null) return { node: create(match), end: at + match[0].length };
  }
  return undefined;
}

/** Parses a bare URL. Trailing punctuation and an unmatched closing parenthesis aren't part of it. */
export function parseUrl(source: string, at: number): ParsedInline | undefined {
  let url = /^https?:\/\/[^\s<\]]+[^\s<\].,:;"']/i.exec(source.slice(at, at + MAX_TOKEN_CHARS))?.[0];
  while (url?.endsWith(')') && url.split(')').length > url.split('(').length) url = url.slice(0, -1);
  return url === undefined ? undefined : { node: createLink(url), end: at + url.length };
}

function createLink(url: string): MarkdownNode {
  return { kind: 'link', url, children: [{ kind: 'text', text: url }] };
}
