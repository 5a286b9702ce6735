// Reads the pages of tests/measure/extraction/pages: what each is, and which of its text is the article.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Nodes } from 'hast';
import { fromParse5 } from 'hast-util-from-parse5';
import iconv from 'iconv-lite';
import { parse as parsePage } from 'parse5';
import { parse } from 'yaml';
import { isInline } from '../../../src/sources/html/tree.js';
import { isInvisible } from '../../../src/sources/html/visible-tree.js';

const FOLDER = join(import.meta.dirname.replace(/([\\/])dist[\\/]tests/u, '$1tests'), '.');

/** What the comment at the start of a page's file says. An unset field means that the page doesn't have it. */
interface Expected {
  readonly url: string;
  /** The code of the error, for a page that isn't an article. */
  readonly refused?: string;
  readonly canonical?: string;
  readonly next?: string;
  readonly title?: string;
  readonly author?: string;
  readonly published?: string;
  readonly language?: string | null;
  /** The first and the last sentence of the article. */
  readonly first?: string;
  readonly last?: string;
  readonly keep?: readonly string[];
  readonly drop?: readonly string[];
  /** The encoding of the page. Default: UTF-8. */
  readonly charset?: string;
  /** Where the page says so: in the HTTP header, in the page, or nowhere. */
  readonly declared?: 'header' | 'meta' | 'none';
}

/** A page with what should come of it. */
export interface SamplePage {
  /** Its folder and file name, such as `news/amp`. */
  readonly name: string;
  readonly html: string;
  /** As a server would send it. */
  readonly bytes: Uint8Array;
  readonly expected: Expected;
  /** Pieces of text that belong to the article, and pieces that don't. Title, byline and date are in neither. */
  readonly body: readonly string[];
  readonly boilerplate: readonly string[];
}

/** Every page, in order of name. */
export function readSamplePages(): readonly SamplePage[] {
  const files = readdirSync(join(FOLDER, 'pages'), { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => file.endsWith('.html'))
    .map((file) => file.replaceAll('\\', '/').replace(/\.html$/u, ''))
    .sort()
    .map(readSamplePage);
}

function readSamplePage(name: string): SamplePage {
  const file = readFileSync(join(FOLDER, 'pages', `${name}.html`), 'utf8');
  const [head = '', header = ''] = /^<!--\n(.*?)\n-->\n/su.exec(file) ?? [];
  const expected = parse(quoteTitles(header)) as Expected;
  const marked = file
    .slice(head.length)
    .trimEnd()
    .replace(/\{\{([\w-]+)\}\}/gu, (_all, part: string) =>
      readFileSync(join(FOLDER, 'parts', `${part}.html`), 'utf8').trimEnd(),
    );
  const html = marked.replace(/<!--\/?(?:body|drop|skip)-->/gu, '');
  return {
    name,
    html,
    bytes: iconv.encode(html, expected.charset ?? 'utf-8'),
    expected,
    ...splitText(marked, expected.title ?? ''),
  };
}

/** Sentences hold colons, which YAML wants in quotes. */
function quoteTitles(header: string): string {
  return header.replace(
    /^(title|first|last|author|published): (.*)$/gmu,
    (_all, key: string, value: string) => `${key}: ${JSON.stringify(value)}`,
  );
}

/** Splits a page's visible text at its blocks, and sorts the pieces by the marks around them. */
function splitText(html: string, title: string): Pick<SamplePage, 'body' | 'boilerplate'> {
  const body: string[] = [];
  const boilerplate: string[] = [];
  const marks: string[] = [];
  let piece = '';
  const flush = () => {
    const text = piece.replace(/\s+/gu, ' ').trim();
    piece = '';
    if (!/[\p{L}\p{N}]/u.test(text) || text === title) return;
    const mark = marks.at(-1);
    if (mark === 'body') body.push(text);
    else if (mark !== 'skip') boilerplate.push(text);
  };
  const visit = (node: Nodes): void => {
    if (node.type === 'text') piece += node.value;
    if (node.type === 'comment' && /^\/?(?:body|drop|skip)$/u.test(node.value)) {
      flush();
      if (node.value.startsWith('/')) marks.pop();
      else marks.push(node.value);
    }
    if (!('children' in node) || (node.type === 'element' && isInvisible(node))) return;
    const isBlock = node.type === 'element' && !isInline(node);
    if (isBlock) flush();
    for (const child of node.children) visit(child);
    if (isBlock) flush();
  };
  visit(fromParse5(parsePage(html)));
  flush();
  return { body, boilerplate };
}
