// Numbers and dates of a sentence, held against its evidence and the question.
import { isSameDate } from './mentions/dates.js';
import { isSameNumber, type NumberMention } from './mentions/numbers.js';
import { needsEvidence, type ParsedText } from './parsed-text.js';

/** Numbers and dates: each must stand in the evidence, or in the question where the evidence has no other. */
export function compareFigures(
  claim: ParsedText,
  evidence: readonly ParsedText[],
  question: ParsedText | undefined,
) {
  const flaws: ('number' | 'date')[] = [];
  const conflicts: ('number' | 'date')[] = [];
  let held = 0;
  const numbers = evidence.flatMap((source) => source.numbers);
  const dates = evidence.flatMap((source) => source.dates);
  const hasYear = (all: readonly NumberMention[]) => (year: number) =>
    all.some(({ values }) => values.includes(year));
  for (const date of claim.dates) {
    if (dates.some((other) => isSameDate(date, other, hasYear(numbers)))) held += 1;
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
      held += 1;
      if (isOfAnother(number, claim, evidence) || isDoubled(number, claim, numbers)) flaws.push('number');
      continue;
    }
    const isAsked = question?.numbers.some((other) => isSameNumber(number, other));
    const isTaken = numbers.some(
      (other) => isLike(number, other) && !claim.numbers.some((own) => isSameNumber(own, other)),
    );
    if (!isAsked || isTaken) flaws.push('number');
    if (isTaken) conflicts.push('number');
  }
  return { flaws, conflicts, held };
}

/** Whether the sentence says a number more often than its evidence, in the place of one that it leaves out. */
function isDoubled(number: NumberMention, claim: ParsedText, numbers: readonly NumberMention[]): boolean {
  const times = (all: readonly NumberMention[]) => all.filter((other) => isSameNumber(number, other)).length;
  const isLeftOut = (other: NumberMention) =>
    isLike(number, other) && !claim.numbers.some((own) => isSameNumber(own, other));
  return times(claim.numbers) > times(numbers) && numbers.some(isLeftOut);
}

/** Whether two numbers could stand in one another's place: two years, two sums of money. */
function isLike(a: NumberMention, b: NumberMention): boolean {
  const isYear = ({ values, unit }: NumberMention) =>
    unit === undefined && values.some((value) => value >= 1000 && value < 2200);
  return isYear(a) === isYear(b) && a.unit === b.unit && needsEvidence(b);
}

/** Whether the evidence counts something else by this number, and what the sentence counts by another number. */
function isOfAnother(number: NumberMention, claim: ParsedText, evidence: readonly ParsedText[]): boolean {
  const counted = countedBy(number, claim);
  if (counted === undefined) return false;
  const pairs = evidence.flatMap((source) =>
    source.numbers.filter(needsEvidence).map((other) => ({ other, counted: countedBy(other, source) })),
  );
  const same = pairs.filter(({ other }) => isSameNumber(number, other));
  const isElsewhere = pairs.some((pair) => pair.counted === counted && !isSameNumber(number, pair.other));
  return (
    isElsewhere &&
    same.length > 0 &&
    same.every((pair) => pair.counted !== undefined && pair.counted !== counted)
  );
}

/** The word right behind a number. */
function countedBy({ end }: NumberMention, { words, text }: ParsedText): string | undefined {
  const next = words.find((word) => word.start >= end && !word.isFigure);
  return next && /^[\s\u00A0-]*$/u.test(text.slice(end, next.start)) ? next.terms[0] : undefined;
}
