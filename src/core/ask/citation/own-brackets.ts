// Tells markers such as "[3]" from bracketed numbers that belong to an article, such as "[2011] UKSC 53".

const BRACKETED_NUMBER = /\[(\d{1,4})\]/gu;
const WORD_BEFORE = /([\p{L}\p{N}]+)[^\p{L}\p{N}.!?]*$/u;
const WORD_AFTER = /^[^\p{L}\p{N}.!?]*([\p{L}\p{N}]+)/u;
/** How far away the neighbouring words may be. */
const NEAR_CHARS = 40;
/** Stand in for the brackets. Unicode reserves them for internal use, and they are as long as what they replace. */
const [HIDDEN_OPENING, HIDDEN_CLOSING] = ['\uFDD0', '\uFDD1'];

/**
 * Replaces the brackets that a text has from `sources`, so that they aren't taken for markers. A bracketed number is
 * from a source if it stands between the same words there. Offsets stay the same.
 */
export function hideOwnBrackets(text: string, sources: readonly string[]): string {
  const own = new Set(sources.flatMap((source) => [...findKeys(source).values()]));
  if (own.size === 0) return text;
  const keys = findKeys(text);
  return text.replace(BRACKETED_NUMBER, (bracketed, number: string, at: number) =>
    own.has(keys.get(at) ?? '') ? `${HIDDEN_OPENING}${number}${HIDDEN_CLOSING}` : bracketed,
  );
}

/** Undoes {@link hideOwnBrackets}. */
export function showBrackets(text: string): string {
  return text.replaceAll(HIDDEN_OPENING, '[').replaceAll(HIDDEN_CLOSING, ']');
}

/** Every bracketed number with its neighbouring words, by offset. One without neighbours could be a marker. */
function findKeys(text: string): ReadonlyMap<number, string> {
  const keys = new Map<number, string>();
  for (const { 0: bracketed, 1: number, index } of text.matchAll(BRACKETED_NUMBER)) {
    const end = index + bracketed.length;
    const before = WORD_BEFORE.exec(text.slice(Math.max(0, index - NEAR_CHARS), index))?.[1] ?? '';
    const after = WORD_AFTER.exec(text.slice(end, end + NEAR_CHARS))?.[1] ?? '';
    if (before + after !== '') keys.set(index, `${before} [${number}] ${after}`.toLowerCase());
  }
  return keys;
}
