// Parses a page into a tree, as a browser does, within bounded time and memory.
import type { Root } from 'hast';
import { fromParse5 } from 'hast-util-from-parse5';
import { defaultTreeAdapter, parse } from 'parse5';
import { AppError } from '../../core/errors.js';

/** A page of this many characters is ten times as long as a long novel. */
const MAX_CHARS = 12_000_000;
const MAX_NODES = 400_000;
/** Browsers stop at 512. https://source.chromium.org/search?q=kMaximumHTMLParserDOMTreeDepth */
const MAX_DEPTH = 1_000;
/** The parser compares each attribute with those before it. */
const MAX_ATTRIBUTES = 300;
/** Elements whose content isn't markup. */
const RAW_TEXT = /^(?:script|style|textarea|title|xmp|iframe|noembed|noframes)$/iu;

/**
 * Parses a page.
 * @throws AppError `sources/page-too-complex`
 */
export function parseHtml(html: string): Root {
  if (html.length > MAX_CHARS) refuse(`it has more than ${MAX_CHARS.toLocaleString('en')} characters`);
  checkAttributes(html);
  let nodes = 0;
  let depth = 0;
  const count = () => {
    nodes += 1;
    if (nodes > MAX_NODES) refuse(`it has more than ${MAX_NODES.toLocaleString('en')} elements`);
  };
  const document = parse(html, {
    treeAdapter: {
      ...defaultTreeAdapter,
      createElement(...args) {
        count();
        return defaultTreeAdapter.createElement(...args);
      },
      createCommentNode(data) {
        count();
        return defaultTreeAdapter.createCommentNode(data);
      },
      onItemPush() {
        depth += 1;
        if (depth > MAX_DEPTH)
          refuse(`its elements are nested more than ${MAX_DEPTH.toLocaleString('en')} deep`);
      },
      onItemPop() {
        depth -= 1;
      },
    },
  });
  return fromParse5(document) as Root;
}

/**
 * Looks for a tag with too many attributes, in one pass. Quotes are read as the parser reads them, and so are comments
 * and scripts, because `if (a<b)` isn't a tag.
 */
function checkAttributes(html: string): void {
  const opening = /<(?:!--|\/?([a-z][^\s/>]*))/giu;
  for (let match = opening.exec(html); match; match = opening.exec(html)) {
    const name = match[1];
    if (name === undefined) {
      const end = html.indexOf('-->', opening.lastIndex);
      if (end < 0) return;
      opening.lastIndex = end + 3;
      continue;
    }
    opening.lastIndex = endOfTag(html, opening.lastIndex);
    if (!match[0].startsWith('</') && RAW_TEXT.test(name)) {
      const closing = new RegExp(`</${name}[\\s/>]`, 'giu');
      closing.lastIndex = opening.lastIndex;
      const end = closing.exec(html);
      if (!end) return;
      opening.lastIndex = end.index;
    }
  }
}

/** The index after the tag's `>`. An attribute starts after white space, a slash or a closing quote. */
function endOfTag(html: string, from: number): number {
  let attributes = 0;
  let at = from;
  let isBetween = true;
  for (; at < html.length; at += 1) {
    const character = html[at] as string;
    if (character === '>') return at + 1;
    if (character === '=') {
      const value = /\s*/uy;
      value.lastIndex = at + 1;
      value.exec(html);
      const quote = html[value.lastIndex];
      if (quote === '"' || quote === "'") {
        const end = html.indexOf(quote, value.lastIndex + 1);
        if (end < 0) return html.length;
        at = end;
        isBetween = true;
      }
    } else if (/[\s/]/u.test(character)) isBetween = true;
    else if (isBetween) {
      isBetween = false;
      attributes += 1;
      if (attributes > MAX_ATTRIBUTES) refuse(`a tag has more than ${MAX_ATTRIBUTES} attributes`);
    }
  }
  return at;
}

function refuse(why: string): never {
  throw new AppError({
    code: 'sources/page-too-complex',
    message: `The page is too large or too complex to read: ${why}.`,
    advice: 'Save the article as a text or PDF file and add the file instead.',
  });
}
