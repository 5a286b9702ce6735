// Reads the structured data of a page: https://json-ld.org/, with the vocabulary of https://schema.org/
import type { Root } from 'hast';
import { attributeOf, findAll } from '../tree.js';

/** One thing that a page describes. */
export type LinkedThing = Readonly<Record<string, unknown>>;

/** A page with more or longer blocks is read without the rest. */
const MAX_BLOCKS = 40;
const MAX_BLOCK_CHARS = 1_000_000;
const MAX_THINGS = 500;
const MAX_LINE_CHARS = 2_000;
const COMMENT_START = /^(?:<!--|\/\/\s?<!\[CDATA\[|\/\*\s?<!\[CDATA\[\s?\*\/|<!\[CDATA\[)/u;
const COMMENT_END = /(?:-->|\/\/\s?\]\]>|\/\*\s?\]\]>\s?\*\/|\]\]>|;)$/u;

/** The things that a page describes, in order, those inside `@graph` and `mainEntity` included. */
export function readLinkedThings(page: Root): readonly LinkedThing[] {
  const scripts = findAll(
    page,
    (element) =>
      element.tagName === 'script' && /^application\/ld\+json/iu.test(attributeOf(element, 'type').trim()),
  );
  const things: LinkedThing[] = [];
  for (const script of scripts.slice(0, MAX_BLOCKS)) {
    const [text] = script.children;
    if (text?.type === 'text' && text.value.length <= MAX_BLOCK_CHARS) collect(parse(text.value), things, 0);
  }
  return things;
}

/** Whether a thing is of one of these types. */
export function isOfType(thing: LinkedThing, types: RegExp): boolean {
  return listOf(thing['@type']).some((type) => types.test(String(type).replace(/^.*[/:#]/u, '')));
}

/** A value as a list. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
}

/** A value as one line of text. Empty if it isn't text. */
export function lineOf(value: unknown): string {
  const [first] = listOf(value);
  if (typeof first === 'string') return first.slice(0, MAX_LINE_CHARS).replace(/\s+/gu, ' ').trim();
  return isThing(first) && '@value' in first ? lineOf(first['@value']) : '';
}

/** Whether a value is an object. */
export function isThing(value: unknown): value is LinkedThing {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function collect(value: unknown, things: LinkedThing[], depth: number): void {
  if (depth > 4) return;
  for (const thing of listOf(value)) {
    if (!isThing(thing) || things.length >= MAX_THINGS) continue;
    things.push(thing);
    for (const inner of [thing['@graph'], thing['mainEntity'], thing['mainEntityOfPage']])
      collect(inner, things, depth + 1);
  }
}

/** Sites put comments around it, and raw line ends into its strings. */
function parse(json: string): unknown {
  const bare = json.trim().replace(COMMENT_START, '').replace(COMMENT_END, '');
  for (const text of [bare, bare.replace(/\p{Cc}+/gu, ' ')]) {
    try {
      return JSON.parse(text);
    } catch {}
  }
  return undefined;
}
