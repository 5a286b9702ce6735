// A line of a summary before it is cited.
import { renderExcerpt } from '../excerpt/excerpt.js';
import type { Article } from '../text/article.js';
import type { ExcerptPart } from '../text/excerpt-part.js';
import type { Candidate } from './candidates.js';

/** See {@link SummaryLine}. */
export interface DraftLine {
  readonly article: Article;
  readonly parts: readonly ExcerptPart[];
  readonly text: string;
  readonly label?: string | undefined;
  readonly date?: string | undefined;
}

export function toLine({ article, parts, text }: Candidate, label?: string, date?: string): DraftLine {
  return {
    article,
    parts,
    text,
    ...(label === undefined ? {} : { label }),
    ...(date === undefined ? {} : { date }),
  };
}

/** A line of exact spans. */
export function makeLine(article: Article, parts: readonly ExcerptPart[], label?: string): DraftLine {
  return {
    article,
    parts,
    text: renderExcerpt(article.text, parts),
    ...(label === undefined ? {} : { label }),
  };
}
