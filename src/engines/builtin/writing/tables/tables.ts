// Tables: rows that follow each other and have the same columns.
import type { Evidence } from '../../../../core/writing-ports.js';
import { type Group, headingTerms } from '../lists/group.js';
import { isIntroduction } from '../lists/marked-lists.js';
import { isDirectlyBefore, termsOf } from '../sentences.js';
import { columnSpans } from './cells.js';

/** Rows quoted together. */
const MAX_ROWS = 12;

/** Whether it is a row of a table. */
export function isRow({ article, start, end }: Evidence): boolean {
  return (article.structure ?? []).some(
    (part) => part.kind === 'row' && part.start <= start && end <= part.end,
  );
}

/** The tables of the best sentence's article, as far as the evidence has them. */
export function findTables(best: Evidence, evidence: readonly Evidence[]): readonly Group[] {
  const own = evidence.filter(({ article }) => article === best.article);
  const tables: Group[] = [];
  let rows: Evidence[] = [];
  let columns: readonly string[] = [];
  let introduction: Evidence | undefined;
  const close = () => {
    if (rows.length > 1) tables.push(toGroup(rows.slice(0, MAX_ROWS), columns, introduction));
    rows = [];
    introduction = undefined;
  };
  for (const [index, sentence] of own.entries()) {
    if (!isRow(sentence)) {
      close();
      continue;
    }
    const previous = own[index - 1];
    const follows = previous !== undefined && isDirectlyBefore(previous, sentence);
    const names = columnNames(sentence);
    if (!follows || names.join('\n') !== columns.join('\n')) close();
    if (rows.length === 0 && follows && isIntroduction(previous)) introduction = previous;
    columns = names;
    rows.push(sentence);
  }
  close();
  return tables;
}

function toGroup(
  rows: readonly Evidence[],
  columns: readonly string[],
  introduction: Evidence | undefined,
): Group {
  const [first] = rows;
  const language = first?.article.language ?? 'und';
  return {
    ...{ kind: 'table', introduction, items: rows },
    names: [...columns, ...(introduction ? [introduction.text] : [])].map((name) => termsOf(name, language)),
    heading: first ? headingTerms(first) : [],
    itemTerms: rows.map((row) => termsOf(withoutColumnNames(row), language)),
  };
}

/** The column names of a row, without colons. */
function columnNames(row: Evidence): readonly string[] {
  return columnSpans(row).map(({ start, end }) =>
    row.article.text.slice(start, end).replace(/[:：]\s*$/u, ''),
  );
}

function withoutColumnNames(row: Evidence): string {
  const { text } = row.article;
  let values = '';
  let from = row.start;
  for (const { start, end } of columnSpans(row)) {
    values += `${text.slice(from, start)} `;
    from = end;
  }
  return values + text.slice(from, row.end);
}
