// Appositions and relative clauses that may be left out, and main clauses around those that stay.
import type { Token } from '../parse/token.js';
import { CONDITIONAL, RELATIVE, REPORTING, SAYING } from '../words/english.js';
import { isConditional, isDenying, isNegative, isSafeAfterVerb } from './context.js';
import { isNoun, isPlural, isReport, type Rule, type SentenceView } from './sentence-view.js';

export function createAsideRules({ tokens, at, isMarked, isUntrue }: SentenceView): readonly Rule[] {
  function isInsideRelative(from: number, index: number): boolean {
    return tokens.slice(from, index).some(({ key }) => RELATIVE.has(key));
  }

  /** "Orlin, a family firm [founded in 1872], makes …" */
  function isReduced(index: number, span: readonly Token[], to: number): boolean {
    const { verb } = span[index] as Token;
    const isParticiple = verb?.isBare === true && verb.form === 'ed' && span[index + 1]?.pos === 'ADP';
    return isParticiple && index > 0 && span[0]?.article !== undefined && at(to)?.verb !== undefined;
  }

  /** Between commas or brackets: who somebody is, or a relative clause. */
  function isAside(from: number, to: number): boolean {
    const first = at(from);
    if (!first || from === 0 || !/[,(–—]/u.test(first.mark) || !isMarked(to)) return false;
    if (/[;:]/.test(first.mark)) return false;
    const span = tokens.slice(from, to);
    if (span.slice(1).some(({ mark }) => /[;:]/.test(mark))) return false;
    if (
      first.pos === 'CCONJ' ||
      first.pos === 'SCONJ' ||
      isConditional(first) ||
      CONDITIONAL.has(first.text.toLowerCase())
    )
      return false;
    if (/^(?:given|said|provided|supposed|except|without|unless)$/.test(first.text.toLowerCase()))
      return false;
    const isPhrased = first.pos === 'ADP' && /^(?:which|whom|whose)$/.test(span[1]?.key ?? '');
    // "none of which shows the same time"
    const isOfThem = span[1]?.key === 'of' && /^(?:which|whom)$/.test(span[2]?.key ?? '');
    if (isOfThem) return true;
    const isRelative = (RELATIVE.has(first.key) && first.key !== 'that') || isPhrased;
    if (isRelative) return !isUntrue(from, to) && span[1] !== undefined;
    if (first.key === 'when') return false;
    const isAuxiliary = /^(?:be|have|do)$/.test(first.key) && first.verb?.form === 'ed';
    const isParticiple =
      first.verb?.isBare && !isAuxiliary && (first.verb.form === 'ed' || first.verb.form === 'ing');
    if (isAuxiliary || (first.verb && span.slice(1).some(isReport))) return false;
    if (isParticiple)
      return (
        !span.slice(1).some((token) => token.verb && !token.verb.isInfinitive && !token.verb.isBare) &&
        !SAYING.has(first.key) &&
        !REPORTING.has(first.key)
      );
    const isList =
      first.pos === 'ADP' && !/^(?:among|along|after|before|over|with|at|in|on)$/.test(first.key);
    if (isList || first.pos === 'ADV' || first.pos === 'PRON') return false;
    return !span.some(
      (token, index) =>
        ((token.verb && !isReduced(index, span, to)) || isNegative(token)) &&
        !isInsideRelative(from, from + index),
    );
  }

  /** "the director of the museum, | which …": either may be meant. */
  function isInOwner(from: number): boolean {
    let start = from - 1;
    while (start > 0 && at(start)?.pos !== 'ADP' && at(start)?.mark === '' && !at(start)?.verb) start -= 1;
    return at(start)?.pos === 'ADP' && isNoun(at(start - 1));
  }

  /** `who` behind a name or noun that stays: "Priya Vell, who measured the gallery". */
  function isRelativePronoun(from: number, to: number): boolean {
    const token = at(from);
    return (
      to === from + 1 &&
      token !== undefined &&
      /^(?:who|which)$/.test(token.key) &&
      token.mark.includes(',') &&
      at(to)?.verb !== undefined &&
      !isInOwner(from) &&
      (isNoun(at(from - 1)) || at(from - 1)?.pos === 'PRON')
    );
  }

  /** "which he had claimed": a relative clause at the end, behind a thing that was something. */
  function isRelativeAtEnd(from: number, to: number): boolean {
    const [first, second] = tokens.slice(from, to);
    const next = at(to);
    const isLast =
      next === undefined || ((next.pos === 'CCONJ' || next.key === 'so') && next.mark.includes(','));
    if (!isLast || !first || !isNoun(at(from - 1)) || isPlural(at(from - 1))) return false;
    const isRelative =
      RELATIVE.has(first.key) &&
      (first.pos !== 'SCONJ' || second?.verb !== undefined || second?.pos === 'PRON') &&
      first.key !== 'when' &&
      first.key !== 'where';
    const isPhrased = first.pos === 'ADP' && /^(?:which|whom)$/.test(second?.key ?? '');
    return (
      (isRelative || isPhrased) && (isSafeAfterVerb(tokens, from) || isSomeThing(from)) && !isUntrue(from, to)
    );
  }

  /** "contains a solvent [that is harmful]": there is one, whatever it does. */
  function isSomeThing(from: number): boolean {
    const verb = tokens.findIndex((token) => token.verb);
    const before = tokens.slice(0, from);
    const kind = tokens[verb]?.verb;
    return (
      verb > 0 &&
      kind?.isBare === true &&
      kind.form === 's' &&
      tokens[verb]?.key !== 'be' &&
      tokens[verb + 1]?.article === 'a' &&
      (tokens[0]?.article === 'the' || tokens[0]?.pos === 'PROPN') &&
      before.slice(verb + 1).every(({ pos, mark }) => /^(?:NOUN|ADJ)$/.test(pos) && mark === '') &&
      !before.some(
        (token) => isNegative(token) || isDenying(token) || isConditional(token) || isReport(token),
      )
    );
  }

  /** "It was reported by Ottoline Marr, who …": the main clause in front of whom a relative clause is about. */
  function isMainClauseBeforeAside(from: number, to: number): boolean {
    if (from !== 0 || at(to)?.pos !== 'PROPN') return false;
    // "at the farm near Skarn Point, which …": the farm may be meant.
    if (at(to - 1)?.pos === 'ADP' && isNoun(at(to - 2))) return false;
    let end = to;
    while (at(end)?.pos === 'PROPN' && (end === to || at(end)?.mark === '')) end += 1;
    const opener = at(end);
    if (!opener || !/^(?:who|which)$/.test(opener.key) || !opener.mark.includes(',')) return false;
    return !tokens
      .slice(0, to)
      .some(
        (token) =>
          isConditional(token) || isNegative(token) || isDenying(token) || isReport(token) || token.isQuoted,
      );
  }

  /** The main clause behind a relative clause that stays. */
  function isMainClauseAfterAside(from: number, to: number): boolean {
    const first = at(from);
    if (to !== tokens.length || !first?.verb || !first.mark.includes(',')) return false;
    // "The farm, which was sold, was old, X said": all of it is X's.
    if (tokens.slice(from).some(isReport)) return false;
    const opener = tokens
      .slice(0, from)
      .findLastIndex(
        ({ key, mark, verb }) =>
          mark.includes(',') && (/^(?:who|which)$/.test(key) || (verb?.isBare && verb.form === 'ed')),
      );
    return (
      opener > 0 &&
      !tokens.slice(opener, from).some(({ mark }, index) => index > 0 && mark.includes(',')) &&
      !isUntrue(from, to)
    );
  }

  return [isAside, isRelativePronoun, isRelativeAtEnd, isMainClauseBeforeAside, isMainClauseAfterAside];
}
