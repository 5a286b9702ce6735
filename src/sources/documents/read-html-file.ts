// Reads an HTML file, or the page behind a link.
import { AppError } from '../../core/errors.js';
import { decodeHtml } from '../html/decode-html.js';
import { parseHtml } from '../html/parse-html.js';
import { readPage } from '../html/read-page.js';
import { keepVisible } from '../html/visible-tree.js';
import { makeDraft } from './html-draft.js';
import type { FileDraft, FileToRead } from './protocol.js';

/** For relative links in a file that comes from nowhere. The name is reserved: https://www.rfc-editor.org/rfc/rfc6761 */
const NO_ADDRESS = 'http://file.invalid/';
/** Someone who attaches a file means all of it, even if a site's page with so little text would be no article. */
const READ_WHOLE: ReadonlySet<string> = new Set(['sources/no-text', 'sources/listing-page']);

/** @throws AppError as `readPage` and `decodeHtml` do */
export function readHtmlFile({ name, bytes, charset, contentType, url }: FileToRead): FileDraft {
  const html = decodeHtml(bytes, { charset: charset ?? contentType });
  if (url !== undefined) return readPage(html, { url });
  try {
    const draft = readPage(html, { url: NO_ADDRESS });
    if (draft.title === '') return readWhole(html, name);
    const structure = draft.structure?.filter((span) => !span.url?.startsWith(NO_ADDRESS));
    const ownUrl = draft.url?.startsWith(NO_ADDRESS) ? undefined : draft.url;
    return { ...draft, structure, url: ownUrl, nextUrl: undefined };
  } catch (error) {
    if (error instanceof AppError && READ_WHOLE.has(error.code)) return readWhole(html, name);
    throw error;
  }
}

function readWhole(html: string, name: string): FileDraft {
  return makeDraft({ tree: keepVisible(parseHtml(html)), fields: {}, name });
}
