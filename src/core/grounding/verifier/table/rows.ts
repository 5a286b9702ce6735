// Tables as evidence: the unit is the row, although a table is one sentence of its article.
import type { Evidence } from '../../../writing-ports.js';

/** More rows of one table are not looked at. */
const MAX_ROWS = 40;
const RULE = /^\s*\|?[\s|:-]*-{2,}[\s|:-]*\|?\s*$/u;

export const isTableRow = (text: string): boolean => /^\s*\|.*\|\s*$/u.test(text);

/** Evidence with each table split into its rows, headers left out. Everything else stays as it is. */
export function splitTables(evidence: readonly Evidence[]): readonly Evidence[] {
  return evidence.flatMap((source) => rowsOf(source) ?? [source]);
}

function rowsOf(source: Evidence): readonly Evidence[] | undefined {
  const { article, start, end } = source;
  const lines = article.text.slice(start, end).split('\n');
  if (lines.length < 2 || !lines.every(isTableRow)) return undefined;
  const rule = lines.findIndex((line) => RULE.test(line));
  let from = start;
  const rows = lines.map((line): Evidence => {
    const row = { ...source, start: from, end: from + line.length, text: line.trim() };
    from += line.length + 1;
    return row;
  });
  return rows.slice(rule + 1, rule + 1 + MAX_ROWS);
}
