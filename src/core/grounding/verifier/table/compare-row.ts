// A table row put into words: its label, and cells each with the name of its column.
import type { Article, Span } from '../../../text/article.js';
import type { Token } from '../parse/token.js';
import { contextOf } from '../references/article-context.js';
import { ROW_WORDS } from '../words/row-words.js';
import { findTellingColumns, pairColumns } from './columns.js';
import { findAll, findMentions } from './mentions.js';
import { readTable } from './read-table.js';

/** Longer sentences put more into words than one row. */
const MAX_TOKENS = 60;
const MAX_COLUMNS = 16;

/** @param row where the row stands in the article */
export function compareTableRow(
  sentence: string,
  article: Article,
  row: Span,
): { readonly kind: 'same' | 'unknown' } {
  const table = readTable(article, row);
  const cells = table?.cells ?? [];
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
  // "of Drossen", where Drossen is in the title but also another row's club.
  const cellWords = new Set(
    table.rows.flatMap((cell) => cell.slice(1).flatMap((text) => words(text).map(({ key }) => key))),
  );
  const free = new Set([
    ...(header[0] ?? []).map(({ key }) => key),
    ...columns.flatMap((column) => (header[column] ?? []).map(({ key }) => key)),
    ...table.caption
      .flatMap((line) => words(line))
      .map(({ key }) => key)
      .filter((key) => !cellWords.has(key)),
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
