// A table row put into words: its label, and cells each with the name of its column.
import type { Article } from '../../text/article.js';
import { contextOf } from './article-context.js';
import type { Token } from './parse/token.js';
import { isTableRow } from './table-rows.js';
import { ROW_WORDS } from './words/row-words.js';

/** Longer sentences put more into words than one row. */
const MAX_TOKENS = 60;
const MAX_COLUMNS = 16;
/** Rows that are looked at to see whether a value tells its column. */
const MAX_ROWS = 30;

/** What a run of words in the sentence names. */
interface Mention {
  readonly kind: 'header' | 'value';
  readonly column: number;
  readonly start: number;
  readonly end: number;
}

/** @param start where the row begins in the article */
export function compareTableRow(
  sentence: string,
  row: string,
  article: Article,
  start: number,
): { readonly kind: 'same' | 'unknown' } {
  const table = readTable(article, start);
  const cells = cellsOf(row);
  if (!table || cells.length !== table.header.length || cells.length < 2 || cells.length > MAX_COLUMNS)
    return { kind: 'unknown' };
  const { parse } = contextOf(article);
  const { tokens: joined, isQuestion } = parse(sentence);
  const tokens = splitScales(joined);
  if (
    isQuestion ||
    tokens.length > MAX_TOKENS ||
    tokens.some(({ verb }) => verb?.isNegated || (verb?.modal && !/^(?:will|can)$/.test(verb.modal)))
  )
    return { kind: 'unknown' };
  const words = (text: string) => splitScales(parse(text).tokens);
  const header = table.header.map(words);
  const values = cells.map(words);
  const label = values[0] ?? [];
  const used = new Set<number>();
  const labelAt = findAll(tokens, label, true)[0];
  if (labelAt === undefined || label.length === 0) return { kind: 'unknown' };
  for (let index = 0; index < label.length; index += 1) used.add(labelAt + index);
  const mentions = findMentions(tokens, header, values, used);
  const isTelling = findTellingColumns(
    values,
    header,
    table.rows.map((cell) => cell.map(words)),
  );
  const columns = pairColumns(mentions, values, isTelling);
  if (!columns || columns.length === 0) return { kind: 'unknown' };
  const free = new Set([
    ...(header[0] ?? []).map(({ key }) => key),
    ...table.caption.flatMap((line) => words(line)).map(({ key }) => key),
  ]);
  const isExplained = tokens.every(
    (token, index) => used.has(index) || isGlue(token, free, ROW_WORDS[article.language]),
  );
  return { kind: isExplained ? 'same' : 'unknown' };
}

function isGlue(
  { key, pos, text, verb }: Token,
  free: ReadonlySet<string>,
  glue: ReadonlySet<string> = new Set(),
): boolean {
  if (pos === 'NUM') return free.has(key);
  const lower = text.toLowerCase();
  return (
    glue.has(key) ||
    glue.has(lower) ||
    (free.has(key) && !verb) ||
    free.has(lower) ||
    [...free].some((one) => one.length > 3 && pos !== 'PROPN' && one.startsWith(key) && key.length > 3)
  );
}

/** Where values and column names stand; longer ones first, so that "10 days" is no "0 days". */
function findMentions(
  tokens: readonly Token[],
  header: readonly (readonly Token[])[],
  values: readonly (readonly Token[])[],
  used: Set<number>,
): readonly Mention[] {
  const wanted = [
    ...values.map((words, column) => ({ kind: 'value' as const, words, column })),
    ...header.map((words, column) => ({ kind: 'header' as const, words, column })),
  ]
    .filter(({ column, words }) => column > 0 && words.length > 0)
    .sort((a, b) => b.words.length - a.words.length);
  const mentions: Mention[] = [];
  for (const { kind, words, column } of wanted) {
    for (const start of findAll(tokens, words, kind === 'header')) {
      const places = words.map((_, index) => start + index);
      const isTaken = places.some((place) => used.has(place));
      const shared = mentions.some(
        (one) => one.kind === kind && one.start === start && one.end === start + words.length,
      );
      if (isTaken && !shared) continue;
      for (const place of places) used.add(place);
      mentions.push({ kind, column, start, end: start + words.length });
    }
  }
  for (const short of findShortNames(tokens, header, mentions, used)) {
    used.add(short.start);
    mentions.push(short);
  }
  return mentions.sort((a, b) => a.start - b.start);
}

/** "… and 60 g for twelve": a number for "twelve jars", where another column of jars is named in full. */
function findShortNames(
  tokens: readonly Token[],
  header: readonly (readonly Token[])[],
  mentions: readonly Mention[],
  used: ReadonlySet<number>,
): readonly Mention[] {
  return header.flatMap((words, column): Mention[] => {
    const [number, ...rest] = words;
    const isNamed = mentions.some((one) => one.kind === 'header' && one.column === column);
    if (column === 0 || number?.pos !== 'NUM' || rest.length === 0 || isNamed) return [];
    const isLike = (other: readonly Token[]) =>
      other[0]?.pos === 'NUM' && rest.every(({ key }, index) => other[index + 1]?.key === key);
    const hasFull = mentions.some((one) => one.kind === 'header' && isLike(header[one.column] ?? []));
    const places = tokens.flatMap(({ key }, at) => (key === number.key && !used.has(at) ? [at] : []));
    const [start] = places;
    return hasFull && start !== undefined && places.length === 1
      ? [{ kind: 'header', column, start, end: start + 1 }]
      : [];
  });
}

function findAll(tokens: readonly Token[], words: readonly Token[], isLoose: boolean): readonly number[] {
  return tokens.flatMap((_, at) =>
    words.every((word, index) => isSameWord(tokens[at + index], word, isLoose)) ? [at] : [],
  );
}

function isSameWord(token: Token | undefined, word: Token, isLoose: boolean): boolean {
  if (!token) return false;
  const [a, b] = [token.text.toLowerCase(), word.text.toLowerCase()];
  if (token.key === word.key || a === b) return true;
  // "Student or pensioner": students and pensioners. "Released": was released.
  if (!isLoose) return false;
  if (/^(?:and|or)$/.test(a) && /^(?:and|or)$/.test(b)) return true;
  return singular(token.key) === singular(word.key) || (token.verb !== undefined && a.endsWith(` ${b}`));
}

const singular = (word: string) => word.toLowerCase().replace(/(?<=.{3})s$/u, '');

/** The columns that are told; undefined where a value does not stand with the name of its own column. */
function pairColumns(
  all: readonly Mention[],
  values: readonly (readonly Token[])[],
  isTelling: (column: number) => boolean,
): readonly number[] | undefined {
  const named = new Set(all.filter(({ kind }) => kind === 'header').map(({ column }) => column));
  const alone = all.filter(({ kind, column }) => kind === 'value' && !named.has(column) && isTelling(column));
  const mentions = all.filter(
    ({ kind, start }) => kind === 'header' || !alone.some((one) => one.start === start),
  );
  if (mentions.length === 0) return alone.map(({ column }) => column);
  const textOf = (column: number) => values[column]?.map(({ key }) => key).join(' ');
  // "gets security fixes": the cell is a plain yes.
  const isYes = ({ kind, column }: Mention) => kind === 'header' && textOf(column) === 'yes';
  const headers = mentions.filter((one) => one.kind === 'header' && !isYes(one));
  if (headers.length === 0 && mentions.every(isYes)) return mentions.map(({ column }) => column);
  const places = [...new Set(mentions.filter(({ kind }) => kind === 'value').map(({ start }) => start))];
  if (
    headers.length === 0 ||
    places.length === 0 ||
    new Set(headers.map(({ start }) => start)).size !== headers.length
  )
    return undefined;
  // One value for several columns: "the main pool and the sauna are closed".
  if (places.length === 1) {
    const value = mentions.find(({ kind, start }) => kind === 'value' && start === places[0]);
    const isShared = headers.every(({ column }) => value && textOf(column) === textOf(value.column));
    return isShared ? headers.map(({ column }) => column) : undefined;
  }
  if (places.length !== headers.length) return undefined;
  // Names and values alternate, in the same order throughout.
  const isNameFirst = (headers[0]?.start ?? 0) < (places[0] ?? 0);
  for (const [index, header] of headers.entries()) {
    const place = places[index] ?? -1;
    if (header.start < place !== isNameFirst) return undefined;
    const next = isNameFirst
      ? (headers[index + 1]?.start ?? Number.POSITIVE_INFINITY)
      : (places[index + 1] ?? Number.POSITIVE_INFINITY);
    if ((isNameFirst ? place : header.start) > next) return undefined;
    const isOwn = mentions.some(
      ({ kind, start, column }) =>
        kind === 'value' && start === place && textOf(column) === textOf(header.column),
    );
    if (!isOwn) return undefined;
  }
  return headers.map(({ column }) => column);
}

/**
 * Columns whose value tells by itself which column it is from: "10 days per year", "half pay". It names the column, or
 * is a quantity in units that no other column has, or one adjective that no other column has.
 */
function findTellingColumns(
  values: readonly (readonly Token[])[],
  header: readonly (readonly Token[])[],
  rows: readonly (readonly (readonly Token[])[])[],
): (column: number) => boolean {
  return (column) => {
    const value = values[column] ?? [];
    const names = new Set(
      (header[column] ?? []).filter(({ pos }) => pos !== 'ADP' && pos !== 'DET').map(({ key }) => key),
    );
    if (value.length > 1 && value.some(({ key }) => names.has(key))) return true;
    const words = value.filter(({ pos, verb }) => pos === 'NOUN' || pos === 'ADJ' || verb?.form === 'ed');
    const hasNumber = value.some(({ pos }) => pos === 'NUM');
    const isAdjective = value.length === 1 && (value[0]?.pos === 'ADJ' || value[0]?.verb?.form === 'ed');
    if (words.length === 0 || (!hasNumber && !isAdjective)) return false;
    const own = new Set(words.map(({ key }) => key));
    return [...rows, values].every((row) =>
      row.every((cell, other) => other === column || !cell.some(({ key }) => own.has(key))),
    );
  };
}

/** "341 million" as two words: a table may give the second in its head. */
function splitScales(tokens: readonly Token[]): readonly Token[] {
  return tokens.flatMap((token) => {
    const [, figure, scale] = /^([\d.,]+) (\p{L}+)$/u.exec(token.pos === 'NUM' ? token.text : '') ?? [];
    if (/^(?:million|billion|thousand|trillion)s?$/i.test(token.text))
      return [{ ...token, key: token.text.toLowerCase(), pos: 'NOUN' as const }];
    if (figure === undefined || scale === undefined) return [token];
    const value = Number(figure.replaceAll(',', ''));
    return [
      { ...token, text: figure, key: `#${value}` },
      { ...token, text: scale, key: scale.toLowerCase(), pos: 'NOUN' as const, mark: '' },
    ];
  });
}

interface Table {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Headings above the table, and the title: what its rows are about. */
  readonly caption: readonly string[];
}

function readTable({ text, title }: Article, start: number): Table | undefined {
  const above = text
    .slice(Math.max(0, start - 4000), start)
    .split('\n')
    .slice(0, -1);
  const below = text.slice(start, start + 4000).split('\n');
  let first = above.length;
  while (first > 0 && isTableRow(above[first - 1] ?? '')) first -= 1;
  const [head, rule, ...rows] = above.slice(first);
  const end = below.findIndex((line) => !isTableRow(line));
  if (head === undefined || !/^[\s|:-]+$/.test(rule ?? '')) return undefined;
  const heading = above.slice(0, first).findLast((line) => /^#{1,6}\s/.test(line));
  return {
    header: cellsOf(head),
    rows: [...rows, ...below.slice(0, end < 0 ? below.length : end)].slice(0, MAX_ROWS).map(cellsOf),
    caption: [title, ...(heading ? [heading.replace(/^#+\s*/, '')] : [])],
  };
}

function cellsOf(row: string): readonly string[] {
  return row
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => cell.trim());
}
