// Reads the titles of chapters from the table of contents of an e-book.
import { elementsOf, findElement, findElements, type Markup, textOf } from '../markup/parse-markup.js';

/**
 * The titles by address, as the table of contents has them: its `nav` element in EPUB 3, or the NCX file in EPUB 2. A
 * title that points into the middle of a chapter isn't the chapter's.
 */
export function readChapterTitles(contents: Markup): ReadonlyMap<string, string> {
  const titles = new Map<string, string>();
  const add = (address: string | undefined, label: string) => {
    const title = label.replace(/\s+/gu, ' ').trim();
    const [path, fragment] = (address ?? '').split('#', 2);
    if (path && title !== '' && fragment === undefined && !titles.has(path)) titles.set(path, title);
  };
  for (const point of findElements(contents, 'navPoint')) {
    const [label, content] = ['navLabel', 'content'].map((name) =>
      elementsOf(point).find((child) => child.name === name),
    );
    add(content?.attributes['src'], label ? textOf(label) : '');
  }
  const lists = findElements(contents, 'nav');
  const list = lists.find(({ attributes }) => /\btoc\b/u.test(attributes['epub:type'] ?? '')) ?? lists[0];
  for (const link of list ? findElements(list, 'a') : []) add(link.attributes['href'], textOf(link));
  return titles;
}

/** Whether a chapter has a heading of its own. */
export function hasHeading(chapter: Markup): boolean {
  return [1, 2, 3].some((level) => findElement(chapter, `h${level}`) !== undefined);
}
