// Reads articles with summaries written by people.
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { type Article, canonicalText } from '../../../src/core/text/article.js';

/** An article and its summary. */
export interface SummarizedArticle {
  readonly article: Article;
  /** A sentence a line. */
  readonly reference: string;
}

export function readSummarySet(file: string): readonly SummarizedArticle[] {
  const bytes = readFileSync(file);
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const row = JSON.parse(line) as {
        id: string;
        title?: string;
        text: string;
        summary: readonly string[];
      };
      return {
        article: toArticle(String(row.id), row.title ?? '', row.text),
        reference: row.summary.join('\n'),
      };
    });
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
