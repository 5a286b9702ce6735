// Test articles for the contract suites, with hand-made vectors and terms.

import type { Analyzer, Embedder } from '../../src/core/ports.js';
import type { IndexedPassage } from '../../src/core/store-ports.js';
import type { Article } from '../../src/core/text/article.js';

/** Dimension of the vectors. */
const DIMENSIONS = 4;

export interface Part {
  readonly text: string;
  readonly vector: readonly number[];
}

/** An article with one passage per part, and its passages. */
export function makeArticle(
  id: string,
  library: string,
  parts: readonly Part[],
  more: Partial<Article> = {},
): { readonly article: Article; readonly passages: readonly IndexedPassage[] } {
  const text = parts.map((part) => part.text).join('\n\n');
  let from = 0;
  const passages = parts.map((part): IndexedPassage => {
    const span = { start: from, end: from + part.text.length };
    from = span.end + 2;
    return { ...span, sentences: [span], vector: unit(part.vector), terms: termsOf(part.text) };
  });
  const article = { id, library, title: id, text, bodyStart: 0, language: 'en', digest: text, ...more };
  return { article, passages };
}

export function unit(values: readonly number[]): Float32Array {
  const length = Math.hypot(...values) || 1;
  return Float32Array.from(values, (value) => value / length);
}

function termsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[a-z]+/g) ?? [];
}

/** For stores that need an embedder to open. The suites pass in their own vectors. */
export const embedder: Embedder = {
  fingerprint: 'by-hand',
  dimensions: DIMENSIONS,
  embedDocuments: async (texts) => texts.map(() => [1, 0, 0, 0]),
  embedQuery: async () => [1, 0, 0, 0],
};

export const analyzer: Analyzer = {
  fingerprint: 'by-hand',
  detectLanguage: () => 'en',
  terms: termsOf,
  similarTerms: (term, vocabulary) => vocabulary.filter((word) => word !== term && word.startsWith(term)),
};
