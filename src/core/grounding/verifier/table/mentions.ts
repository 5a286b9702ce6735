// Where a sentence names the columns and values of a table row.
import type { Token } from '../parse/token.js';
import { nameColumns } from './header-names.js';

/** What a run of words in the sentence names. */
export interface Mention {
  readonly kind: 'header' | 'value';
  readonly column: number;
  readonly start: number;
  readonly end: number;
}

/** Where values and column names stand; longer ones first, so that "10 days" is no "0 days". */
export function findMentions(
  tokens: readonly Token[],
  header: readonly (readonly Token[])[],
  values: readonly (readonly Token[])[],
  used: Set<number>,
): readonly Mention[] {
  const wanted = [
    ...values.map((words, column) => ({ kind: 'value' as const, words, column, isUnit: false })),
    ...nameColumns(header).map((name) => ({ kind: 'header' as const, ...name })),
  ]
    .filter(({ column, words }) => column > 0 && words.length > 0)
    .sort((a, b) => b.words.length - a.words.length);
  const mentions: Mention[] = [];
  for (const { kind, words, column, isUnit } of wanted) {
    for (const start of findAll(tokens, words, kind === 'header')) {
      const places = words.map((_, index) => start + index);
      const isTaken = places.some((place) => used.has(place));
      const shared = mentions.some(
        (one) => one.kind === kind && one.start === start && one.end === start + words.length,
      );
      if (isTaken && !shared) continue;
      if (isUnit && !isBehindValue(tokens, start, values[column] ?? [])) continue;
      for (const place of places) used.add(place);
      mentions.push({ kind, column, start, end: start + words.length });
    }
  }
  for (const short of findShortNames(tokens, header, mentions, used)) {
    used.add(short.start);
    mentions.push(short);
  }
  // One name for each column: "120 square metres in size" has two.
  const isFirst = (one: Mention, index: number) =>
    one.kind === 'value' ||
    mentions.findIndex(({ kind, column }) => kind === 'header' && column === one.column) === index;
  return mentions.filter(isFirst).sort((a, b) => a.start - b.start);
}

/** "60 | square metres", "38 pounds | per year" */
function isBehindValue(tokens: readonly Token[], start: number, value: readonly Token[]): boolean {
  const end = tokens[start - 1]?.pos === 'ADP' ? start - 1 : start;
  const before = tokens.slice(Math.max(0, end - value.length), end);
  return (
    value.length > 0 &&
    before.length === value.length &&
    value.every(({ key }, index) => key === before[index]?.key)
  );
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

export function findAll(
  tokens: readonly Token[],
  words: readonly Token[],
  isLoose: boolean,
): readonly number[] {
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
