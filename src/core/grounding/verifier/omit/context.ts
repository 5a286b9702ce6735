// Where in a sentence a shorter phrase still says something true (upward monotone contexts; van Benthem 1986).
import type { Token } from '../parse/token.js';
import { CONDITIONAL, DENYING, LIMITING, NEGATIVE, REPORTING } from '../words/english.js';

const has =
  (words: ReadonlySet<string>) =>
  ({ key }: Token) =>
    words.has(key.toLowerCase());
/** "a little air" and "a few" deny nothing. */
export const isNegative = (token: Token): boolean =>
  token.verb?.isNegated === true ||
  (has(NEGATIVE)(token) && !(token.article === 'a' && /^(?:few|little)$/.test(token.key)));
export const isDenying = has(DENYING);
/** "the only strike" is one certain strike. */
export const isLimiting = (token: Token): boolean =>
  has(LIMITING)(token) && !(token.key === 'only' && token.article === 'the');
export const isConditional = has(CONDITIONAL);

/** "until 2033", "after the vote": a time, where no verb follows. */
export function isOpenCondition(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (!token || !isConditional(token)) return false;
  if (!/^(?:until|till|before|after|once)$/.test(token.key)) return true;
  const rest = tokens.slice(at + 1);
  const end = rest.findIndex(({ mark, pos }) => mark !== '' || pos === 'CCONJ');
  return rest.slice(0, end < 0 ? rest.length : end).some(({ verb }) => verb);
}

const UNIVERSAL = new Set(
  'all every each both everyone everybody everything most first last same more than'.split(' '),
);

/** Where the clause of a token begins and ends: at a semicolon, or a coordinator with a comma. */
function clauseAround(tokens: readonly Token[], at: number): { start: number; end: number } {
  const isBorder = (index: number) => {
    const token = tokens[index];
    return (
      token !== undefined && (/[;:]/.test(token.mark) || (token.pos === 'CCONJ' && token.mark.includes(',')))
    );
  };
  let start = Math.min(at, tokens.length - 1);
  while (start > 0 && !isBorder(start)) start -= 1;
  let end = at;
  while (end < tokens.length && (end === at || !isBorder(end))) end += 1;
  return { start, end };
}

/** Whether what stands behind the verb may be left out from `at` on. */
export function isSafeAfterVerb(tokens: readonly Token[], at: number): boolean {
  const { start } = clauseAround(tokens, Math.max(0, at - 1));
  const before = tokens.slice(start, at);
  const place = before.findLastIndex(({ verb }) => verb && !verb.isInfinitive && verb.form !== 'ing');
  // "All of them found work …": what all of them did goes on.
  const isBound = (token: Token, index: number) =>
    isNegative(token) ||
    isDenying(token) ||
    isConditional(token) ||
    (isLimiting(token) && !isOfSubject(index));
  const isOfSubject = (index: number) => index < place && UNIVERSAL.has(before[index]?.key ?? '');
  if (before.some(isBound)) return false;
  const verb = before[place]?.verb;
  if (!verb || verb.modal === 'may' || verb.modal === 'might') return false;
  const isDone = verb.isPast || verb.isPerfect || verb.isProgressive || verb.modal === 'will';
  const isClass = before[place]?.key === 'be' && before[place + 1]?.article === 'a';
  const isPlan =
    !verb.isNegated &&
    /^(?:be|plan|hope|want|intend)$/.test(before[place]?.key ?? '') &&
    /^(?:to|due-to)$/.test(before[place + 1]?.key ?? '') &&
    before.slice(place).some((token) => token.verb?.isInfinitive);
  return isDone || isClass || isPlan;
}

/** Whether what narrows a noun in front of the verb may be left out: only where it is one definite thing, or one that was. */
export function isSafeBeforeVerb(tokens: readonly Token[], at: number): boolean {
  const { start, end } = clauseAround(tokens, at);
  const before = tokens.slice(start, at);
  if (before.some((token) => isNegative(token) || isLimiting(token) || isConditional(token))) return false;
  const predicate = tokens.slice(at, end).find((token) => token.verb && !token.verb.isInfinitive);
  const verb = predicate?.verb;
  const phrase = tokens
    .slice(start, at + 1)
    .findLast((token) => token.article !== undefined || isPossessive(token) || token.pos === 'PROPN');
  if (!phrase || !verb) return false;
  if (phrase.article === 'a') {
    // "A label in Otterby plans …": one certain label, as it has plans.
    const isCertain =
      verb.isPast || verb.isPerfect || verb.modal === 'will' || REPORTING.has(predicate?.key ?? '');
    return !verb.isNegated && isCertain;
  }
  return true;
}

const isPossessive = ({ key }: Token) => /^(?:his|her|its|their|my|our|'s)$/.test(key);
