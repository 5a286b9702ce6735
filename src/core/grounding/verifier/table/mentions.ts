// Where a sentence names the columns and values of a table row.
import type { Token } from '../parse/token.js';

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
