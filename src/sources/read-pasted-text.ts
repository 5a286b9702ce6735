// Reads pasted text as Markdown.
import { AppError } from '../core/errors.js';
import type { SourceDraft } from '../core/library/ports.js';
import { canonicalLine, canonicalText } from '../core/text/article.js';
import { assembleDraft, takeHeading } from './article-draft.js';
import { readFrontMatter } from './front-matter.js';
import { parseMarkdown } from './markdown/parse-markdown.js';
import { renderText } from './render-text.js';

/**
 * The title is the given one, or comes from front matter or the first heading. If there is none, it is empty.
 * @throws AppError `sources/no-text`, `sources/too-complex` if the markup is nested too deeply
 */
export function readPastedText(text: string, title?: string): SourceDraft {
  const { fields, rest } = readFrontMatter(canonicalText(text));
  const named = canonicalLine(title ?? '');
  if (rest.trim() === '') {
    throw new AppError({
      code: 'sources/no-text',
      message: "There's no text to add.",
      advice: 'Paste the text of the article.',
    });
  }
  try {
    const all = { ...fields, ...(named !== '' && { title: named }) };
    return assembleDraft(takeHeading(renderText(parseMarkdown(rest)), all.title), all, '');
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new AppError({
      code: 'sources/too-complex',
      message: 'The markup of the text is nested too deeply.',
      advice: 'Remove some of the markup, or paste plain text.',
      cause: error,
    });
  }
}
