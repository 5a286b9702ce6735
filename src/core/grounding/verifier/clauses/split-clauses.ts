// The clauses of a sentence that may stand alone, so that each can be reordered: voice, speaker, time in front.

import { withMark } from '../align/word-order.js';
import { findOmissions } from '../omit/omissions.js';
import type { Token } from '../parse/token.js';

/** Clauses of one sentence; more are not looked at. */
const MAX_CLAUSES = 6;

/** "A was built in 1990 and was sold by B" as "A was sold by B", "When A, B" as "B", and so on. */
export function splitClauses(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const mayOmit = findOmissions(tokens);
  const isVerb = ({ verb }: Token) => verb !== undefined && !verb.isInfinitive;
  const first = tokens.findIndex(isVerb);
  const isBorder = (at: number) =>
    tokens[at]?.mark.trim() !== '' ||
    /^(?:CCONJ|SCONJ)$/.test(tokens[at - 1]?.pos ?? '') ||
    tokens[at - 1]?.key === 'when';
  const found: (readonly Token[])[] = [];
  for (let at = 2; at < tokens.length && found.length < MAX_CLAUSES; at += 1) {
    const rest = tokens.slice(at);
    if (at > first && isBorder(at) && rest.some(isVerb) && mayOmit(0, at)) {
      found.push([...withMark(rest[0], ''), ...rest.slice(1)]);
    }
    const isPredicate =
      first > 0 && at > first + 1 && tokens[at - 1]?.pos === 'CCONJ' && isVerb(tokens[at] as Token);
    if (isPredicate && mayOmit(first, at))
      found.push([...tokens.slice(0, first), ...withMark(rest[0], ''), ...rest.slice(1)]);
  }
  return found;
}
