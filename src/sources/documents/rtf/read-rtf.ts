// Reads an RTF file: paragraphs, headings, lists, tables, links and footnotes, in any of its encodings.
import { makeDraft } from '../html-draft.js';
import { footnoteSection, toRoot } from '../markup/build-html.js';
import { markTableHeaders } from '../markup/table-header.js';
import { cleanMetadata } from '../metadata.js';
import type { FileDraft, FileToRead } from '../protocol.js';
import { convertRtf } from './rtf-to-html.js';

/** @throws AppError `sources/no-text` */
export function readRtf({ name, bytes }: FileToRead): FileDraft {
  const { blocks, notes, info } = convertRtf(bytes);
  const tree = toRoot([...blocks, ...footnoteSection(notes)]);
  markTableHeaders(tree);
  const fields = cleanMetadata({ title: info.title, authors: [info.author], date: info.date });
  return makeDraft({ tree, name, fields });
}
