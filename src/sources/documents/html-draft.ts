// Makes an article of a document's HTML tree and metadata.
import type { Root } from 'hast';
import { assembleDraft, takeHeading } from '../article-draft.js';
import type { FrontMatter } from '../front-matter.js';
import { renderText } from '../render-text.js';
import type { FileDraft } from './protocol.js';
import { refuseEmpty } from './refusals.js';

interface DocumentHtml {
  readonly tree: Root;
  readonly fields: FrontMatter;
  /** Of the file. */
  readonly name: string;
  /** Whether the document itself marks its first heading as its title. */
  readonly isTitleMarked?: boolean | undefined;
}

/** @throws AppError `sources/no-text` */
export function makeDraft({ tree, fields, name, isTitleMarked = false }: DocumentHtml): FileDraft {
  const built = renderText(tree);
  if (built.text.trim() === '') throw refuseEmpty(name);
  const body = takeHeading(built, undefined);
  const heading = body.isTitleInside ? undefined : body.heading;
  const title = isTitleMarked && heading !== undefined ? heading : chooseTitle(fields.title, heading);
  const chosen = title === body.heading ? body : takeHeading(built, title);
  return assembleDraft(chosen, { ...fields, ...(title === undefined ? {} : { title }) }, name);
}

/** The metadata's title, unless the heading at the top says the same and more. */
function chooseTitle(fromMetadata: string | undefined, heading: string | undefined): string | undefined {
  if (fromMetadata === undefined || heading === undefined) return fromMetadata ?? heading;
  return keyOf(heading).includes(keyOf(fromMetadata)) ? heading : fromMetadata;
}

function keyOf(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
