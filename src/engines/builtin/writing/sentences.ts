// Compares evidence sentences with each other.
import type { Evidence } from '../../../core/writing-ports.js';
import { tokenize } from '../words/analyzer.js';

/** Two sentences that share more of their terms than this are duplicates. */
const MAX_SHARED_TERMS = 0.6;
const MIN_PREFIX = 4;

/** Whether there is nothing but white space between the two. */
export function isDirectlyBefore(before: Evidence, after: Evidence): boolean {
  return (
    before.article === after.article &&
    after.start >= before.end &&
    before.article.text.slice(before.end, after.start).trim() === ''
  );
}

/** Whether the two are in the same paragraph, one right after the other. */
export function isNextInParagraph(before: Evidence, after: Evidence): boolean {
  return (
    isDirectlyBefore(before, after) && !/\n\s*\n/.test(before.article.text.slice(before.end, after.start))
  );
}

export function isHeadline({ article, start }: Evidence): boolean {
  return start < article.bodyStart;
}

export function isDuplicate(a: Evidence, b: Evidence): boolean {
  const left = new Set(termsOf(a.text, a.article.language));
  const right = new Set(termsOf(b.text, b.article.language));
  const shared = [...left].filter((term) => right.has(term)).length;
  return shared / Math.max(1, Math.min(left.size, right.size)) > MAX_SHARED_TERMS;
}

/** The terms of a text, without stop words. */
export function termsOf(text: string, language: string): string[] {
  return tokenize(text, language).flatMap(({ term, isStop }) => (isStop ? [] : [term]));
}

/** Same term, or the same beginning: "help" and "helper". */
export function isSimilar(a: string, b: string): boolean {
  if (a === b) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length >= MIN_PREFIX && long.startsWith(short) && short.length >= long.length * 0.6;
}
