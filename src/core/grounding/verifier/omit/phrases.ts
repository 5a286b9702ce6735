// Prepositional phrases that may be left out.
import type { Token } from '../parse/token.js';
import { FICTION, FIXED_PREPOSITIONS, RELATIVE, UNITS } from '../words/english.js';
import {
  isConditional,
  isDenying,
  isLimiting,
  isNegative,
  isSafeAfterVerb,
  isSafeBeforeVerb,
} from './context.js';
import { isPlural, isReport, isTime, type Rule, type SentenceView } from './sentence-view.js';

export function createPhraseRules({ tokens, at, isMarked, hasSubject }: SentenceView): readonly Rule[] {
  /** "… from Gant to Oosterveld", "… of the town": where one certain subject does something, in the present. */
  function isPlaceOfOne(from: number, to: number, verb: number): boolean {
    const [first, ...rest] = tokens.slice(from, to);
    const isPlace =
      rest.some(({ pos, text }) => pos === 'PROPN' && !isTime(text)) &&
      !rest.some(({ pos, text }) => pos === 'NUM' || isTime(text));
    const before = tokens.slice(0, from);
    const subject = tokens.slice(0, verb);
    const isOne =
      subject.some(({ pos, article }) => article === 'the' || pos === 'PROPN') && !isPlural(subject.at(-1));
    const isFree = !before.some(
      (token) => isNegative(token) || isDenying(token) || isLimiting(token) || isConditional(token),
    );
    const kind = tokens[verb];
    const isAction =
      kind?.verb !== undefined && kind.key !== 'be' && !kind.verb.modal && !kind.verb.isPassive;
    return isOne && isFree && isAction && isPlace && /^(?:of|from|in|at|to)$/.test(first?.key ?? '');
  }

  /** "Researchers [from Aldmoor] mapped …": some did something. */
  function isOfSome(from: number, to: number): boolean {
    const head = tokens.slice(0, from);
    const next = at(to)?.verb;
    return (
      head.every(
        ({ pos, article, mark }) => /^(?:NOUN|ADJ)$/.test(pos) && article === undefined && mark === '',
      ) &&
      isPlural(head.at(-1)) &&
      next !== undefined &&
      (next.isPast || isReport(at(to) as Token)) &&
      !next.isNegated &&
      !next.isPassive &&
      next.modal === undefined &&
      at(to)?.key !== 'be'
    );
  }

  /** "Bramley Fields has 96 plots [of three sizes]": what somebody has. */
  function isKindOfThing(from: number, to: number, verb: number): boolean {
    const kind = tokens[verb];
    const subject = tokens.slice(0, verb);
    const object = tokens.slice(verb + 1, from);
    return (
      at(from)?.key === 'of' &&
      to === tokens.length &&
      kind?.key === 'have' &&
      kind.verb?.isNegated === false &&
      kind.verb.modal === undefined &&
      subject.some(({ pos, article }) => article === 'the' || pos === 'PROPN') &&
      object.every(({ pos, mark }) => /^(?:NUM|ADJ|NOUN)$/.test(pos) && mark === '') &&
      !object.some((token) => isNegative(token) || isLimiting(token)) &&
      !UNITS.has(object.at(-1)?.key ?? '')
    );
  }

  /** Whether the verb in front tells what happened. */
  function isOverBefore(from: number): boolean {
    const verb = tokens.slice(0, from).findLast((token) => token.verb && !token.verb.isInfinitive)?.verb;
    return verb !== undefined && (verb.isPast || verb.isPerfect) && !verb.isNegated;
  }

  /** "was named … [by the coaches]" */
  function isAgent(from: number): boolean {
    const verb = tokens.slice(0, from).findLast((token) => token.verb && !token.verb.isInfinitive);
    const first = at(from + 1);
    const isSomebody = first?.article !== undefined || first?.pos === 'PROPN';
    return at(from)?.key === 'by' && verb?.verb?.isPassive === true && isSomebody;
  }

  /** "the village [of Hautmoulin]": one thing by two names; the first may go. */
  function isKindOfPlace(from: number, to: number): boolean {
    const [noun, of] = tokens.slice(from, to);
    return (
      to === from + 2 &&
      noun?.article === 'the' &&
      /^(?:village|town|city|island|state|province|district|region|country|municipality)$/.test(noun.key) &&
      of?.key === 'of' &&
      at(to)?.pos === 'PROPN' &&
      at(to)?.article === undefined
    );
  }

  /** "climbed the steps every Monday [to wind the clock]": what for. */
  function isPurpose(from: number, to: number): boolean {
    const [first, second] = tokens.slice(from, to);
    const place = tokens.slice(0, from).findLastIndex((token) => token.verb);
    const verb = tokens[place];
    const isTaken =
      verb !== undefined &&
      (isReport(verb) ||
        /^(?:be|have|try|attempt|begin|start|force|allow|help|cause|persuade|invite|require|fail|refuse|manage|decide|vote|choose|need|seem|appear|continue|learn|agree)$/.test(
          verb.key,
        ));
    return (
      to === tokens.length &&
      first?.key === 'to' &&
      first.pos === 'PART' &&
      second?.verb?.isInfinitive === true &&
      verb?.verb?.isPast === true &&
      from > place + 1 &&
      !isTaken &&
      isSafeAfterVerb(tokens, from) &&
      !tokens.slice(from).some(isNegative)
    );
  }

  /** A prepositional phrase. */
  function isPhrase(from: number, to: number): boolean {
    const [first, ...rest] = tokens.slice(from, to);
    const isUntil = /^(?:until|till)$/.test(first?.key ?? '') && isOverBefore(from);
    const isFixed = FIXED_PREPOSITIONS.has(first?.key ?? '') && !isAgent(from) && !isUntil;
    if (first?.pos !== 'ADP' || isFixed || rest.length === 0) return false;
    if (
      rest.some(
        (token) => token.verb || isConditional(token) || isNegative(token) || /[,;:"(]/.test(token.mark),
      )
    )
      return false;
    // "in the autumn at the earliest"
    if (rest.some(({ key }) => /^(?:earliest|latest|least|most|best|worst|minimum|maximum)$/.test(key)))
      return false;
    const isInside = ({ pos, key }: Token) =>
      /^(?:NOUN|PROPN|ADJ|NUM|PRON|SYM|DET|ADP)$/.test(pos) || key === "'s" || key === 'and';
    if (!rest.every(isInside)) return false;
    if (!/^(?:NOUN|PROPN|NUM|PRON)$/.test(rest.at(-1)?.pos ?? '') && first.key !== 'at') return false;
    const next = at(to);
    // The next word must not belong to the phrase: "in lower | Ashcombe".
    const isEnded =
      next === undefined ||
      next.verb ||
      next.pos === 'ADP' ||
      next.pos === 'CCONJ' ||
      next.pos === 'SCONJ' ||
      isMarked(to) ||
      /["“]/u.test(next.mark) ||
      (next.pos === 'PART' && next.key === 'to') ||
      RELATIVE.has(next.key) ||
      next.pos === 'ADV';
    // "said [on Monday] that"
    const isThat = next?.key === 'that' && tokens.slice(0, from).some(isReport);
    if (!isEnded || (next && RELATIVE.has(next.key) && next.mark === '' && !isThat)) return false;
    if (next?.pos === 'CCONJ' && next.mark === '' && !at(to + 1)?.verb) return false;
    const before = at(from - 1);
    if (before?.pos === 'ADJ' || before?.pos === 'ADV' || before?.key === 'be') return false;
    const verb = tokens.findIndex((token, index) => token.verb && index < from && !token.verb.isInfinitive);
    if (verb < 0) return (!isPlural(at(from - 1)) && isSafeBeforeVerb(tokens, from)) || isOfSome(from, to);
    return isSafeAfterVerb(tokens, from) || isPlaceOfOne(from, to, verb) || isKindOfThing(from, to, verb);
  }

  /** "In 2029 | a storm …": where a noun phrase ends and the subject begins. */
  function isSubjectAt(to: number): boolean {
    const [before, next] = [at(to - 1), at(to)];
    if (next?.mark !== '' || !/^(?:NOUN|NUM|PROPN)$/.test(before?.pos ?? '')) return false;
    const isNew =
      next.article !== undefined ||
      /^(?:PRON|DET)$/.test(next.pos) ||
      (next.pos === 'PROPN' && before?.pos !== 'PROPN');
    return isNew && hasSubject(to);
  }

  /** "In June, …": in front of the sentence. */
  function isLeadingPhrase(from: number, to: number): boolean {
    if (from !== 0 || !(at(to)?.mark.includes(',') || isSubjectAt(to))) return false;
    const span = tokens.slice(0, to);
    const isAfter = /^(?:after|before|until|till)$/.test(span[0]?.key ?? '');
    // "The first time, …"
    const isTimeNoun =
      span[0]?.article === 'the' && /^(?:time|day|night|morning|evening)$/.test(span.at(-1)?.key ?? '');
    if (isTimeNoun) return span.length <= 2 && at(to)?.mark.includes(',') === true;
    if (
      span[0]?.pos !== 'ADP' ||
      span.some(
        (token, index) =>
          token.verb ||
          (isConditional(token) && !(isAfter && index === 0)) ||
          FICTION.has(token.key) ||
          isLimiting(token),
      )
    )
      return false;
    // "Until 2021 she climbed …", "As a child, she …"
    const isTimeOrRole = /^(?:until|till|as)$/.test(span[0].key);
    if ((FIXED_PREPOSITIONS.has(span[0].key) && !isTimeOrRole) || span[0].text.toLowerCase() === 'according')
      return false;
    const verb = tokens.slice(to).find((token) => token.verb)?.verb;
    return verb !== undefined && !verb.isNegated && (verb.isPast || verb.isPerfect);
  }

  /** "… [next spring]", "… [last Tuesday]" */
  function isBareTime(from: number, to: number): boolean {
    const [first, second] = tokens.slice(from, to);
    const isTimeName =
      isTime(second?.text ?? '') || /^(?:week|month|year|night|weekend)$/.test(second?.key ?? '');
    return (
      to === from + 2 &&
      /^(?:next|last|this|every)$/.test(first?.key ?? '') &&
      first?.mark === '' &&
      isTimeName &&
      (to === tokens.length || isMarked(to) || at(to)?.pos === 'ADP') &&
      at(from - 1)?.pos !== 'ADP' &&
      at(from - 1)?.pos !== 'NUM' &&
      isSafeAfterVerb(tokens, from)
    );
  }

  return [isPhrase, isKindOfPlace, isPurpose, isLeadingPhrase, isBareTime];
}
