// Reads an OpenDocument text (.odt, .ott).
import type { ElementContent } from 'hast';
import { makeDraft } from '../html-draft.js';
import { footnoteSection, toRoot } from '../markup/build-html.js';
import { findElement, findElements, type Markup, parseMarkup, textOf } from '../markup/parse-markup.js';
import { markTableHeaders } from '../markup/table-header.js';
import { cleanMetadata } from '../metadata.js';
import type { FileDraft, FileToRead } from '../protocol.js';
import { refuseDamaged, refuseEncrypted } from '../refusals.js';
import { openZip } from '../zip/open-zip.js';
import { convertOdt, type OdtStyles } from './odt-to-html.js';

/** @throws AppError `sources/*`; RangeError if it is nested too deeply */
export async function readOdt({ name, bytes }: FileToRead): Promise<FileDraft> {
  const zip = await openZip(name, bytes);
  try {
    const manifest = 'META-INF/manifest.xml';
    if (zip.names.includes(manifest) && (await zip.readText(manifest)).includes('encryption-data'))
      throw refuseEncrypted(name);
    const content = parseMarkup(await zip.readText('content.xml'), 'xml');
    const meta = zip.names.includes('meta.xml') ? await zip.readText('meta.xml') : '';
    const body = findElement(content, 'office:text');
    if (!body) throw refuseDamaged(name, 'an OpenDocument text');
    const styles = readStyles(content);
    const notes: ElementContent[][] = [];
    const blocks = convertOdt(body, styles, notes).filter((node) => node.type === 'element');
    const tree = toRoot([...blocks, ...footnoteSection(notes)]);
    markTableHeaders(tree);
    const [first] = blocks;
    const isTitleMarked = first?.properties['dataTitle'] === true;
    return makeDraft({ tree, name, isTitleMarked, fields: readFields(parseMarkup(meta, 'xml')) });
  } finally {
    zip.close();
  }
}

/** Which paragraph styles are derived from which, and which list styles have numbers. */
function readStyles(content: Markup): OdtStyles {
  const parents = new Map<string, string>();
  for (const { attributes } of findElements(content, 'style:style')) {
    const { 'style:name': name, 'style:parent-style-name': parent } = attributes;
    if (name !== undefined && parent !== undefined) parents.set(name, parent);
  }
  const numbered = new Set<string>();
  for (const style of findElements(content, 'text:list-style')) {
    const first = findElement(style, 'text:list-level-style-number');
    const name = style.attributes['style:name'];
    if (name !== undefined && first?.attributes['text:level'] === '1') numbered.add(name);
  }
  return { parents, numbered };
}

function readFields(meta: Markup) {
  const field = (...names: readonly string[]): string | undefined => {
    for (const name of names) {
      const found = findElement(meta, name);
      if (found && textOf(found).trim() !== '') return textOf(found);
    }
    return undefined;
  };
  return cleanMetadata({
    title: field('dc:title'),
    authors: [field('meta:initial-creator', 'dc:creator')],
    date: field('meta:creation-date', 'dc:date'),
    language: field('dc:language'),
  });
}
