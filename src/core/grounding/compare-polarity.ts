// Whether a sentence turns its evidence around: by a negation, or by a word that says the opposite.

import type { ParsedText, Word } from './parsed-text.js';
import { ANTONYMS, DENIAL_WORDS, NEGATIONS } from './polarity-words.js';

/** Negation in scripts that write words without spaces. */
const UNSPACED_NEGATION = /不|没|沒|未(?!来|來)|ない|ません|ไม่/gu;
/** They deny nothing: "not only", "no longer" keeps its denial, "no fewer than" does not. */
const NOT_DENYING = /^(?:only|just|merely|less|fewer|nur|seulement|sólo|solo|только)$/iu;
/** Languages that deny a verb by a word behind it. */
const DENIES_BACKWARDS = new Set(['de', 'nl', 'sv', 'da', 'no', 'nb', 'tr']);
/** A source denies what the sentence says only where it holds so much of it. */
const SAME_SUBJECT = 0.4;
/** How many words a negation reaches. */
const REACH = 4;

/** By word: the pairs of opposites it belongs to, and its side in each. */
type Sides = ReadonlyMap<string, readonly (readonly [number, 0 | 1])[]>;

const opposites = new Map<string, Sides>();

/** Whether the sentence denies what the evidence affirms, or affirms what it denies. */
export function flipsNegation(claim: ParsedText, evidence: readonly ParsedText[]): boolean {
  const own = deniedIn(claim);
  const theirs = evidence.map(deniedIn);
  const near = evidence.filter((source) => containment(claim, source) >= SAME_SUBJECT).map(deniedIn);
  const isDenied = theirs.some(({ count, limiting }) => count + limiting > 0);
  if (own.strict + own.limiting > 0 && !isDenied) return true;
  // What the evidence denies everywhere must not be affirmed, and what it affirms everywhere not be denied.
  const isTurned = (from: Denied, denying: readonly Denied[]) =>
    from.affirmed.size > 0 &&
    denying.some(({ heads }) =>
      heads.some(
        (terms) =>
          terms.some((term) => from.affirmed.has(term) && !from.denied.has(term)) &&
          !denying.some(({ affirmed }) => terms.some((term) => affirmed.has(term))),
      ),
    );
  if (isTurned(own, near)) return true;
  const [only] = evidence;
  // Nearly the same words, and one side denies more often than the other.
  return (
    evidence.length === 1 &&
    only !== undefined &&
    likeness(claim, only) > 0.8 &&
    timesOf(own) !== timesOf(theirs[0])
  );
}

/** Whether the sentence says the opposite of a word of the evidence. */
export function usesAntonym(claim: ParsedText, evidence: readonly ParsedText[]): boolean {
  const table = oppositesOf(claim.language);
  if (table.size === 0) return false;
  const own = sidesOf([claim], table);
  const theirs = sidesOf(evidence, table);
  return [...own].some((side) => {
    const [pair, which] = side.split(':');
    const other = `${pair}:${which === '0' ? 1 : 0}`;
    return !own.has(other) && theirs.has(other) && !theirs.has(side);
  });
}

interface Denied {
  readonly count: number;
  /** Without the ordinary words that deny. */
  readonly strict: number;
  /** "Not only", "not less": they deny where the same is said without them. */
  readonly limiting: number;
  /** First content words that negations reach. */
  readonly heads: readonly (readonly string[])[];
  readonly denied: ReadonlySet<string>;
  readonly affirmed: ReadonlySet<string>;
}

const timesOf = (denied: Denied | undefined): number => (denied ? denied.strict + denied.limiting : 0);

const read = new WeakMap<ParsedText, Denied>();

function deniedIn(reading: ParsedText): Denied {
  const known = read.get(reading);
  if (known) return known;
  const { words, text, language } = reading;
  const strictWords = new Set(NEGATIONS[language] ?? NEGATIONS['en']);
  const denying = new Set(DENIAL_WORDS[language] ?? []);
  const heads: (readonly string[])[] = [];
  const reached = new Set<Word>();
  let [count, strict, limiting] = [0, 0, 0];
  for (const [index, word] of words.entries()) {
    const lower = word.surface.toLowerCase();
    const isStrict = strictWords.has(lower) || /n['’]t$/.test(lower);
    if (!isStrict && !denying.has(lower)) continue;
    const next = words[index + 1];
    if (next && NOT_DENYING.test(next.surface)) {
      limiting += 1;
      continue;
    }
    count += 1;
    if (isStrict) strict += 1;
    const ahead = untilClauseEnd(text, words.slice(index + 1, index + 1 + REACH), word.end);
    const behind = DENIES_BACKWARDS.has(language) ? words.slice(Math.max(0, index - 2), index) : [];
    const content = ahead.filter(({ terms: own }) => own.length > 0);
    for (const one of [...content.slice(0, 2), ...behind]) reached.add(one);
    const head = content[0] ?? behind.find(({ terms: own }) => own.length > 0);
    if (head) heads.push(head.terms);
  }
  const unspaced = text.match(UNSPACED_NEGATION)?.length ?? 0;
  const denied = {
    ...{ count: count + unspaced, strict: strict + unspaced, limiting, heads },
    denied: new Set([...reached].flatMap((word) => word.terms)),
    affirmed: new Set(words.flatMap((word) => (reached.has(word) ? [] : word.terms))),
  };
  read.set(reading, denied);
  return denied;
}

function untilClauseEnd(text: string, words: readonly Word[], from: number): readonly Word[] {
  const end = words.findIndex((word, index) =>
    /[,;:.–—]/u.test(text.slice(words[index - 1]?.end ?? from, word.start)),
  );
  return end < 0 ? words : words.slice(0, end);
}

/** 0…1: share of the claim's words that the source holds. */
function containment(claim: ParsedText, source: ParsedText): number {
  return [...claim.terms].filter((term) => source.terms.has(term)).length / Math.max(1, claim.terms.size);
}

/** 0…1: share of the words that two texts have in common. */
function likeness(a: ParsedText, b: ParsedText): number {
  const shared = [...a.terms].filter((term) => b.terms.has(term)).length;
  return shared / Math.max(1, a.terms.size, b.terms.size);
}

function sidesOf(readings: readonly ParsedText[], table: Sides): ReadonlySet<string> {
  return new Set(
    readings.flatMap(({ words }) =>
      words.flatMap(({ surface, isFigure }) =>
        isFigure ? [] : (table.get(surface.toLowerCase()) ?? []).map(([pair, side]) => `${pair}:${side}`),
      ),
    ),
  );
}

function oppositesOf(language: string): Sides {
  const known = opposites.get(language);
  if (known) return known;
  const table = new Map<string, (readonly [number, 0 | 1])[]>();
  for (const [pair, line] of (ANTONYMS[language] ?? '').split('\n').entries()) {
    for (const [side, words] of line.split('|').entries()) {
      for (const word of words.trim().split(/\s+/)) {
        if (word !== '') table.set(word, [...(table.get(word) ?? []), [pair, side === 0 ? 0 : 1]]);
      }
    }
  }
  opposites.set(language, table);
  return table;
}
