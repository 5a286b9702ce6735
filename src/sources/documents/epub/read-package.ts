// Reads the package document of an e-book: its metadata, and which files are its chapters.
import type { FrontMatter } from '../../front-matter.js';
import { elementsOf, findElement, findElements, type Markup, textOf } from '../markup/parse-markup.js';
import { cleanMetadata } from '../metadata.js';

/** Parts that only show or list what the book has: https://idpf.org/epub/20/spec/OPF_2.0.1_draft.htm#Section2.6 */
const NO_CHAPTER = /^(?:cover|toc|title-?page|loi|lot)$/iu;

export interface EpubPackage {
  readonly fields: FrontMatter;
  /** Addresses of the chapters, relative to the package document, in reading order. */
  readonly chapters: readonly string[];
}

export function readPackage(root: Markup): EpubPackage {
  const items = new Map(
    findElements(root, 'item').map(({ attributes }) => [attributes['id'] ?? '', attributes] as const),
  );
  const skipped = new Set(
    findElements(root, 'reference')
      .filter(({ attributes }) => NO_CHAPTER.test(attributes['type'] ?? ''))
      .map(({ attributes }) => (attributes['href'] ?? '').split('#', 1)[0]),
  );
  const chapters = findElements(root, 'itemref').flatMap(({ attributes }) => {
    const item = items.get(attributes['idref'] ?? '');
    const href = item?.['href'];
    const isChapter =
      attributes['linear'] !== 'no' &&
      /html|xml/u.test(item?.['media-type'] ?? 'html') &&
      !/\b(?:nav|cover)\b/u.test(item?.['properties'] ?? '');
    return href !== undefined && isChapter && !skipped.has(href) ? [href] : [];
  });
  return { fields: readFields(root), chapters };
}

function readFields(root: Markup): FrontMatter {
  const metadata = findElement(root, 'metadata') ?? root;
  const roles = new Map(
    findElements(metadata, 'meta')
      .filter(({ attributes }) => attributes['property'] === 'role')
      .map((meta) => [attributes(meta, 'refines').replace(/^#/u, ''), textOf(meta).trim()] as const),
  );
  const creators = elementsOf(metadata).filter(({ name }) => name === 'dc:creator');
  const authors = creators.filter((creator) => {
    const role = attributes(creator, 'opf:role') || roles.get(attributes(creator, 'id')) || 'aut';
    return role === 'aut';
  });
  const field = (name: string): string | undefined => {
    const found = findElement(metadata, name);
    return found && textOf(found);
  };
  return cleanMetadata({
    title: field('dc:title'),
    authors: (authors.length > 0 ? authors : creators).map(textOf),
    date: field('dc:date'),
    language: field('dc:language'),
  });
}

function attributes({ attributes: all }: Markup, name: string): string {
  return all[name] ?? '';
}
