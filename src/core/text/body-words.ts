// Counts the words of an article.
import type { Article } from './article.js';
import { countWords } from './count-words.js';

/** The words of the body, without column names, which tables repeat in every row. */
export function countBodyWords({ text, bodyStart, structure = [] }: Article): number {
  const repeated = structure
    .filter(({ kind }) => kind === 'column-name')
    .reduce((sum, { start, end }) => sum + countWords(text.slice(start, end)), 0);
  return Math.max(countWords(text.slice(bodyStart)) - repeated, 1);
}
