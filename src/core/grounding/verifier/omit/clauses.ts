// Clauses of their own that may be left out, in front of a statement or behind it.
import type { Token } from '../parse/token.js';
import { subjectBefore } from '../references/subject-before.js';
import { OPTIONAL_CLAUSES, SAYING } from '../words/english.js';
import {
  isConditional,
  isDenying,
  isLimiting,
  isNegative,
  isOpenCondition,
  isSafeAfterVerb,
} from './context.js';
import { isNoun, isReport, type Rule, type SentenceView } from './sentence-view.js';

export function createClauseRules({ tokens, at, isUntrue, hasSubject }: SentenceView): readonly Rule[] {
  /** What follows the statement: "…, but buses may use it", "… because …", "…; …". */
  function isTrailingClause(from: number, to: number): boolean {
    const first = at(from);
    if (!first || from === 0 || to !== tokens.length || isUntrue(from, to)) return false;
    const before = tokens.slice(0, from);
    if (!before.some(({ verb }) => verb) && !OPTIONAL_CLAUSES.has(first.key)) return false;
    if (first.mark.includes(';')) return !isConditional(first) && first.key !== 'or';
    // "…: on a bad day …", "…, not of glass"
    const isExplained =
      first.mark.trim() === ':' && !before.some((token) => isReport(token) || token.key === 'only');
    if (isExplained && before.some(({ verb }) => verb)) return !isConditional(first);
    if (first.mark === ',' && first.key === 'not') return !tokens.slice(from).some(({ verb }) => verb);
    if (first.key === 'but' && at(from + 1)?.key === 'not' && !tokens.slice(from).some(({ verb }) => verb))
      return !before.some(isNegative);
    if (OPTIONAL_CLAUSES.has(first.key))
      return first.mark.includes(',') || !before.some((token) => isNegative(token) || isLimiting(token));
    const span = tokens.slice(from, to);
    if (first.key === 'due-to')
      return (
        !before.some((token) => isNegative(token) || isDenying(token) || isConditional(token)) &&
        !span.some((token) => token.verb)
      );
    const isResult = first.key === 'so' && first.mark.includes(',');
    if (isClauseOfList(from)) return true;
    if (isChoiceBehind(from)) return true;
    if ((first.pos !== 'CCONJ' && !isResult) || first.key === 'or' || first.key === 'nor') return false;
    // A condition at the end may belong to both clauses.
    if (span.some(({ key }) => /^(?:if|unless|provided|providing|otherwise)$/.test(key))) return false;
    const verb = span.findIndex((token) => token.verb && (token.verb.form !== 'ing' || !token.verb.isBare));
    if (verb < 0)
      return (
        !before.some((token) => isNegative(token) || isDenying(token) || isLimiting(token)) &&
        isSafeAfterVerb(tokens, from)
      );
    // "must not be closed and opened": not both.
    const second = span[verb] as Token;
    if (verb === 1 && second.verb?.isBare && before.some(isNegative) && first.key !== 'but') return false;
    return first.key === 'and' || first.key === 'but' || first.key === 'so' || first.key === 'yet';
  }

  /** "can be given [or swapped]" */
  function isChoiceBehind(from: number): boolean {
    const [join, next] = tokens.slice(from, from + 2);
    const verbs = tokens.slice(0, from).filter(({ verb }) => verb);
    const [verb] = verbs;
    return (
      join?.key === 'or' &&
      next?.verb !== undefined &&
      verbs.length === 1 &&
      /^(?:can|may)$/.test(verb?.verb?.modal ?? '') &&
      !tokens.some((token) => isNegative(token) || isConditional(token))
    );
  }

  /** "A backed it[, B opposed it and C abstained]". */
  function isClauseOfList(from: number): boolean {
    const first = at(from);
    const span = tokens.slice(from);
    const join = span.findLastIndex(({ key, pos }) => key === 'and' && pos === 'CCONJ');
    const isNominal = first !== undefined && /^(?:NOUN|PROPN|NUM)$/.test(first.pos) && first.mark === ',';
    const hasVerbs = [span.slice(0, join), span.slice(join)].every((part) =>
      part.some(({ verb }) => verb && !verb.isInfinitive && verb.form !== 'ing'),
    );
    const [head] = tokens;
    return (
      isNominal &&
      join > 0 &&
      hasVerbs &&
      hasSubject(from) &&
      head?.pos !== 'SCONJ' &&
      !tokens.some(
        (token) => isReport(token) || isConditional(token) || token.isQuoted || token.pos === 'SCONJ',
      )
    );
  }

  /** A statement of its own in front: "No one was killed, but …". */
  function isLeadingClause(from: number, to: number): boolean {
    const next = at(to);
    if (!next || to < 3 || (from !== 0 && !isBehindPhrase(from))) return false;
    const last = at(to - 1) as Token;
    const isColon = next.mark.trim() === ':';
    const isSplit =
      next.mark.includes(';') ||
      isColon ||
      (/[,;]/.test(last.mark) && /^(?:and|but|so|while|whereas|although)$/.test(last.key));
    const span = tokens.slice(from, next.mark.includes(';') || isColon ? to : to - 1);
    // "When the car stopped, three people got out": both happened.
    const main = tokens.slice(to).find(({ verb }) => verb)?.verb;
    const isTimeFirst =
      /^(?:when|after|before|as|once)$/.test(tokens[0]?.key ?? '') && main?.isPast && !main.isNegated;
    if (
      isTimeFirst &&
      next.mark.includes(',') &&
      !isSplit &&
      span.every(({ verb }) => !verb || verb.isPast || !verb.isBare)
    )
      return span.some(({ verb }) => verb?.isPast) && hasSubject(to);
    if (OPTIONAL_CLAUSES.has(tokens[0]?.key ?? '') && next.mark.includes(',') && !isSplit)
      return span.some(({ verb }) => verb) && hasSubject(to);
    if (!isSplit || !span.some(({ verb }) => verb) || !hasSubject(to)) return false;
    return !span.some(
      (token, index) =>
        isOpenCondition(span, index) || (isReport(token) && hasContent(span, index)) || token.isQuoted,
    );
  }

  /** "During the work, [A is closed, and] B moves": a time in front holds of both. */
  function isBehindPhrase(from: number): boolean {
    const lead = tokens.slice(0, from);
    return (
      lead[0]?.pos === 'ADP' &&
      at(from)?.mark.includes(',') === true &&
      !lead.some((token) => token.verb || isConditional(token))
    );
  }

  /** Whether a verb of saying or wanting has a clause of its own, which may go on: not in "hopes to open a shop, but …". */
  function hasContent(span: readonly Token[], verb: number): boolean {
    const rest = span.slice(verb + 1);
    return (
      SAYING.has(span[verb]?.key ?? '') ||
      rest.some((token) => token.key === 'that' || (token.verb && !token.verb.isInfinitive))
    );
  }

  /** "asked crews to pay and | kept": the first of two things that the same subject does. */
  function isFirstPredicate(from: number, to: number): boolean {
    // "is still investigating it and | has not …": the adverb goes with it.
    const start = at(from)?.pos === 'ADV' && at(from + 1)?.verb ? from + 1 : from;
    const [first, last, next] = [at(start), at(to - 1), at(to)];
    if (!first?.verb || last?.pos !== 'CCONJ' || !next?.verb || from === 0) return false;
    const [a, b] = [first.verb, next.verb];
    // "can be given or can be swapped": each is allowed.
    const isChoice =
      /^(?:can|may)$/.test(a.modal ?? '') && a.modal === b.modal && !a.isNegated && !b.isNegated;
    if (last.key === 'or' && !isChoice) return false;
    // "may be small and must be painted": each has its own.
    const hasModals = b.modal !== undefined;
    const hasTense =
      !a.isInfinitive &&
      !(a.isBare && a.form === 'ing') &&
      (hasModals || (a.modal === undefined && b.modal === undefined));
    const span = tokens.slice(start + 1, to - 1);
    // "said that A, and announced that B"
    const isSecondReport =
      isReport(first) && isReport(next) && last.mark.includes(',') && a.isPast === b.isPast;
    if (isSecondReport && !a.isNegated && !span.some(isConditional)) return !next.verb.isInfinitive;
    if (
      span.some(
        (token, index) =>
          token.pos === 'SCONJ' ||
          isOpenCondition(span, index) ||
          (token.verb && !token.verb.isInfinitive && !(token.verb.isBare && token.verb.form === 'ing')) ||
          /[;:]/.test(token.mark),
      )
    )
      return false;
    const isBehindSubject = isNoun(at(from - 1)) || at(from - 1)?.pos === 'PRON' || first.mark.includes(',');
    if (hasModals) return hasTense && !b.isBare && isBehindSubject;
    return (
      hasTense &&
      (a.isPast === b.isPast || (!b.isBare && !a.isBare)) &&
      !b.isInfinitive &&
      (a.isPerfect === b.isPerfect || !b.isBare) &&
      b.form !== 'ing' &&
      isBehindSubject
    );
  }

  /** "is expected to cost little and | to last long". */
  function isFirstInfinitive(from: number, to: number): boolean {
    const [first, verb] = tokens.slice(from, to);
    const last = at(to - 1);
    const isPair =
      first?.key === 'to' && verb?.verb?.isInfinitive && last?.key === 'and' && at(to)?.key === 'to';
    return isPair === true && at(to + 1)?.verb !== undefined && !tokens.slice(from, to).some(isNegative);
  }

  /** "must never be left alone, and [it] must be out": the subject again, where the first clause names nothing else. */
  function isSubjectAgain(from: number, to: number): boolean {
    const token = at(from);
    if (to !== from + 1 || !/^(?:it|they|he|she)$/.test(token?.key ?? '') || !at(to)?.verb) return false;
    return at(from - 1)?.pos === 'CCONJ' && subjectBefore(tokens, from) !== undefined;
  }

  return [isTrailingClause, isLeadingClause, isFirstPredicate, isFirstInfinitive, isSubjectAgain];
}
