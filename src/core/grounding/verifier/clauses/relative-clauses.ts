// What a relative clause says of the thing or person in front of it.

import { withMark } from '../align/word-order.js';
import { isReport } from '../omit/sentence-view.js';
import type { Token } from '../parse/token.js';
import {
  clauseBehind,
  isBound,
  isDefinite,
  isDenied,
  isInPhrase,
  isName,
  isNoun,
  startOfPhrase,
} from './noun-phrases.js';

/** "NP, which V …": `at` is the relative pronoun. */
export function fromRelative(tokens: readonly Token[], at: number): readonly (readonly Token[])[] {
  const [pronoun, next] = tokens.slice(at, at + 2);
  if (!pronoun || !/^(?:which|who|that)$/.test(pronoun.key) || !next?.verb) return [];
  if (!pronoun.mark.includes(',')) return fromRoleClause(tokens, at);
  if (tokens[at - 1]?.pos === 'PROPN' && pronoun.key === 'who') return aboutName(tokens, at);
  let start = startOfPhrase(tokens, at);
  const outer = outerPhrase(tokens, start);
  const isPlace = isName(tokens.slice(start, at)) && tokens[start - 1]?.pos === 'ADP';
  if (isPlace && outer === undefined && isNoun(tokens[start - 2])) return [];
  if (outer !== undefined) {
    // "the farm near Skarn Point, which …": the farm. In "the fine for the delay, which …", either may be meant.
    if (!isName(tokens.slice(start, at)) || outerPhrase(tokens, outer) !== undefined) return [];
    start = outer;
  }
  const head = tokens.slice(start, at);
  // "the director of the museum, which …": either may be meant.
  if (
    head.length === 0 ||
    head.some((token) => isBound(token) || token.pos === 'ADP') ||
    isDenied(tokens, start)
  )
    return [];
  return [[...withMark(head[0], ''), ...head.slice(1), ...clauseBehind(tokens, at)]];
}

/** "NP, which S V …" as "S V NP …": `at` is the relative pronoun. */
export function fromObjectRelative(tokens: readonly Token[], at: number): readonly (readonly Token[])[] {
  const pronoun = tokens[at];
  if (!pronoun?.mark.includes(',') || !/^(?:which|whom)$/.test(pronoun.key) || tokens[at + 1]?.verb)
    return [];
  const verb = tokens.findIndex((token, index) => index > at && token.verb);
  const subject = tokens.slice(at + 1, verb);
  const start = startOfPhrase(tokens, at);
  const head = tokens.slice(start, at);
  const isPlain = verb > at + 1 && subject.every((token) => isInPhrase(token) && token.mark === '');
  if (!isPlain || isReport(tokens[verb] as Token) || outerPhrase(tokens, start) !== undefined) return [];
  if (head.length === 0 || head.some(isBound)) return [];
  let end = verb + 1;
  while (end < tokens.length && !/[,;:]/.test(tokens[end]?.mark ?? '')) end += 1;
  const rest = tokens.slice(verb + 1, end);
  if (rest.some((token) => token.verb)) return [];
  return [
    [
      ...withMark(subject[0], ''),
      ...tokens.slice(at + 2, verb + 1),
      ...withMark(head[0], ''),
      ...head.slice(1),
      ...rest,
    ],
  ];
}

/** "…, X, who V …": about X. */
function aboutName(tokens: readonly Token[], at: number): readonly (readonly Token[])[] {
  let start = at - 1;
  while (start > 0 && tokens[start]?.mark === '' && tokens[start - 1]?.pos === 'PROPN') start -= 1;
  let role = start;
  while (
    role > 0 &&
    tokens[role]?.mark === '' &&
    tokens[role]?.article === undefined &&
    /^(?:NOUN|ADJ)$/.test(tokens[role - 1]?.pos ?? '')
  )
    role -= 1;
  const from = tokens[role]?.article || role === 0 ? role : start;
  // "the son of Ann Lee, who …": either may be meant.
  if ((tokens[from - 1]?.pos === 'ADP' && isNoun(tokens[from - 2])) || isDenied(tokens, from)) return [];
  const head = tokens.slice(from, at);
  return [[...withMark(head[0], ''), ...head.slice(1), ...clauseBehind(tokens, at)]];
}

/** "X, the N who V …, …": X V. */
function fromRoleClause(tokens: readonly Token[], at: number): readonly (readonly Token[])[] {
  const comma = tokens.slice(0, at).findLastIndex(({ mark }) => mark !== '');
  const role = tokens.slice(comma, at);
  const isRole =
    comma > 0 && tokens[comma]?.mark === ',' && role[0]?.article !== undefined && role.every(isInPhrase);
  const clause = clauseBehind(tokens, at);
  const end = tokens[at + 1 + clause.length];
  if (!isRole || (end && !end.mark.includes(',')) || tokens[comma - 1]?.pos !== 'PROPN') return [];
  let start = comma - 1;
  while (start > 0 && tokens[start]?.mark === '' && tokens[start - 1]?.pos === 'PROPN') start -= 1;
  const name = tokens.slice(start, comma);
  return [[...withMark(name[0], ''), ...name.slice(1), ...clause]];
}

/** Where the noun phrase begins that a preposition ties to the one at `start`; undefined where it ties it to a verb. */
function outerPhrase(tokens: readonly Token[], start: number): number | undefined {
  if (tokens[start - 1]?.pos !== 'ADP') return undefined;
  const outer = startOfPhrase(tokens, start - 1);
  const phrase = tokens.slice(outer, start - 1);
  return phrase.length > 0 && (isDefinite(phrase) || isName(phrase)) ? outer : undefined;
}
