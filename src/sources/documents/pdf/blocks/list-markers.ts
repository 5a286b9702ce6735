// The bullets and numbers of list items.
import type { PageLine } from '../page/reading-order.js';
import type { Block } from './block.js';

const BULLET = /^([•‣▪▫■□●○◦◆–—*·\uF0B7\uF0A7-])(?:\s+(?=\S)|$)/u;
const NUMBERED = /^(\(?(?:\d{1,2}|[a-z]|[ivx]{1,5})[.)])\s+(?=\S)/u;

export function hasBullet(text: string): boolean {
  return BULLET.test(text);
}

/** The bullet or number of a list item. Numbers start with the first one, because "12. The gates" is a heading. */
export function markerOf(line: PageLine, before: Block | undefined): string | undefined {
  const bullet = BULLET.exec(line.text)?.[1];
  if (bullet !== undefined) return bullet;
  const number = numberOf(line);
  const isFirst = number !== undefined && /^\(?[1ai][.)]?$/u.test(number);
  return isFirst || before?.kind === 'item' ? number : undefined;
}

/** A number before the text, with a full stop or bracket, or with a gap after it. */
export function numberOf({ text, segments }: PageLine): string | undefined {
  const [first, second] = segments;
  const isSetOff = second !== undefined && /^\d{1,2}$/u.test(first?.text ?? '') && segments.length === 2;
  return NUMBERED.exec(text)?.[1] ?? (isSetOff ? first?.text : undefined);
}
