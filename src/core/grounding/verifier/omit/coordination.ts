// Items of a list that may be left out: "A, B and C" says A, and B, and C.
import type { Token } from '../parse/token.js';
import { UNITS } from '../words/english.js';
import { isConditional, isDenying, isNegative } from './context.js';
import { isNoun, type Rule, type SentenceView } from './sentence-view.js';

/** They hold of all items together. */
const TOGETHER = new Set(
  'between among most both either neither together only solely exclusively than as so too not respectively mix mixture combine combination merge merger marry meet separate distinguish difference compare connect pair join half quarter'.split(
    ' ',
  ),
);

export function createCoordinationRules({ tokens, at, isMarked }: SentenceView): readonly Rule[] {
  const firstVerb = tokens.findIndex(({ verb }) => verb && !verb.isInfinitive);
  const isItem = ({ pos, key, verb }: Token) =>
    !verb && (/^(?:NOUN|PROPN|ADJ|NUM|SYM|DET|PRON|ADP)$/.test(pos) || key === "'s");
  // "A and B have 3 and 4": which is whose can't be told.
  const isPaired = tokens.some(
    ({ pos }, index) => pos === 'CCONJ' && index < firstVerb && tokens[index + 1]?.verb === undefined,
  );

  /** "Search and Rescue": one name. */
  const isInName = (join: number) => {
    const [before, after] = [at(join - 1), at(join + 1)];
    const isName = before?.pos === 'PROPN' && after?.pos === 'PROPN' && after.article === undefined;
    return isName || at(join)?.isQuoted === true;
  };

  /** Nothing in front turns "A and B" into something about both. */
  function isFree(from: number, to: number): boolean {
    const clause = tokens.slice(0, from).findLastIndex(({ mark }) => /[;:]/.test(mark));
    const before = tokens.slice(Math.max(0, clause), from);
    const span = tokens.slice(from, to);
    const isAfterVerb = firstVerb >= 0 && from > firstVerb;
    if (isPaired && isAfterVerb && tokens.some(({ pos }, index) => pos === 'NUM' && index > firstVerb))
      return false;
    return (
      !before.some(
        (token) => isNegative(token) || isDenying(token) || isConditional(token) || TOGETHER.has(token.key),
      ) &&
      !tokens.some(({ key }, index) => (index >= to || index < from) && key === 'respectively') &&
      !span.some(({ key }) => key === 'half' || key === 'quarter')
    );
  }

  const isJoin = (token: Token | undefined, place: number): boolean => {
    if (token?.key === 'and' || token?.key === '&') return token.pos === 'CCONJ';
    // "can be A or B": each is allowed.
    const verb = tokens.slice(0, place).findLast((one) => one.verb)?.verb;
    return token?.key === 'or' && (verb?.modal === 'can' || verb?.modal === 'may') && !verb.isNegated;
  };

  const isEnd = (to: number) => {
    const next = at(to);
    return (
      next === undefined ||
      isMarked(to) ||
      next.verb !== undefined ||
      /^(?:ADP|CCONJ|SCONJ|PART)$/.test(next.pos)
    );
  };

  /** "A[, B and C]", "A[ and B]", "to A[ and to B]". */
  function isLaterItems(from: number, to: number): boolean {
    const first = at(from);
    const before = at(from - 1);
    if (!first || !before || !(isNoun(before) || before.pos === 'NUM' || before.pos === 'ADV')) return false;
    const span = tokens.slice(from, to);
    const join = span.findLastIndex((token, index) => isJoin(token, from + index));
    if (join < 0 || join === span.length - 1 || isInName(from + join)) return false;
    const isList = join > 0 && first.mark === ',' && isNoun(first);
    if (join > 0 && !isList) return false;
    const items = span.filter((_, index) => index !== join);
    // "3 crowns and 50 cents" is one amount.
    const isAmount = UNITS.has(before.key) && items[0]?.pos === 'NUM';
    const isNothingElse = items.every((token) => /^(?:nowhere|else|no|nobody)$/.test(token.key));
    return (
      !isAmount &&
      (isNothingElse ||
        items.every(
          (token, index) =>
            (isItem(token) || (token.key === 'only' && items[index + 1]?.pos === 'NUM')) &&
            /^,?$/.test(token.mark),
        )) &&
      isEnd(to) &&
      isFree(from, to)
    );
  }

  /** "[A, B and ]C", "[A, ]B and C". */
  function isEarlierItems(from: number, to: number): boolean {
    const before = at(from - 1);
    const isStart = from === 0 || before?.verb !== undefined || before?.pos === 'ADP';
    const span = tokens.slice(from, to);
    const last = span.at(-1);
    const next = at(to);
    if (!isStart || !last || !next || span.length < 2 - Number(next.mark === ',')) return false;
    const isJoined = isJoin(last, to - 1);
    const later = tokens.slice(to).findIndex((token) => token.verb || /[;:]/.test(token.mark));
    const rest = tokens.slice(to, later < 0 ? tokens.length : to + later);
    const isListed =
      next.mark === ',' &&
      rest.some((token, index) => isJoin(token, to + index)) &&
      rest.slice(1).every(({ mark }) => mark === '');
    if ((!isJoined && !isListed) || (isJoined && isInName(to - 1))) return false;
    const items = isJoined ? span.slice(0, -1) : span;
    return (
      items.length > 0 &&
      isNoun(items.at(-1)) &&
      isItem(next) &&
      next.pos !== 'ADP' &&
      items.every(
        (token, index) =>
          isItem(token) &&
          !isNegative(token) &&
          token.pos !== 'PRON' &&
          (index === 0 || /^,?$/.test(token.mark)),
      ) &&
      (rest.length > 0 || isNoun(next)) &&
      isFree(from, to)
    );
  }

  return [isLaterItems, isEarlierItems];
}
