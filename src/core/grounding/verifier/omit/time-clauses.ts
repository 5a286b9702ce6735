// Clauses of time and place that may be left out, and the statements around them; instructions in a row.
import { UNITS } from '../words/english.js';
import { isConditional, isLimiting, isNegative, isSafeAfterVerb } from './context.js';
import { isReport, type Rule, type SentenceView } from './sentence-view.js';

export function createTimeRules({ tokens, at, hasSubject }: SentenceView): readonly Rule[] {
  /** "ended on Monday [when the workers accepted it]": both happened. */
  function isTimeClause(from: number, to: number): boolean {
    if (to !== tokens.length || from === 0) return false;
    const first = at(from);
    const before = tokens.slice(0, from);
    const verbs = [before, tokens.slice(from)].map(
      (span) => span.find(({ verb }) => verb && !verb.isInfinitive)?.verb,
    );
    const isOver = verbs.every((verb) => verb?.isPast && !verb.isNegated && verb.modal === undefined);
    return (
      /^(?:when|as|after)$/.test(first?.key ?? '') &&
      isOver &&
      hasSubject(from + 1) &&
      isSafeAfterVerb(tokens, from)
    );
  }

  /** "on 28 August[, two days after …]" */
  function isTimeBetween(from: number, to: number): boolean {
    if (to !== tokens.length || from === 0) return false;
    const [number, unit, word] = tokens.slice(from, from + 3);
    const isSpan = number?.pos === 'NUM' && number.mark === ',' && UNITS.has(unit?.key ?? '');
    return (
      isSpan && /^(?:after|before|later|earlier)$/.test(word?.key ?? '') && isSafeAfterVerb(tokens, from)
    );
  }

  /** "[It ended on Monday when ]the workers accepted it": what happened at the same time, or before. */
  function isClauseBeforeTime(from: number, to: number): boolean {
    const opener = at(to - 1);
    const span = tokens.slice(0, to - 1);
    const verbs = [span, tokens.slice(to)].map(
      (part) => part.find(({ verb }) => verb && !verb.isInfinitive)?.verb,
    );
    const isOver = verbs.every((verb) => verb?.isPast && !verb.isNegated && verb.modal === undefined);
    // "She grew up in Marne, where | her parents ran a shop."
    const isPlace = opener?.key === 'where' && opener.mark.includes(',');
    return (
      from === 0 &&
      ((/^(?:when|after)$/.test(opener?.key ?? '') && isOver) || isPlace) &&
      hasSubject(to) &&
      !span.some(
        (token) =>
          isReport(token) || isNegative(token) || isConditional(token) || isLimiting(token) || token.isQuoted,
      )
    );
  }

  /** "[Pump air into it, ]put it back and …": one of several instructions. */
  function isInstruction(from: number, to: number): boolean {
    const isOrder = (index: number) => {
      const token = at(index);
      return (
        token?.verb?.form === 'base' && token.verb.isBare && !token.verb.isInfinitive && !token.verb.isNegated
      );
    };
    const isBorder = (index: number) =>
      isOrder(index) &&
      (at(index)?.mark.trim() === ',' || (at(index - 1)?.key === 'and' && index - 1 !== from));
    const span = tokens.slice(from, to);
    if (!isOrder(0) || span.some((token) => isConditional(token) || isNegative(token))) return false;
    if (tokens.some(({ key, pos }) => pos === 'CCONJ' && key === 'or')) return false;
    const isFirst = from === 0 && isBorder(to);
    const isLast = to === tokens.length && (isBorder(from) || (at(from)?.key === 'and' && isOrder(from + 1)));
    const isMiddle = isBorder(from) && at(to)?.key === 'and' && isOrder(to + 1);
    return isFirst || isLast || isMiddle;
  }

  return [isTimeClause, isTimeBetween, isClauseBeforeTime, isInstruction];
}
