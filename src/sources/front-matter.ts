// Reads the fields at the top of a file, in YAML, TOML or JSON and with the keys of common tools. Bad fields are skipped.

import { parse as parseToml } from 'smol-toml';
import { parse as parseYaml } from 'yaml';
import { canonicalLine } from '../core/text/article.js';
import { readLanguage } from '../core/text/language-tag.js';
import { parseUrl } from '../core/text/parse-url.js';
import { readDate } from '../core/text/read-date.js';

/** What the fields say about the article. Empty and unreadable fields are unset. */
export interface FrontMatter {
  readonly title?: string | undefined;
  readonly dek?: string | undefined;
  readonly url?: string | undefined;
  readonly author?: string | undefined;
  readonly published?: string | undefined;
  readonly language?: string | undefined;
  /** Says which date couldn't be read. */
  readonly warnings?: readonly string[] | undefined;
}

/** Keys by field, in order of preference: ours, then those of Hugo, Jekyll, Obsidian, Pandoc and others. */
const KEYS = {
  title: ['title', 'headline'],
  dek: ['dek', 'standfirst', 'subtitle', 'teaser', 'description', 'summary', 'excerpt', 'abstract'],
  url: ['url', 'canonical', 'canonical_url', 'canonicalurl', 'source', 'source_url', 'link', 'permalink'],
  author: ['author', 'authors', 'by', 'byline'],
  published: ['published', 'date', 'pubdate', 'publishdate', 'published_at', 'date_published', 'created'],
  language: ['language', 'lang', 'locale'],
} as const satisfies Record<Exclude<keyof FrontMatter, 'warnings'>, readonly string[]>;

/** Other keys that show that a block is front matter, even if it looks odd. */
const OTHER_KEYS = [
  ...['aliases', 'categories', 'category', 'draft', 'id', 'image', 'keywords', 'lastmod', 'layout'],
  ...['series', 'slug', 'tags', 'type', 'updated', 'weight'],
];
const KNOWN_KEYS: ReadonlySet<string> = new Set([...Object.values(KEYS).flat(), ...OTHER_KEYS]);

/** Of a field that can't be read, in a warning. */
const MAX_SHOWN_CHARS = 100;
/** The line that opens a block, and the lines that close it. */
const FENCES = [
  {
    opening: '---',
    closing: ['---', '...'],
    // A colon without a space after it isn't YAML, but people write it.
    key: new RegExp(
      String.raw`^(?:["']?([\p{L}_][\p{L}\p{N}_.-]*(?: [\p{L}\p{N}_.-]+)?)["']?[^\S\n]*:(?=\s|$)|(${[...KNOWN_KEYS].join('|')}):)`,
      'iu',
    ),
    parse: readYamlFields,
  },
  {
    opening: '+++',
    closing: ['+++'],
    key: /^["']?([\p{L}_][\p{L}\p{N}_.-]*)["']?[^\S\n]*=/u,
    parse: readTomlFields,
  },
  { opening: '{', closing: ['}'], key: /^\s+"([^"]+)"\s*:/u, parse: readJsonFields },
] as const;
/** Lines that continue the entry before: indented, a list item, or the end of a bracket. */
const CONTINUATION = /^(?:\s|-\s|-$|[\]}])/u;

/**
 * Splits canonical text into its front matter and the rest. A paragraph between two rules is text, not front matter.
 */
export function readFrontMatter(source: string): { readonly fields: FrontMatter; readonly rest: string } {
  const lines = source.split('\n');
  const first = lines.findIndex((line) => line.trim() !== '');
  const fence = FENCES.find(({ opening }) => opening === lines[first]?.trimEnd());
  if (!fence) return { fields: {}, rest: source };
  const closing: readonly string[] = fence.closing;
  const last = lines.findIndex((line, index) => index > first && closing.includes(line.trimEnd()));
  const block = lines.slice(first + 1, last);
  if (last === -1 || !isFields(block, fence.key)) return { fields: {}, rest: source };
  return { fields: toFrontMatter(fence.parse(block, fence.key)), rest: lines.slice(last + 1).join('\n') };
}

/** Whether the lines between two rules are fields. The first line of every group must be one. */
function isFields(block: readonly string[], key: RegExp): boolean {
  const groups = block
    .join('\n')
    .split(/\n\s*\n/u)
    .map((group) => group.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#')))
    .filter((lines) => lines.length > 0);
  const keys = groups.flat().flatMap((line) => key.exec(line)?.slice(1) ?? []);
  if (groups.length === 0) return true;
  if (!key.test(groups[0]?.[0] ?? '') || !groups.every(([line = '']) => isFieldLine(line, key))) return false;
  if (keys.some((one) => one !== undefined && KNOWN_KEYS.has(one.toLowerCase()))) return true;
  // Keys that no tool is known for: "Note: It rained." is a sentence.
  const isSentence = (line: string) => /^\p{Lu}.*[.!?]["”’)]?$/u.test(line);
  return (
    block[0]?.trim() !== '' && groups.flat().every((line) => isFieldLine(line, key) && !isSentence(line))
  );
}

function isFieldLine(line: string, key: RegExp): boolean {
  return key.test(line) || CONTINUATION.test(line);
}

/** What a file says, by key in lower case. */
type RawFields = ReadonlyMap<string, unknown>;

type Parse = (text: string) => unknown;

function readYamlFields(block: readonly string[], key: RegExp): RawFields {
  return readEntries(block, key, (text) =>
    parseYaml(text, { schema: 'failsafe', uniqueKeys: false, logLevel: 'error' }),
  );
}

function readTomlFields(block: readonly string[], key: RegExp): RawFields {
  return readEntries(block, key, parseToml);
}

function readJsonFields(block: readonly string[], key: RegExp): RawFields {
  return readEntries(block, key, (text) => JSON.parse(`{${text}}`));
}

/** All fields at once, or one by one if some can't be parsed. */
function readEntries(block: readonly string[], key: RegExp, parse: Parse): RawFields {
  const all = tryParse(block.join('\n'), parse);
  if (all.size > 0) return all;
  return new Map(splitEntries(block, key).flatMap((entry) => readEntry(entry, key, parse)));
}

/** A field, or what its line says if it can't be parsed. */
function readEntry(entry: string, key: RegExp, parse: Parse): [string, unknown][] {
  const parsed = tryParse(entry, parse);
  if (parsed.size > 0) return [...parsed];
  const [whole = '', name, knownName] = key.exec(entry) ?? [];
  const [value = ''] = entry.slice(whole.length).trim().split('\n', 1);
  return [[(name ?? knownName ?? '').toLowerCase(), unquote(value.replace(/\s#\s.*$/u, ''))]];
}

function tryParse(text: string, parse: Parse): RawFields {
  try {
    return toMap(parse(text));
  } catch {
    return new Map();
  }
}

/** Without quotes around it, and without a quote or bracket at its start that is never closed. */
function unquote(value: string): string {
  const [opening = ''] = value;
  const closing = { '"': '"', "'": "'", '[': ']' }[opening];
  if (closing === undefined) return value;
  if (opening !== '[' && value.length > 1 && value.endsWith(closing)) return value.slice(1, -1);
  return value.includes(closing, 1) ? value : value.slice(1);
}

/** Each field with the lines that continue it. */
function splitEntries(block: readonly string[], key: RegExp): string[] {
  const entries: string[] = [];
  for (const line of block) {
    if (key.test(line)) entries.push(line);
    else if (entries.length > 0 && CONTINUATION.test(line)) entries.push(`${entries.pop()}\n${line}`);
  }
  return entries;
}

/** Fields by key in lower case. */
function toMap(fields: unknown): RawFields {
  if (typeof fields !== 'object' || fields === null || Array.isArray(fields)) return new Map();
  return new Map(Object.entries(fields).map(([key, value]) => [key.toLowerCase(), value]));
}

function toFrontMatter(raw: RawFields): FrontMatter {
  const find = (field: keyof typeof KEYS, accept: (text: string) => string | undefined = (text) => text) => {
    for (const key of KEYS[field]) {
      const text = toLine(raw.get(key));
      const accepted = text === '' ? undefined : accept(text);
      if (accepted !== undefined) return accepted;
    }
    return undefined;
  };
  const published = find('published', readDate);
  // In Jekyll, `published` says whether a post is shown.
  const unread =
    published === undefined ? find('published', (date) => (/\d/u.test(date) ? date : undefined)) : undefined;
  return {
    title: find('title'),
    dek: find('dek'),
    url: find('url', (url) => (/^https?:\/\/\S+$/iu.test(url) && parseUrl(url) ? url : undefined)),
    author: find('author', (author) => author.replace(/\[\[(?:[^\]|]*\|)?([^\]]*)\]\]/gu, '$1')),
    published,
    language: find('language', readLanguage),
    ...(unread === undefined
      ? {}
      : {
          warnings: [
            `I can't tell which day “${unread.slice(0, MAX_SHOWN_CHARS)}” is, so the article has no date.`,
          ],
        }),
  };
}

/** A value as one line: lists are joined with commas, and of a person the name counts. */
function toLine(value: unknown): string {
  if (Array.isArray(value)) return value.map(toLine).filter(Boolean).join(', ');
  if (value instanceof Date) return value.toISOString().replace('.000Z', 'Z');
  if (typeof value === 'object' && value !== null) return toLine((value as { name?: unknown }).name);
  return value === undefined || value === null ? '' : canonicalLine(String(value));
}
