// Reads a Word file (.docx) with mammoth, which turns it into HTML.
import { strToU8, zipSync } from 'fflate';
import type { Element, Root } from 'hast';
import { raw } from 'hast-util-raw';
import mammoth from 'mammoth';
import { makeDraft } from '../html-draft.js';
import { findElement, parseMarkup, textOf } from '../markup/parse-markup.js';
import { markTableHeaders } from '../markup/table-header.js';
import { cleanMetadata } from '../metadata.js';
import type { FileDraft, FileToRead } from '../protocol.js';
import { refuseTooComplex } from '../refusals.js';
import { openZip, type ZipParts } from '../zip/open-zip.js';

/** https://github.com/mwilliamson/mammoth.js#writing-style-maps. Lists of contents are left out. */
const STYLE_MAP = [
  "p[style-name='Title'] => h1.document-title:fresh",
  "p[style-name='Subtitle'] => p:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
  "p[style-name='caption'] => figcaption:fresh",
  "p[style-name='TOC Heading'] => !",
  "p[style-name^='toc '] => !",
  "p[style-name^='Contents '] => !",
  "p[style-name='table of figures'] => !",
];
const NOTE = /^(?:foot|end)note-\d+$/u;
const NOTE_REFERENCE = /^#?(?:foot|end)note-(?:ref-)?\d+$/u;

/** @throws AppError `sources/*` */
export async function readDocx({ name, bytes }: FileToRead): Promise<FileDraft> {
  const zip = await openZip(name, bytes);
  try {
    const { parts, core } = await readParts(name, zip);
    // mammoth gets a new file with the checked parts only, because it unpacks whatever it's given.
    const file = Buffer.from(zipSync(parts, { level: 0 }));
    const { value } = await mammoth.convertToHtml(
      { buffer: file },
      { styleMap: STYLE_MAP, convertImage: mammoth.images.imgElement(async () => ({ src: '' })) },
    );
    const tree = raw({ type: 'root', children: [{ type: 'raw', value }] }) as Root;
    markNotes(tree);
    markTableHeaders(tree);
    const [first] = tree.children;
    const isTitleMarked =
      first?.type === 'element' && String(first.properties['className'] ?? '').includes('document-title');
    return makeDraft({ tree, name, isTitleMarked, fields: readFields(core) });
  } finally {
    zip.close();
  }
}

/** Everything but pictures, fonts and other files that have no text. */
async function readParts(name: string, zip: ZipParts) {
  const parts: Record<string, Uint8Array> = {};
  let core = '';
  for (const part of zip.names) {
    if (!/\.(?:xml|rels)$/iu.test(part) || /\/theme\//u.test(part)) continue;
    const text = await zip.readText(part);
    if (/<!ENTITY/iu.test(text)) throw refuseTooComplex(name, 'declares XML entities');
    if (/^docProps\/core\.xml$/iu.test(part)) core = text;
    parts[part] = strToU8(text.replace(/^<\?xml[^>]*\?>/u, ''));
  }
  return { parts, core };
}

function readFields(core: string) {
  const root = parseMarkup(core, 'xml');
  const field = (element: string): string | undefined => {
    const found = findElement(root, element);
    return found && textOf(found);
  };
  return cleanMetadata({
    title: field('dc:title'),
    authors: (field('dc:creator') ?? '').split(';'),
    date: field('dcterms:created'),
    language: field('dc:language'),
  });
}

/** Notes become paragraphs at the end, and the marks that point to them are left out. */
function markNotes(tree: Root): void {
  const visit = (parent: Root | Element): void => {
    for (const [index, child] of parent.children.entries()) {
      if (child.type !== 'element') continue;
      if (child.tagName === 'a' && NOTE_REFERENCE.test(String(child.properties['href'] ?? '')))
        child.properties['dataFootnoteRef'] = true;
      const isNotes =
        child.tagName === 'ol' &&
        child.children.some(
          (item) => item.type === 'element' && NOTE.test(String(item.properties['id'] ?? '')),
        );
      visit(child);
      if (isNotes)
        parent.children[index] = {
          ...{ type: 'element', tagName: 'section', children: [child] },
          properties: { dataFootnotes: true },
        };
    }
  };
  visit(tree);
}
