// Rebuilds paragraphs, headings, list items and tables from the lines of a document.
import type { PageLine } from '../page/reading-order.js';
import type { Block } from './block.js';
import { findTable } from './find-table.js';
import { readHeading } from './headings.js';
import { startsParagraph } from './line-breaks.js';
import { markerOf } from './list-markers.js';
import type { Typography } from './typography.js';

export function buildBlocks(lines: readonly PageLine[], typography: Typography): readonly Block[] {
  const blocks: Block[] = [];
  let open: PageLine[] = [];
  let marker: string | undefined;
  const close = () => {
    if (open.length > 0)
      blocks.push(
        marker === undefined ? { kind: 'paragraph', lines: open } : { kind: 'item', marker, lines: open },
      );
    open = [];
    marker = undefined;
  };
  for (let index = 0; index < lines.length; ) {
    const line = lines[index] as PageLine;
    const table = findTable(lines, index);
    if (table) {
      close();
      blocks.push(table);
      index += table.lines.length;
      continue;
    }
    const last = open.at(-1);
    const isNew = !last || startsParagraph(lines, index, last, typography, marker);
    if (isNew) {
      close();
      const heading = readHeading(lines, index, typography, blocks);
      if (heading) {
        blocks.push(heading);
        index += heading.lines.length;
        continue;
      }
      marker = markerOf(line, blocks.at(-1));
    }
    open.push(line);
    index += 1;
  }
  close();
  return blocks;
}
