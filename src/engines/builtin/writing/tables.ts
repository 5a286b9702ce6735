// Answers from tables: one row, or all of them.
import type { Evidence } from '../../../core/ports.js';
import { isDirectlyBefore, isSimilar, termsOf } from './sentences.js';

/** Rows quoted together. */
const MAX_ROWS = 12;

/** Whether it is a row of a table. */
export function isRow({ article, start, end }: Evidence): boolean {
  return (article.structure ?? []).some(
    (part) => part.kind === 'row' && part.start <= start && end <= part.end,
  );
}

/**
 * All rows of the best row's table, if the question asks for what its first column names ("which ingredients?") and for
 * none of them in particular.
 */
export function chooseRows(
  question: string,
  best: Evidence,
  evidence: readonly Evidence[],
): readonly Evidence[] {
  const { article } = best;
  const [name, value] = best.text.split(/[;；]/u, 1)[0]?.split(/:\s/u) ?? [];
  if (name === undefined || value === undefined || !isRow(best)) return [];
  const asked = termsOf(question, article.language);
  const has = (text: string, term: string) =>
    termsOf(text, article.language).some((other) => isSimilar(other, term));
  const values = best.text.replace(/[^;；]+:\s/gu, ' ');
  if (!asked.some((term) => has(name, term)) || asked.some((term) => has(values, term))) return [];
  const table = evidence.filter((row) => isRow(row) && row.text.startsWith(`${name}:`));
  const at = table.indexOf(best);
  const isNext = (left: Evidence | undefined, right: Evidence | undefined) =>
    left !== undefined && right !== undefined && isDirectlyBefore(left, right);
  let [from, to] = [at, at + 1];
  while (from > 0 && isNext(table[from - 1], table[from])) from -= 1;
  while (to < table.length && isNext(table[to - 1], table[to])) to += 1;
  return to - from > 1 ? table.slice(from, to).slice(0, MAX_ROWS) : [];
}
