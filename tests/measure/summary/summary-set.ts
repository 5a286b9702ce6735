// Reads articles with summaries written by people.
import { type Article, canonicalText } from '../../../src/core/text/article.js';
import { readJsonLines } from '../read-json-lines.js';

/** An article and its summary. */
export interface SummarizedArticle {
  readonly article: Article;
  /** A sentence a line. */
  readonly reference: string;
}

interface SummaryLine {
  readonly id: string;
  readonly title?: string;
  readonly text: string;
  readonly summary: readonly string[];
}

export function readSummarySet(file: string): readonly SummarizedArticle[] {
  return readJsonLines<SummaryLine>(file).map(({ id, title, text, summary }) => ({
    article: toArticle(String(id), title ?? '', text),
    reference: summary.join('\n'),
  }));
}

/** An English article without structure. */
function toArticle(id: string, title: string, text: string): Article {
  return {
    ...{ id, title, language: 'en', library: 'measure' },
    text: canonicalText(text),
    bodyStart: 0,
    digest: id,
  };
}
