// Compares a sentence's numbers and dates with its evidence and the question.
import { isSameDate } from './mentions/dates.js';
import { isSameNumber, type NumberMention } from './mentions/numbers.js';
import { needsEvidence, type ParsedText } from './parsed-text.js';

/**
 * Checks that each number and date is in the evidence. One from the question is fine too, unless the evidence has
 * another in its place.
 */
export function compareFigures(
  claim: ParsedText,
  evidence: readonly ParsedText[],
  question: ParsedText | undefined,
) {
  const flaws: ('number' | 'date')[] = [];
  const conflicts: ('number' | 'date')[] = [];
  let supported = 0;
  const numbers = evidence.flatMap((source) => source.numbers);
  const dates = evidence.flatMap((source) => source.dates);
  const hasYear = (all: readonly NumberMention[]) => (year: number) =>
    all.some(({ values }) => values.includes(year));
  for (const date of claim.dates) {
    if (dates.some((other) => isSameDate(date, other, hasYear(numbers)))) supported += 1;
    else {
      const isAsked = question?.dates.some((other) =>
        isSameDate(date, other, hasYear([...question.numbers, ...numbers])),
      );
      const isTaken = dates.some((other) => (other.weekday === undefined) === (date.weekday === undefined));
      if (!isAsked || isTaken) flaws.push('date');
      if (isTaken) conflicts.push('date');
    }
  }
  for (const number of claim.numbers) {
    if (
      !needsEvidence(number) ||
      claim.dates.some(({ start, end }) => start <= number.start && number.end <= end)
    )
      continue;
    if (numbers.some((other) => isSameNumber(number, other))) {
      supported += 1;
      if (countsSomethingElse(number, claim, evidence) || isRepeated(number, claim, numbers))
        flaws.push('number');
      continue;
    }
    const isAsked = question?.numbers.some((other) => isSameNumber(number, other));
    const isTaken = numbers.some(
      (other) => isInterchangeable(number, other) && !claim.numbers.some((own) => isSameNumber(own, other)),
    );
    if (!isAsked || isTaken) flaws.push('number');
    if (isTaken) conflicts.push('number');
  }
  return { flaws, conflicts, supported };
}

/** Whether the claim repeats a number in place of another one that the evidence has. */
function isRepeated(number: NumberMention, claim: ParsedText, numbers: readonly NumberMention[]): boolean {
  const times = (all: readonly NumberMention[]) => all.filter((other) => isSameNumber(number, other)).length;
  const isOmitted = (other: NumberMention) =>
    isInterchangeable(number, other) && !claim.numbers.some((own) => isSameNumber(own, other));
  return times(claim.numbers) > times(numbers) && numbers.some(isOmitted);
}

/** Whether one number could replace the other, such as two years or two amounts of money. */
function isInterchangeable(a: NumberMention, b: NumberMention): boolean {
  const isYear = ({ values, unit }: NumberMention) =>
    unit === undefined && values.some((value) => value >= 1000 && value < 2200);
  return isYear(a) === isYear(b) && a.unit === b.unit && needsEvidence(b);
}

/** Whether the evidence uses this number for something else, and another number for what the claim counts. */
function countsSomethingElse(
  number: NumberMention,
  claim: ParsedText,
  evidence: readonly ParsedText[],
): boolean {
  const counted = countedTerm(number, claim);
  if (counted === undefined) return false;
  const pairs = evidence.flatMap((source) =>
    source.numbers.filter(needsEvidence).map((other) => ({ other, counted: countedTerm(other, source) })),
  );
  const same = pairs.filter(({ other }) => isSameNumber(number, other));
  const isElsewhere = pairs.some((pair) => pair.counted === counted && !isSameNumber(number, pair.other));
  return (
    isElsewhere &&
    same.length > 0 &&
    same.every((pair) => pair.counted !== undefined && pair.counted !== counted)
  );
}

/** The term right after a number, which it probably counts. */
function countedTerm({ end }: NumberMention, { words, text }: ParsedText): string | undefined {
  const next = words.find((word) => word.start >= end && !word.isFigure);
  return next && /^[\s\u00A0-]*$/u.test(text.slice(end, next.start)) ? next.terms[0] : undefined;
}
