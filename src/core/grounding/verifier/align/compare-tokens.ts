// Whether two tokens say the same, or say something else in the same place.
import { isDate, isSameDate } from '../parse/dates.js';
import type { Token, VerbForm } from '../parse/token.js';
import { DATES } from '../words/dates.js';
import { OPPOSITES, QUANTIFIERS, REPORTING, SAYING, UNCHANGED, UNITS } from '../words/english.js';

/** Why one token contradicts another. */
export type Difference = 'number' | 'unit' | 'name' | 'date' | 'negation' | 'opposite' | 'quantity';

/** @param isReduced the evidence says "which was built", where the claim may say "built" */
export function saySame(claim: Token, evidence: Token, isReduced = false): boolean {
  if (isDate(evidence)) return isSameDate(claim, evidence);
  if (claim.verb && evidence.verb) {
    const bothSay = SAYING.has(claim.key) && SAYING.has(evidence.key);
    if (!bothSay && claim.key !== evidence.key && claim.text.toLowerCase() !== evidence.text.toLowerCase())
      return false;
    if (bothSay || REPORTING.has(claim.key))
      return isSameForm(ignoreTense(claim.verb), ignoreTense(evidence.verb));
    return (
      isSameForm(claim.verb, evidence.verb) ||
      isSamePast(claim, evidence) ||
      isAllowed(claim.verb, evidence.verb) ||
      isUnmarked(claim, evidence) ||
      (isReduced && isParticipleOf(claim.verb, evidence.verb)) ||
      (evidence.mark.includes(',') && isParticipleOf(evidence.verb, claim.verb))
    );
  }
  if (claim.verb || evidence.verb) {
    const { verb } = claim.verb ? claim : evidence;
    // The tagger takes some nouns and adjectives for verbs.
    return (
      verb?.isBare === true && !verb.isNegated && claim.text.toLowerCase() === evidence.text.toLowerCase()
    );
  }
  if (claim.pos === 'ADJ' && evidence.pos === 'ADJ' && isComparative(claim) !== isComparative(evidence))
    return false;
  return claim.key === evidence.key || claim.text.toLowerCase() === evidence.text.toLowerCase();
}

/** "has rejected" and "rejected": the same event. What was so for a time ("has been mayor") is another matter. */
function isSamePast({ verb: claim, key }: Token, { verb: evidence }: Token): boolean {
  if (!claim || !evidence || /^(?:be|have|live|remain|stay|hold|own|belong)$/.test(key)) return false;
  const isOver = (verb: VerbForm) =>
    (verb.isPast || verb.isPerfect) && !verb.isNegated && !verb.isProgressive && !verb.modal;
  const plain = { isPast: false, isPerfect: false, form: 'ed', isBare: false } as const;
  return isOver(claim) && isOver(evidence) && isSameForm({ ...claim, ...plain }, { ...evidence, ...plain });
}

/** "can be used" for "may be used". */
const isAllowed = (claim: VerbForm, evidence: VerbForm): boolean =>
  claim.modal === 'can' &&
  evidence.modal === 'may' &&
  evidence.isPassive &&
  !evidence.isPerfect &&
  !evidence.isNegated &&
  isSameForm({ ...claim, modal: 'may' }, evidence);

/** "put": past or present, which only the passive shows. */
const isUnmarked = ({ key, verb: claim }: Token, { verb: evidence }: Token): boolean =>
  claim !== undefined &&
  evidence !== undefined &&
  UNCHANGED.has(key) &&
  evidence.form === 'base' &&
  evidence.isBare &&
  isSameForm(claim, { ...evidence, isPast: claim.isPast });

const isComparative = ({ text }: Token): boolean => /(?:er|est)$/.test(text);

/** In what way two tokens differ that stand in the same place; undefined where it is no contradiction. */
export function findDifference(claim: Token, evidence: Token): Difference | undefined {
  if (isDate(claim) || isDate(evidence))
    return isDate(claim) && isDate(evidence) && !isSameDate(claim, evidence) ? 'date' : undefined;
  if (claim.pos === 'NUM' && evidence.pos === 'NUM') return claim.key === evidence.key ? undefined : 'number';
  const [a, b] = [claim.key.toLowerCase(), evidence.key.toLowerCase()];
  if (a === b && claim.verb && evidence.verb) {
    const isFlipped = claim.verb.isNegated !== evidence.verb.isNegated;
    return isFlipped &&
      isSameForm({ ...claim.verb, isNegated: false }, { ...evidence.verb, isNegated: false })
      ? 'negation'
      : undefined;
  }
  if (a === b) return undefined;
  if (DATES.has(a) && DATES.has(b)) return 'date';
  if (UNITS.has(a) && UNITS.has(b)) return 'unit';
  if (QUANTIFIERS.has(a) && QUANTIFIERS.has(b)) return 'quantity';
  if (OPPOSITES.some((pair) => pair.includes(a) && pair.includes(b))) {
    if (!claim.verb || !evidence.verb) return claim.verb || evidence.verb ? undefined : 'opposite';
    return isSameForm(claim.verb, evidence.verb) ? 'opposite' : undefined;
  }
  return claim.pos === 'PROPN' && evidence.pos === 'PROPN' ? 'name' : undefined;
}

function isSameForm(a: VerbForm, b: VerbForm): boolean {
  return (
    a.modal === b.modal &&
    a.isNegated === b.isNegated &&
    a.isPerfect === b.isPerfect &&
    a.isProgressive === b.isProgressive &&
    a.isPassive === b.isPassive &&
    a.isPast === b.isPast &&
    a.isInfinitive === b.isInfinitive &&
    (a.form === 'ing') === (b.form === 'ing')
  );
}

const ignoreTense = (verb: VerbForm): VerbForm => ({
  ...verb,
  isPast: false,
  isPerfect: false,
  form: verb.form === 'ing' ? 'ing' : 'base',
});

function isParticipleOf(claim: VerbForm, evidence: VerbForm): boolean {
  return (
    claim.isBare &&
    claim.form === 'ed' &&
    evidence.isPassive &&
    evidence.modal === undefined &&
    !evidence.isNegated
  );
}
