// The extractors that are compared: ours, two well-known ones as they come, and all text of the page.
import { Readability } from '@mozilla/readability';
import { Defuddle } from 'defuddle/node';
import { fromParse5 } from 'hast-util-from-parse5';
import { parseHTML } from 'linkedom';
import { parse } from 'parse5';
import { AppError } from '../../../src/core/errors.js';
import { decodeHtml } from '../../../src/sources/html/decode-html.js';
import { readPage } from '../../../src/sources/html/read-page.js';
import { textOf } from '../../../src/sources/html/tree.js';
import { keepVisible } from '../../../src/sources/html/visible-tree.js';
import type { SamplePage } from './page-set.js';

/** What an extractor makes of a page. */
export interface Extract {
  readonly text: string;
  readonly title: string;
  /** Why the page isn't an article, if the extractor says so. */
  readonly refused?: string | undefined;
}

/** An extractor with the name that the report gives it. */
export interface Extractor {
  readonly name: string;
  extract(page: SamplePage): Promise<Extract>;
}

/** In the order of the report. */
export const EXTRACTORS: readonly Extractor[] = [
  { name: 'Footnote', extract: async (page) => readOurs(page) },
  { name: 'Readability', extract: async (page) => readReadability(page) },
  { name: 'Defuddle', extract: readDefuddle },
  {
    name: 'body text',
    extract: async ({ html }) => ({ text: textOf(keepVisible(fromParse5(parse(html)) as never)), title: '' }),
  },
];

function readOurs({ bytes, expected }: SamplePage): Extract {
  try {
    const { text, title } = readPage(decodeHtml(bytes, headerOf(expected)), expected);
    return { text, title };
  } catch (error) {
    if (error instanceof AppError) return { text: '', title: '', refused: error.code };
    throw error;
  }
}

/** The charset that the page's server declares. */
export function headerOf({ declared, charset }: SamplePage['expected']): {
  readonly charset?: string | undefined;
} {
  return declared === 'header' ? { charset } : {};
}

function readReadability({ html }: SamplePage): Extract {
  const { document } = parseHTML(html);
  const article = new Readability(document as never).parse();
  return { text: article?.textContent ?? '', title: article?.title ?? '' };
}

async function readDefuddle({ html, expected }: SamplePage): Promise<Extract> {
  const { document } = parseHTML(html);
  const { content, title } = await Defuddle(document as never, expected.url);
  return { text: textOf(fromParse5(parse(content)) as never), title };
}
