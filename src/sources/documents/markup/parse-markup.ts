// Parses XML and XHTML into a tree, within limits. Entities that a file declares itself are never expanded.
import { Parser } from 'htmlparser2';

/** An element of a document. Names are as the file writes them, such as `text:p`. */
export interface Markup {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (Markup | string)[];
}

const MAX_DEPTH = 256;
const MAX_NODES = 2_000_000;

/**
 * Parses a document, however damaged it is.
 * @param kind `xhtml` also knows the entities and void elements of HTML, and writes names in lower case
 * @throws RangeError if it is nested too deeply, has too many elements or declares entities
 */
export function parseMarkup(text: string, kind: 'xml' | 'xhtml'): Markup {
  if (/<!ENTITY/iu.test(text)) throw new RangeError('it declares entities');
  const root: Markup = { name: '', attributes: {}, children: [] };
  const open: Markup[] = [root];
  let nodes = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        nodes += 1;
        if (open.length > MAX_DEPTH || nodes > MAX_NODES) throw new RangeError('it is nested too deeply');
        const element: Markup = { name, attributes, children: [] };
        open.at(-1)?.children.push(element);
        open.push(element);
      },
      ontext(part) {
        open.at(-1)?.children.push(part);
      },
      onclosetag() {
        if (open.length > 1) open.pop();
      },
    },
    { xmlMode: kind === 'xml', recognizeSelfClosing: true, recognizeCDATA: true, decodeEntities: true },
  );
  parser.write(text);
  parser.end();
  return root;
}

export function elementsOf({ children }: Markup): Markup[] {
  return children.filter((child) => typeof child !== 'string');
}

/** The first element with this name below `root`, in document order. */
export function findElement(root: Markup, name: string): Markup | undefined {
  for (const child of elementsOf(root)) {
    const found = child.name === name ? child : findElement(child, name);
    if (found) return found;
  }
  return undefined;
}

/** All elements with this name below `root`, in document order. */
export function findElements(root: Markup, name: string): Markup[] {
  return elementsOf(root).flatMap((child) => [
    ...(child.name === name ? [child] : []),
    ...findElements(child, name),
  ]);
}

export function textOf(node: Markup | string): string {
  return typeof node === 'string' ? node : node.children.map(textOf).join('');
}
