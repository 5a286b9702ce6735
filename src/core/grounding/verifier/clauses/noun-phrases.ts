// Noun phrases, as appositions and relative clauses need them.

import { isNominal } from '../align/word-order.js';
import type { Token } from '../parse/token.js';
import { RELATIVE } from '../words/english.js';

const ROLE_WORDS = /^(?:of|for|at|in|on|from)$/;

export const isNoun = (token: Token | undefined): boolean => token?.pos === 'NOUN' || token?.pos === 'PROPN';

export const isName = (tokens: readonly Token[]): boolean => tokens.every(({ pos }) => pos === 'PROPN');

export const isDefinite = (tokens: readonly Token[]): boolean =>
  tokens[0]?.article !== undefined ||
  /^(?:his|her|its|their|my|our)$/.test(tokens[0]?.key ?? '') ||
  tokens.some(({ key }) => key === "'s");

/** No certain thing: "no one", "neither". */
export const isBound = ({ key, mark }: Token): boolean =>
  /^(?:no|none|neither|nobody|nothing|any|every|each|all|both|some|most|few|many|if|unless)$/.test(key) ||
  /["“”;:(]/u.test(mark);

/** "not the mayor, who …" */
export const isDenied = (tokens: readonly Token[], at: number): boolean =>
  /^(?:not|no|nor|never|than|like|unlike|except)$/.test(tokens[at - 1]?.key ?? '');

export const isInPhrase = (token: Token | undefined): boolean =>
  token !== undefined &&
  !token.verb &&
  !RELATIVE.has(token.key) &&
  (isNominal(token) || ROLE_WORDS.test(token.key));

/** Where the noun phrase in front of `at` begins. */
export function startOfPhrase(tokens: readonly Token[], at: number): number {
  let start = at;
  while (
    start > 0 &&
    isInPhrase(tokens[start - 1]) &&
    (start === at || /^-?$/.test(tokens[start]?.mark ?? ''))
  ) {
    start -= 1;
    if (tokens[start]?.article !== undefined && tokens[start - 1]?.key !== 'of') break;
  }
  while (start < at && ROLE_WORDS.test(tokens[start]?.key ?? '')) start += 1;
  return start;
}

export function endOfPhrase(tokens: readonly Token[], at: number): number {
  let end = at;
  while (
    end < tokens.length &&
    isInPhrase(tokens[end]) &&
    (end === at || /^-?$/.test(tokens[end]?.mark ?? ''))
  )
    end += 1;
  return end;
}

export function clauseBehind(tokens: readonly Token[], at: number): readonly Token[] {
  let end = at + 1;
  while (end < tokens.length && !/[,;:]/.test(tokens[end]?.mark ?? '')) end += 1;
  return tokens.slice(at + 1, end);
}
