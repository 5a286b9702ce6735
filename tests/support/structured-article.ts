import type { Article } from '../../src/core/text/article.js';
import { readArticleFile } from '../../src/sources/file.js';

/** An article as it is read from a Markdown file, with its lists, tables and headings. */
export function readMarkdown(title: string, markdown: string, language = 'en'): Article {
  const { text, structure, bodyStart = 0 } = readArticleFile(`# ${title}\n\n${markdown}`, 'article.md');
  return { id: 'a', library: 'town', digest: 'd', title, text, structure, bodyStart, language };
}
