// Detects sentences that reverse their evidence, by a negation or an antonym.

import type { ParsedText, Word } from './parsed-text.js';
import { ANTONYMS, DENIAL_WORDS, NEGATIONS } from './polarity-words.js';

/** Negation in scripts without spaces. */
const UNSPACED_NEGATION = /不|没|沒|未(?!来|來)|ない|ません|ไม่/gu;
/** After one of these, a negation word denies nothing: "not only", "no fewer than". */
const NON_NEGATING = /^(?:only|just|merely|less|fewer|nur|seulement|sólo|solo|только)$/iu;
/** Languages in which the negation follows the verb. */
const POSTVERBAL_NEGATION = new Set(['de', 'nl', 'sv', 'da', 'no', 'nb', 'tr']);
/** Evidence can contradict a claim only if it contains this share of the claim's terms. */
const MIN_OVERLAP = 0.4;
/** How many words after it a negation affects. */
const NEGATION_SCOPE = 4;

/** For each word, the antonym pairs it belongs to and its side in each. */
type AntonymTable = ReadonlyMap<string, readonly (readonly [number, 0 | 1])[]>;

const antonymTables = new Map<string, AntonymTable>();

/** Whether the claim denies what the evidence affirms, or affirms what it denies. */
export function flipsNegation(claim: ParsedText, evidence: readonly ParsedText[]): boolean {
  const claimNegations = findNegations(claim);
  const evidenceNegations = evidence.map(findNegations);
  const similarNegations = evidence
    .filter((source) => containment(claim, source) >= MIN_OVERLAP)
    .map(findNegations);
  const isDenied = evidenceNegations.some(({ count, limiting }) => count + limiting > 0);
  if (claimNegations.strict + claimNegations.limiting > 0 && !isDenied) return true;
  // A term that the evidence only denies must not be affirmed by the claim.
  const isContradicted = (from: Negations, denying: readonly Negations[]) =>
    from.affirmed.size > 0 &&
    denying.some(({ heads }) =>
      heads.some(
        (terms) =>
          terms.some((term) => from.affirmed.has(term) && !from.denied.has(term)) &&
          !denying.some(({ affirmed }) => terms.some((term) => affirmed.has(term))),
      ),
    );
  if (isContradicted(claimNegations, similarNegations)) return true;
  const [only] = evidence;
  // Nearly the same words, but a different number of negations.
  return (
    evidence.length === 1 &&
    only !== undefined &&
    overlap(claim, only) > 0.8 &&
    countNegations(claimNegations) !== countNegations(evidenceNegations[0])
  );
}

/** Whether the claim uses an antonym of a word in the evidence. */
export function usesAntonym(claim: ParsedText, evidence: readonly ParsedText[]): boolean {
  const table = antonymsFor(claim.language);
  if (table.size === 0) return false;
  const claimSides = findSides([claim], table);
  const evidenceSides = findSides(evidence, table);
  return [...claimSides].some((side) => {
    const [pair, sideIndex] = side.split(':');
    const opposite = `${pair}:${sideIndex === '0' ? 1 : 0}`;
    return !claimSides.has(opposite) && evidenceSides.has(opposite) && !evidenceSides.has(side);
  });
}

interface Negations {
  readonly count: number;
  /** Negation words only, without verbs such as "denied". */
  readonly strict: number;
  /** Phrases such as "not only" and "not less". */
  readonly limiting: number;
  /** The first content word in the scope of each negation, as terms. */
  readonly heads: readonly (readonly string[])[];
  readonly denied: ReadonlySet<string>;
  readonly affirmed: ReadonlySet<string>;
}

const countNegations = (denied: Negations | undefined): number =>
  denied ? denied.strict + denied.limiting : 0;

const cache = new WeakMap<ParsedText, Negations>();

function findNegations(parsed: ParsedText): Negations {
  const cached = cache.get(parsed);
  if (cached) return cached;
  const { words, text, language } = parsed;
  const strictWords = new Set(NEGATIONS[language] ?? NEGATIONS['en']);
  const denying = new Set(DENIAL_WORDS[language] ?? []);
  const heads: (readonly string[])[] = [];
  const inScope = new Set<Word>();
  let [count, strict, limiting] = [0, 0, 0];
  for (const [index, word] of words.entries()) {
    const lower = word.surface.toLowerCase();
    const isStrict = strictWords.has(lower) || /n['’]t$/.test(lower);
    if (!isStrict && !denying.has(lower)) continue;
    const next = words[index + 1];
    if (next && NON_NEGATING.test(next.surface)) {
      limiting += 1;
      continue;
    }
    count += 1;
    if (isStrict) strict += 1;
    const ahead = untilClauseEnd(text, words.slice(index + 1, index + 1 + NEGATION_SCOPE), word.end);
    const behind = POSTVERBAL_NEGATION.has(language) ? words.slice(Math.max(0, index - 2), index) : [];
    const content = ahead.filter(({ terms: own }) => own.length > 0);
    for (const one of [...content.slice(0, 2), ...behind]) inScope.add(one);
    const head = content[0] ?? behind.find(({ terms: own }) => own.length > 0);
    if (head) heads.push(head.terms);
  }
  const unspaced = text.match(UNSPACED_NEGATION)?.length ?? 0;
  const denied = {
    ...{ count: count + unspaced, strict: strict + unspaced, limiting, heads },
    denied: new Set([...inScope].flatMap((word) => word.terms)),
    affirmed: new Set(words.flatMap((word) => (inScope.has(word) ? [] : word.terms))),
  };
  cache.set(parsed, denied);
  return denied;
}

function untilClauseEnd(text: string, words: readonly Word[], from: number): readonly Word[] {
  const end = words.findIndex((word, index) =>
    /[,;:.–—]/u.test(text.slice(words[index - 1]?.end ?? from, word.start)),
  );
  return end < 0 ? words : words.slice(0, end);
}

/** 0 to 1: share of the claim's terms that the source contains. */
function containment(claim: ParsedText, source: ParsedText): number {
  return [...claim.terms].filter((term) => source.terms.has(term)).length / Math.max(1, claim.terms.size);
}

/** 0 to 1: share of the terms that two texts have in common. */
function overlap(a: ParsedText, b: ParsedText): number {
  const shared = [...a.terms].filter((term) => b.terms.has(term)).length;
  return shared / Math.max(1, a.terms.size, b.terms.size);
}

function findSides(texts: readonly ParsedText[], table: AntonymTable): ReadonlySet<string> {
  return new Set(
    texts.flatMap(({ words }) =>
      words.flatMap(({ surface, isFigure }) =>
        isFigure ? [] : (table.get(surface.toLowerCase()) ?? []).map(([pair, side]) => `${pair}:${side}`),
      ),
    ),
  );
}

function antonymsFor(language: string): AntonymTable {
  const cached = antonymTables.get(language);
  if (cached) return cached;
  const table = new Map<string, (readonly [number, 0 | 1])[]>();
  for (const [pair, line] of (ANTONYMS[language] ?? '').split('\n').entries()) {
    for (const [side, words] of line.split('|').entries()) {
      for (const word of words.trim().split(/\s+/)) {
        if (word !== '') table.set(word, [...(table.get(word) ?? []), [pair, side === 0 ? 0 : 1]]);
      }
    }
  }
  antonymTables.set(language, table);
  return table;
}
