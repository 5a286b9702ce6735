// Puts an article's draft together: which heading is the title, and where the body starts.
import { basename, extname } from 'node:path';
import { AppError } from '../core/errors.js';
import type { SourceDraft } from '../core/library/ports.js';
import { canonicalLine } from '../core/text/article.js';
import { BOLD_QUESTION_LEVEL } from '../core/text/headings.js';
import type { FrontMatter } from './front-matter.js';
import type { BuiltText } from './text-builder.js';

/** How far from the start of the body a dek may stand again. */
const OPENING_CHARS = 1_000;

/** A text whose title was taken off, or is marked as standing inside. */
export interface Body extends BuiltText {
  readonly heading?: string | undefined;
  /** Whether the title comes from a heading that stays where it is, because text stands before it. */
  readonly isTitleInside?: boolean;
}

/** Takes the first heading off the text, if it is the title and only images, such as badges, stand before it. */
export function takeHeading({ text, structure }: BuiltText, title: string | undefined): Body {
  const first = structure.find(({ kind, level = 1 }) => kind === 'heading' && level < BOLD_QUESTION_LEVEL);
  if (!first) return { text, structure };
  const heading = canonicalLine(text.slice(first.start, first.end));
  const before = structure
    .filter(({ kind, end }) => kind === 'caption' && end <= first.start)
    .reduce((rest, { start, end }) => rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end), text)
    .slice(0, first.start);
  if (before.trim() !== '') return { text, structure, heading, isTitleInside: true };
  if (title !== undefined && title !== heading) return { text, structure };
  const rest = text.slice(first.end);
  const bodyStart = first.end + (rest.length - rest.trimStart().length);
  // A file that has nothing but its title says at least that.
  if (bodyStart === text.length && title === undefined)
    return { text, structure, heading, isTitleInside: true };
  return {
    heading,
    text: text.slice(bodyStart),
    structure: structure
      // The page of the title goes on below it.
      .filter(({ kind, start, end }) => start >= bodyStart || (kind === 'page' && end > bodyStart))
      .map((span) => ({ ...span, start: Math.max(0, span.start - bodyStart), end: span.end - bodyStart })),
  };
}

/**
 * Puts the headline and dek before the body. The title comes from the fields, the heading or the file name.
 * @param name of the file
 * @throws AppError `sources/no-text`
 */
export function assembleDraft({ heading, ...body }: Body, fields: FrontMatter, name: string): SourceDraft {
  if (body.text === '') {
    throw new AppError({
      code: 'sources/no-text',
      message: 'The file has no text.',
      advice: 'Write the article below the front matter.',
    });
  }
  const { title = heading, dek: given, ...details } = fields;
  const dek = given !== undefined && repeats(given, title, body.text) ? undefined : given;
  const headline = body.isTitleInside ? fields.title : title;
  const head = [headline, dek].flatMap((part) => (part === undefined ? [] : `${part}\n\n`)).join('');
  const structure = body.structure.map((span) => ({
    ...span,
    start: span.start + head.length,
    end: span.end + head.length,
  }));
  return {
    title: title ?? basename(name, extname(name)),
    text: head + body.text,
    bodyStart: head.length,
    ...(structure.length === 0 ? {} : { structure }),
    ...details,
  };
}

/** Whether a dek says what the title or the beginning of the body says word for word. */
function repeats(dek: string, title: string | undefined, body: string): boolean {
  const wanted = dek.replace(/(?:…|\.\.\.)$/u, '').trim();
  const beginning = canonicalLine(body.slice(0, wanted.length + OPENING_CHARS));
  return wanted === '' || wanted === title || beginning.includes(wanted);
}
