// The one check of statements: does the article say this sentence? Rules, measurements and limits: docs/checking.md.

import type { Article, Span } from '../../text/article.js';
import type { Evidence } from '../../writing-ports.js';
import type { Difference } from './align/compare-tokens.js';
import { contextOf } from './references/article-context.js';
import { compareTableRow } from './table/compare-row.js';
import { isTableRow, splitTables } from './table/rows.js';
import { compareSentences } from './verify-english.js';
import { comparePlainly } from './verify-plain.js';

/** Longer sentences are judged by nothing but equality. In characters. */
const MAX_CHARS = 600;
/** Sentences of evidence that one sentence is compared with. */
const MAX_COMPARED = 64;

export type Verification =
  /** The evidence says the same, and nothing was added. */
  | { readonly kind: 'same'; readonly evidence: Evidence }
  /** The evidence says it all but for one word, which it contradicts: the words of both. */
  | {
      readonly kind: 'contradicts';
      readonly evidence: Evidence;
      readonly reason: Difference;
      readonly claimWords: string;
      readonly evidenceWords: string;
    }
  /** Nothing could be confirmed; the sentence may be true or false. */
  | { readonly kind: 'unknown' };

/** Judges a sentence by evidence sentences, each with what precedes it in its article. */
export function verifySentence(sentence: string, evidence: readonly Evidence[]): Verification {
  const usable = evidence.filter(isUsable).slice(0, MAX_COMPARED);
  const plain = plainText(sentence);
  if (!/[\p{L}\p{N}]/u.test(plain)) return { kind: 'unknown' };
  const verbatim = usable.find(({ text }) => plainText(text) === plain);
  if (verbatim) return { kind: 'same', evidence: verbatim };
  if (sentence.length > MAX_CHARS || addsSigns(sentence, usable)) return { kind: 'unknown' };
  let against: Verification | undefined;
  for (const source of splitTables(usable)) {
    if (source.text.length > MAX_CHARS) continue;
    const found = compareOne(sentence, source);
    if (found.kind === 'same') return { kind: 'same', evidence: source };
    if (found.kind === 'contradicts') against ??= { ...found, evidence: source };
  }
  return against ?? { kind: 'unknown' };
}

/** Whether a sentence may be evidence, and be quoted: comments that no reader of the article sees may not. */
export function isUsable({ article, start, end }: Pick<Evidence, 'article' | 'start' | 'end'>): boolean {
  return !isInComment(article, start) && !article.text.slice(start, end).includes('<!--');
}

function isInComment({ text }: Article, offset: number): boolean {
  const opened = text.lastIndexOf('<!--', offset);
  return opened >= 0 && text.lastIndexOf('-->', offset) < opened;
}

/** Signs that Discord or a browser would make something of, and that are no words: they are compared as they stand. */
function addsSigns(sentence: string, evidence: readonly Evidence[]): boolean {
  const signs = sentence.match(/[<>@#[\]|~\\{}^]|:\/\//gu) ?? [];
  return signs.some((sign) => !evidence.some(({ text }) => text.includes(sign)));
}

type Compared =
  | { readonly kind: 'same' | 'unknown' }
  | {
      readonly kind: 'contradicts';
      readonly reason: Difference;
      readonly claimWords: string;
      readonly evidenceWords: string;
    };

function compareOne(sentence: string, { article, start, end, text }: Evidence): Compared {
  if (isTableRow(text) || isRowOf(article, start)) return compareTableRow(sentence, article, { start, end });
  if (article.language !== 'en') return comparePlainly(sentence, text, article.language);
  const context = contextOf(article);
  const before = () => context.sentencesBefore(start);
  const found = compareSentences(context.parse(sentence), context.parse(text), before, context);
  if (found.kind !== 'contradicts') return found;
  const { reason, claim, evidence } = found;
  return {
    kind: 'contradicts',
    reason,
    claimWords: wordsOf(sentence, claim),
    evidenceWords: wordsOf(text, evidence),
  };
}

const isRowOf = ({ structure = [] }: Article, at: number): boolean =>
  structure.some(({ kind, start, end }) => kind === 'row' && start <= at && at < end);

/** As they stand: a token may be in lower case. */
const wordsOf = (text: string, { start, end }: Span): string => text.slice(start, end);

/** Without emphasis, with one kind of quotation mark, dash and space: what two copies of a sentence share. */
function plainText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[*_`]/g, '')
    .replace(/[“”„«»]/gu, '"')
    .replace(/[‘’]/gu, "'")
    .replace(/[–—]/gu, '-')
    .replace(/\s+/gu, ' ')
    .trim();
}
