// Makes a text canonical and carries offsets over, because a caller counts in the text as it has it.
import { canonicalPart, canonicalText } from './article.js';

/** What a character may compose with under NFC: marks, and the vowels and final consonants of Hangul. */
const JOINS_BEFORE = /[\p{M}\u1160-\u11FF]/u;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed
const REMOVED = /[\u0000-\u0008\u000E-\u001B\u007F-\u0084\u0086-\u009F]/;

/**
 * Returns the canonical text and, for each offset into `raw`, the offset of the same place in it. An offset inside
 * something that becomes one character, such as `\r\n` or a letter and its combining accent, moves to its start. One
 * outside of the text moves to the nearest end.
 */
export function canonicalize(
  raw: string,
  offsets: readonly number[],
): { readonly text: string; readonly offsets: readonly number[] } {
  const text = canonicalText(raw);
  const inRange = offsets.map((offset) => Math.min(Math.max(Math.floor(offset) || 0, 0), raw.length));
  if (text === raw) return { text, offsets: inRange };
  const removedMarks = canonicalPart(raw).length - text.length;
  const mapped = new Map<number, number>();
  let from = 0;
  let length = 0;
  for (const offset of [...new Set(inRange)].sort((a, b) => a - b)) {
    const to = Math.max(from, boundaryBefore(raw, offset));
    length += canonicalPart(raw.slice(from, to)).length;
    from = to;
    mapped.set(offset, Math.min(Math.max(length - removedMarks, 0), text.length));
  }
  return { text, offsets: inRange.map((offset) => mapped.get(offset) ?? 0) };
}

/** The last place at or before `offset` where the text can be cut without changing its canonical form. */
function boundaryBefore(raw: string, offset: number): number {
  let at = offset;
  while (at > 0 && at < raw.length && joinsBefore(raw, at)) at -= 1;
  return at;
}

function joinsBefore(raw: string, at: number): boolean {
  if (raw[at] === '\n' && raw[at - 1] === '\r') return true;
  const unit = raw.charCodeAt(at);
  const isLowSurrogate = unit >= 0xdc00 && unit <= 0xdfff;
  if (isLowSurrogate && /[\uD800-\uDBFF]/.test(raw[at - 1] ?? '')) return true;
  let next = at;
  while (REMOVED.test(raw[next] ?? '')) next += 1;
  return JOINS_BEFORE.test(String.fromCodePoint(raw.codePointAt(next) ?? 0x20));
}
