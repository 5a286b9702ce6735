// Reads an HTML file.
import type { Root } from 'hast';
import { raw } from 'hast-util-raw';
import { assembleDraft, takeHeading } from '../article-draft.js';
import { decodeText } from '../decode-text.js';
import { decodeHtml } from '../html/decode-html.js';
import { readPage } from '../html/read-page.js';
import { renderText } from '../render-text.js';
import type { FileDraft, FileToRead } from './protocol.js';

/** @throws AppError `sources/no-text`, `sources/not-text`; for a page with an address, those of {@link readPage} */
export function readHtmlFile({ name, bytes, charset, url }: FileToRead): FileDraft {
  if (url !== undefined) return readPage(decodeHtml(bytes, { charset }), { url });
  const html = decodeText(bytes);
  const tree = raw({ type: 'root', children: [{ type: 'raw', value: html }] }) as Root;
  return assembleDraft(takeHeading(renderText(tree), undefined), {}, name);
}
