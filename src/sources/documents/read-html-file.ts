// Reads an HTML file.
import type { Root } from 'hast';
import { raw } from 'hast-util-raw';
import { assembleDraft, takeHeading } from '../article-draft.js';
import { decodeText } from '../decode-text.js';
import { renderText } from '../render-text.js';
import type { FileDraft, FileToRead } from './protocol.js';

/** @throws AppError `sources/no-text`, `sources/not-text` */
export function readHtmlFile({ name, bytes }: FileToRead): FileDraft {
  const html = decodeText(bytes);
  const tree = raw({ type: 'root', children: [{ type: 'raw', value: html }] }) as Root;
  return assembleDraft(takeHeading(renderText(tree), undefined), {}, name);
}
