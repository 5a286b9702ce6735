// Collects the text of an RTF file as paragraphs, list items, tables and footnotes.
import type { Element, ElementContent } from 'hast';
import { element, textNode } from '../markup/build-html.js';

export interface RtfWriter {
  write(text: string, format: { readonly isBold: boolean; readonly isSuperscript: boolean }): void;
  /** The bullet or number before a list item. */
  addMarker(text: string): void;
  /** A part of a field's instruction, such as `HYPERLINK "https://example.org"`. */
  addInstruction(text: string): void;
  /** What is written next is the result of the field. */
  closeInstruction(): void;
  closeField(): void;
  /** @param level of the heading that the paragraph is, from 1. Undefined or over 6: it is none */
  setHeading(level: number | undefined): void;
  enterTable(): void;
  leaveTable(): void;
  breakLine(): void;
  endParagraph(): void;
  endCell(): void;
  endRow(): void;
  openNote(): void;
  closeNote(): void;
  end(): { readonly blocks: readonly Element[]; readonly notes: readonly (readonly ElementContent[])[] };
}

const ADDRESS = /HYPERLINK\s+(?:\\\S+\s+)*"?(https?:[^"\s]+)/iu;
const NUMBER = /(\d+)\D*$/u;

export function createRtfWriter(): RtfWriter {
  const blocks: Element[] = [];
  const notes: ElementContent[][] = [];
  let content: ElementContent[] = [];
  let heading: number | undefined;
  let marker = '';
  let instruction = '';
  let address: string | undefined;
  let isInTable = false;
  let cells: Element[] = [];
  let outer: ElementContent[] | undefined;

  function isBlank(): boolean {
    return content.every((node) => node.type === 'text' && node.value.trim() === '');
  }

  function endParagraph(): void {
    address = undefined;
    if (outer) {
      content.push(element('br', []));
      return;
    }
    if (isInTable) {
      if (!isBlank()) content.push(element('br', []));
      return;
    }
    if (!isBlank()) {
      if (heading !== undefined) blocks.push(element(`h${heading}`, content));
      else if (marker.trim() !== '') addItem(marker, content);
      else blocks.push(element('p', content));
    }
    content = [];
    marker = '';
  }

  function addItem(text: string, children: ElementContent[]): void {
    const number = NUMBER.exec(text)?.[1];
    const name = number === undefined ? 'ul' : 'ol';
    const item = element('li', children, number === undefined ? {} : { value: number });
    const list = blocks.at(-1);
    if (list?.tagName === name) list.children.push(item);
    else blocks.push(element(name, [item]));
  }

  return {
    write(text, { isBold, isSuperscript }) {
      const node = textNode(text);
      const link = address === undefined ? node : element('a', [node], { href: address });
      const marked = isSuperscript ? element('sup', [link]) : isBold ? element('b', [link]) : link;
      const last = content.at(-1);
      // Encodings and escapes cut the text into single letters.
      const isSame = last?.type === 'element' && marked.type === 'element' && last.tagName === marked.tagName;
      if (marked.type === 'text' && last?.type === 'text') last.value += text;
      else if (isSame && address === undefined && last.children[0]?.type === 'text')
        last.children[0].value += text;
      else if (
        isSame &&
        last.tagName === 'a' &&
        last.properties['href'] === address &&
        last.children[0]?.type === 'text'
      )
        last.children[0].value += text;
      else content.push(marked);
    },
    addMarker(text) {
      marker += text;
    },
    addInstruction(text) {
      instruction += text;
    },
    closeInstruction() {
      address = ADDRESS.exec(instruction)?.[1];
      instruction = '';
    },
    closeField() {
      address = undefined;
    },
    setHeading(level) {
      heading = level !== undefined && level >= 1 && level <= 6 ? level : undefined;
    },
    enterTable() {
      if (!isInTable && !outer) {
        endParagraph();
        isInTable = true;
      }
    },
    leaveTable() {
      if (cells.length === 0 && isBlank()) isInTable = false;
    },
    breakLine() {
      content.push(element('br', []));
    },
    endParagraph,
    endCell() {
      cells.push(element('td', content));
      content = [];
      marker = '';
    },
    endRow() {
      const table = blocks.at(-1);
      const row = element('tr', cells);
      if (cells.length > 0 && table?.tagName === 'table') table.children.push(row);
      else if (cells.length > 0) blocks.push(element('table', [row]));
      cells = [];
      isInTable = false;
    },
    openNote() {
      outer = content;
      content = [];
    },
    closeNote() {
      if (!outer) return;
      if (!isBlank()) notes.push(content);
      content = outer;
      outer = undefined;
    },
    end() {
      isInTable = false;
      endParagraph();
      return { blocks, notes };
    },
  };
}
