// Dates as one token: "3 March 2031", "March 3, 2031" and "March 2031".
import type { Token } from './token.js';

const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
);
const SHORT = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const MAX_DAY = 31;

/** Joins the parts of each date. Its key is `@day-month-year`, with what isn't told left empty. */
export function joinDates(tokens: readonly Token[]): readonly Token[] {
  const joined: Token[] = [];
  for (let index = 0; index < tokens.length; ) {
    const date = readDate(tokens, index);
    joined.push(date?.token ?? (tokens[index] as Token));
    index = date?.next ?? index + 1;
  }
  return joined;
}

/** Whether the evidence has every part of a date that the sentence gives. The sentence may leave out the year or the day. */
export function isSameDate(claim: Token, evidence: Token): boolean {
  const [own, other] = [partsOf(claim), partsOf(evidence)];
  return (
    own !== undefined &&
    other !== undefined &&
    own.every((part, index) => part === '' || part === other[index])
  );
}

export const isDate = ({ key }: Token): boolean => key.startsWith('@');

function partsOf({ key, pos }: Token): readonly string[] | undefined {
  if (key.startsWith('@')) return key.slice(1).split('-');
  const month = pos === 'PROPN' ? MONTHS.indexOf(key) : -1;
  return month < 0 ? undefined : ['', String(month + 1), ''];
}

function readDate(tokens: readonly Token[], at: number): { token: Token; next: number } | undefined {
  const [first, second, third] = tokens.slice(at, at + 3);
  if (!first || !second) return undefined;
  const isDayFirst = dayOf(first) !== undefined && monthOf(second) !== undefined;
  const month = monthOf(isDayFirst ? second : first);
  if (month === undefined || /[;:(]/.test(second.mark)) return undefined;
  const day = isDayFirst ? dayOf(first) : dayOf(second);
  const year = day === undefined ? yearOf(second) : yearOf(third);
  if (day === undefined && year === undefined) return undefined;
  const size = day === undefined ? 2 : year === undefined ? 2 : 3;
  const last = tokens[at + size - 1] as Token;
  const key = `@${day ?? ''}-${month}-${year ?? ''}`;
  return { token: { ...first, key, pos: 'NUM', end: last.end, text: key }, next: at + size };
}

function dayOf(token: Token | undefined): number | undefined {
  const value = token && /^#(\d{1,2})$/.exec(token.key)?.[1];
  return value !== undefined && Number(value) >= 1 && Number(value) <= MAX_DAY ? Number(value) : undefined;
}

function monthOf(token: Token | undefined): number | undefined {
  if (!token || !/^\p{Lu}/u.test(token.text)) return undefined;
  const month = Math.max(MONTHS.indexOf(token.key), SHORT.indexOf(token.key));
  return month < 0 ? undefined : month + 1;
}

function yearOf(token: Token | undefined): number | undefined {
  const value = token && /^#(\d{4})$/.exec(token.key)?.[1];
  return value === undefined ? undefined : Number(value);
}
