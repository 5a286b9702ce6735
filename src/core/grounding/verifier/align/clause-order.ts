// A subordinate clause may stand in front or behind, and an auxiliary may be said once for two verbs.
import type { Token } from '../parse/token.js';
import { withMark } from './word-order.js';

const OPENERS = new Set(
  'if when because although though after before unless since while once until as'.split(' '),
);

/** "B if A" for "If A, B"; undefined where there is none. */
export function backSubordinate(tokens: readonly Token[]): readonly Token[] | undefined {
  if (!OPENERS.has(tokens[0]?.key ?? '')) return undefined;
  const comma = tokens.findIndex(({ mark }, index) => index > 1 && mark.includes(','));
  const main = tokens.slice(comma);
  const isClause = (span: readonly Token[]) => span.some(({ verb }) => verb);
  const hasMore = main.slice(1).some(({ mark }) => /[,;:]/.test(mark));
  if (comma < 0 || hasMore || !isClause(tokens.slice(0, comma)) || !isClause(main)) return undefined;
  return [...withMark(main[0], ''), ...main.slice(1), ...withMark(tokens[0], ''), ...tokens.slice(1, comma)];
}

/**
 * "has extended and has doubled" for "has extended and doubled", "are opened and are closed" for "are opened and closed";
 * undefined where there is none.
 */
export function repeatAuxiliary(tokens: readonly Token[]): readonly Token[] | undefined {
  const at = tokens.findIndex(({ verb }, index) => {
    const isSecond = verb?.isBare && verb.form === 'ed' && tokens[index - 1]?.pos === 'CCONJ';
    const verbBefore = firstVerb(tokens, index);
    const isPassive =
      verbBefore?.isPassive === true && (verbBefore.modal !== undefined || !verbBefore.isPast);
    return isSecond && (verbBefore?.isPerfect === true || isPassive);
  });
  const second = tokens[at];
  const first = firstVerb(tokens, at);
  // In the past it isn't sure to go on: "was built and brought" is not "was brought".
  const hasObject = /^(?:NOUN|PROPN|PRON|NUM|DET|ADJ)$/.test(tokens[at + 1]?.pos ?? '');
  const isPast = first?.isPassive === true && hasObject && (first.isPast || first.isPerfect) && !first.modal;
  if (!second?.verb || !first || isPast || first.isNegated) return undefined;
  return tokens.map((token, index) => (index === at ? { ...second, verb: first } : token));
}

/** "has missed only two" for "has only missed two"; undefined where there is none. */
export function backOnly(tokens: readonly Token[]): readonly Token[] | undefined {
  const at = tokens.findIndex(({ key }, index) => key === 'only' && tokens[index + 1]?.verb !== undefined);
  const [only, verb] = tokens.slice(at, at + 2);
  const isObject = /^(?:NUM|NOUN|PROPN|ADJ)$/.test(tokens[at + 2]?.pos ?? '');
  if (at < 0 || !only || !verb || !isObject || tokens[at + 2]?.mark !== '') return undefined;
  return [
    ...tokens.slice(0, at),
    { ...verb, mark: only.mark },
    { ...only, mark: '' },
    ...tokens.slice(at + 2),
  ];
}

const firstVerb = (tokens: readonly Token[], before: number) =>
  tokens.slice(0, Math.max(0, before)).findLast(({ verb }) => verb && !verb.isInfinitive)?.verb;
