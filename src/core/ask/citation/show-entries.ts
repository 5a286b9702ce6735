// Shows rows of tables and items of lists as a person would write them. Citations stay whole rows and items.
import { readListItem } from '../../excerpt/list-item.js';
import { readRow, renderRow, type TableRow } from '../../excerpt/table-row.js';
import type { Analyzer } from '../../ports.js';
import type { Question } from '../../ranking-ports.js';
import type { Evidence } from '../../writing-ports.js';
import { mayAskForTwo } from '../splitting/split-questions.js';
import type { GroundedSentence } from './cite.js';

/** What decides which cells of a row are shown. */
export interface EntryOptions {
  readonly question?: Question | undefined;
  readonly analyzer?: Analyzer | undefined;
}

/** Looks like a citation marker once the words around it change. */
const BRACKETED_NUMBER = /\[\d{1,4}\]/u;
const LAST_COMMA = /[,;]$/u;
const ENDS = /[.!?,;]$/u;

/**
 * Puts table rows into words and removes the bullets of list items; numbers stay. The names of columns are shown once for
 * the rows of one table.
 */
export function showEntries(
  sentences: readonly GroundedSentence[],
  options: EntryOptions,
): readonly GroundedSentence[] {
  const rows = sentences.map((sentence) => readOwnRow(sentence));
  const isAlone = sentences.filter(isEntry).length < 2;
  return sentences.map((sentence, at) => {
    const [source] = sentence.evidence;
    const row = rows[at];
    if (!source) return sentence;
    if (!row) return showItem(sentence, source, isAlone);
    const table = rows.flatMap((other, place) => {
      const [evidence] = sentences[place]?.evidence ?? [];
      return evidence && other?.table === row.table ? [{ row: other, evidence }] : [];
    });
    const columns = findAskedColumns(table, source, options);
    const before = rows[at - 1];
    const isNamed = before?.table !== row.table || namesOf(before) !== namesOf(row);
    return { ...sentence, text: renderRow(row, { columns, isNamed }), isItem: true };
  });
}

/** Whether the sentence is a row of a table or an item of a list, in the article's own words. */
function isEntry(sentence: GroundedSentence): boolean {
  const [source] = sentence.evidence;
  return (
    readOwnRow(sentence) !== undefined ||
    (source !== undefined && readOwnItem(sentence, source) !== undefined)
  );
}

function readOwnRow({ text, evidence: [source, ...others] }: GroundedSentence): TableRow | undefined {
  if (!source || others.length > 0 || text !== source.text || BRACKETED_NUMBER.test(text)) return undefined;
  return readRow(source.article, source);
}

function namesOf({ cells }: TableRow): string {
  return cells.map(({ name }) => name).join('\n');
}

/**
 * The columns that the question names, with those whose value it names or whose value the reader found. Undefined if it
 * names none, or may ask for more than those.
 */
function findAskedColumns(
  table: readonly { readonly row: TableRow; readonly evidence: Evidence }[],
  { article }: Evidence,
  { question, analyzer }: EntryOptions,
): ReadonlySet<string> | undefined {
  if (!question || !analyzer || ![article.language, 'und'].includes(question.language)) return undefined;
  const termsOf = (text: string) => analyzer.terms(text, article.language);
  const asked = new Set(termsOf(question.text));
  const labels = new Set(table.flatMap(({ row: { label = '' } }) => termsOf(label)));
  const isAsked = (text: string) => termsOf(text).some((term) => asked.has(term) && !labels.has(term));
  const cells = table.flatMap(({ row, evidence }) =>
    row.cells.map((cell) => ({ ...cell, phrase: evidence.phrase })),
  );
  const named = new Set(cells.filter(({ name }) => isAsked(name)).map(({ name }) => name));
  const typed = question.typed ?? question.text;
  if (named.size === 0 || (named.size === 1 && mayAskForTwo(typed))) return undefined;
  const found = cells.filter(
    ({ value, start, end, phrase }) =>
      isAsked(value) || (phrase && phrase.start >= start && phrase.end <= end),
  );
  return new Set([...named, ...found.map(({ name }) => name)]);
}

function showItem(sentence: GroundedSentence, source: Evidence, isAlone: boolean): GroundedSentence {
  const item = readOwnItem(sentence, source);
  if (!item) return sentence;
  if (item.isNumbered) return { ...sentence, isItem: true };
  const marker = source.article.text.slice(item.marker.start, item.marker.end).trim();
  const words = source.text.startsWith(marker) ? source.text.slice(marker.length).trim() : sentence.text;
  return { ...sentence, text: isAlone ? toSentence(words) : words, isItem: true };
}

function readOwnItem({ text, evidence: [, ...others] }: GroundedSentence, source: Evidence) {
  const item = others.length === 0 ? readListItem(source.article, source) : undefined;
  if (!item) return undefined;
  const marker = source.article.text.slice(item.marker.start, item.marker.end).trim();
  const isOwn = text === source.text || text === source.text.slice(marker.length).trim();
  return isOwn ? item : undefined;
}

/** An item on its own: without the comma that the next item needed, and with a capital if it is a sentence. */
function toSentence(words: string): string {
  const [first = ''] = words;
  return (ENDS.test(words) ? first.toUpperCase() : first) + words.slice(first.length).replace(LAST_COMMA, '');
}
