// Turns the blocks of a PDF file into an HTML tree, so that they become text the same way as web pages and Markdown.
import type { Element, ElementContent, Root } from 'hast';
import { element, markPage } from '../markup/build-html.js';
import { markTableHeader } from '../markup/table-header.js';
import { judgeLineEnd, type Vocabulary } from './hyphenation.js';
import type { TextLink } from './page-content.js';
import type { Block } from './paragraphs.js';
import type { PageLine } from './reading-order.js';

interface Context {
  readonly vocabulary: Vocabulary;
  /** By index of the page. */
  readonly labels: readonly string[];
  /** The page that the text has reached. */
  page: number | undefined;
}

/** @param labels of the pages, by index */
export function toHtml(blocks: readonly Block[], labels: readonly string[], vocabulary: Vocabulary): Root {
  const context: Context = { vocabulary, labels, page: undefined };
  const children: Element[] = [];
  for (const block of blocks) {
    if (block.kind !== 'item') children.push(toElement(block, context));
    else {
      const isNumber = /\w/u.test(block.marker);
      const item = element('li', toInline(withoutMarker(block.lines, block.marker), context));
      if (isNumber) item.properties['value'] = /\d+/.exec(block.marker)?.[0] ?? '1';
      const list = children.at(-1);
      const name = isNumber && /\d/.test(block.marker) ? 'ol' : 'ul';
      if (list?.tagName === name) list.children.push(item);
      else children.push(element(name, [item]));
    }
  }
  return { type: 'root', children };
}

function toElement(block: Exclude<Block, { kind: 'item' }>, context: Context): Element {
  if (block.kind === 'paragraph') return element('p', toInline(block.lines, context));
  if (block.kind === 'heading') return element(`h${block.level}`, toInline(block.lines, context));
  const rows = block.rows.map((cells, index) => {
    const row = element(
      'tr',
      cells.map((cell) => element('td', [{ type: 'text', value: cell }])),
    );
    return startPage(row, block.lines[index], context);
  });
  const table = element('table', rows);
  const [first, second] = block.lines;
  markTableHeader(table, {
    isSetOff: first !== undefined && second !== undefined && first.font !== second.font,
  });
  return table;
}

/** The text of the lines, with links and the places where pages start. */
function toInline(lines: readonly PageLine[], context: Context): ElementContent[] {
  const content: ElementContent[] = [];
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1];
    const end = next ? judgeLineEnd(line.text, next.text, context.vocabulary) : 'space';
    const parts = splitAtLinks(end === 'join' ? line.text.slice(0, -1) : line.text, linksOf(line));
    content.push(startPage(element('span', parts), line, context));
    if (next && end === 'space') content.push({ type: 'text', value: '\n' });
  }
  return content;
}

function startPage(target: Element, line: PageLine | undefined, context: Context): Element {
  const label = line && line.page !== context.page ? context.labels[line.page] : undefined;
  if (line) context.page = line.page;
  return label === undefined ? target : markPage(target, label);
}

function linksOf({ segments }: PageLine): TextLink[] {
  let offset = 0;
  return segments.flatMap(({ text, links }) => {
    const start = offset;
    offset += text.length + 1;
    return links.map((link) => ({ ...link, start: link.start + start, end: link.end + start }));
  });
}

function splitAtLinks(text: string, links: readonly TextLink[]): ElementContent[] {
  const parts: ElementContent[] = [];
  let from = 0;
  for (const { start, end, url } of [...links].sort((a, b) => a.start - b.start)) {
    if (start < from || end > text.length) continue;
    parts.push({ type: 'text', value: text.slice(from, start) });
    const label = element('a', [{ type: 'text', value: text.slice(start, end) }]);
    parts.push({ ...label, properties: { href: url } });
    from = end;
  }
  return [...parts, { type: 'text', value: text.slice(from) }];
}

function withoutMarker(lines: readonly PageLine[], marker: string): readonly PageLine[] {
  const [first, ...rest] = lines;
  if (!first) return lines;
  const text = first.text.slice(marker.length).trimStart();
  return text === '' && rest.length > 0 ? rest : [{ ...first, text, segments: [] }, ...rest];
}
