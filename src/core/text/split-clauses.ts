// Divides a sentence that is too long to be shown, at clause or word boundaries.
import type { Span } from './article.js';

/** A sentence, or a part of one. */
export interface Clause extends Span {
  /** Where the sentence was cut. Unset for a whole sentence. */
  readonly isCut?: { readonly atStart: boolean; readonly atEnd: boolean } | undefined;
}

/** A cut is made after one of these if there is one in the last half, otherwise at a space. */
const CLAUSE_END = /[,;:]\s+|[，；、。]|\n+/gu;
const WORD_END = /\s+/gu;

/** Divides `sentence` into parts of at most `maxChars`, which together hold everything but white space. */
export function splitAtClauses(text: string, sentence: Span, maxChars: number): readonly Clause[] {
  if (sentence.end - sentence.start <= maxChars) return [sentence];
  const parts: Span[] = [];
  let start = sentence.start;
  while (sentence.end - start > maxChars) {
    const cut = start + findCut(text.slice(start, start + maxChars), maxChars);
    add(start, cut);
    start = cut;
  }
  add(start, sentence.end);
  return parts.map((part, index) => ({
    ...part,
    isCut: { atStart: index > 0, atEnd: index < parts.length - 1 },
  }));

  function add(from: number, to: number): void {
    const slice = text.slice(from, to);
    const lead = slice.length - slice.trimStart().length;
    const length = slice.trim().length;
    if (length > 0) parts.push({ start: from + lead, end: from + lead + length });
  }
}

/** Length of the part of `window` that is kept together. */
function findCut(window: string, maxChars: number): number {
  for (const border of [CLAUSE_END, WORD_END]) {
    const ends = [...window.matchAll(border)].map((match) => match.index + match[0].length);
    const last = ends.findLast((end) => end > maxChars / 2);
    if (last !== undefined) return last;
  }
  // Text without spaces: anywhere but inside a surrogate pair.
  return /[\uD800-\uDBFF]$/.test(window) ? window.length - 1 : window.length;
}
