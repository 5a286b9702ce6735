// Matches the words of a sentence with the query terms and measures how they are arranged.

import type { TaggedSentence } from '../entities/tagged-sentences.js';
import type { QueryTerms } from '../question/query-terms.js';

/** A word of the sentence that matches a query term. */
interface TermHit {
  /** Index of the query term. */
  readonly index: number;
  /** How well the word matches, 0…1. */
  readonly weight: number;
  /** Index of the word among the sentence's tokens. */
  readonly place: number;
}

/** A sentence's words mapped to the query's. */
export interface TermMatches {
  /**
   * For each token, the index of the query term it matches, a stop word's id as in {@link
   * QueryTerms.sequence}, or {@link NO_TERM}.
   */
  readonly termByToken: readonly number[];
  readonly terms: readonly TermHit[];
}

/** How well a sentence or paragraph matches each query term. */
export interface TermWeights {
  /** For each query term, the weight of its best match, 0…1. */
  readonly matched: readonly number[];
  /** For each query term, the number of matches, weighted. */
  readonly counts: readonly number[];
  /** Number of tokens. */
  readonly length: number;
}

const NO_TERM = -1_000;
/** Two consecutive query terms form a pair if they are at most this many tokens apart. */
const PAIR_DISTANCE = 4;
/** Weight of a term in a heading above the sentence, compared with 1 in the sentence itself. */
const CONTEXT_WEIGHT = 0.7;
/** Size in tokens of the window in which the density of query terms is measured. */
const DENSE_WORDS = 10;
/** Weight of a stop word when word order is compared. A term of average idf has weight 1. */
const STOP_WEIGHT = 0.15;
/** Distance in tokens at which proximity drops to a half. */
const HALF_PROXIMITY_WORDS = 4;

export function matchTerms(
  { tokens }: TaggedSentence,
  { matchByTerm, stopWordIds }: QueryTerms,
): TermMatches {
  const terms: TermHit[] = [];
  const termByToken = tokens.map(({ term, surface, isStop }, place) => {
    if (isStop) return stopWordIds.get(surface.toLowerCase()) ?? NO_TERM;
    const known = matchByTerm.get(term);
    if (!known) return NO_TERM;
    const { index, weight } = known;
    terms.push({ index, weight, place });
    return index;
  });
  return { termByToken, terms };
}

export function weighMatches({ terms }: TermMatches, size: number, length: number): TermWeights {
  const matched = new Array<number>(size).fill(0);
  const counts = new Array<number>(size).fill(0);
  for (const { index, weight } of terms) {
    matched[index] = Math.max(matched[index] ?? 0, weight);
    counts[index] = (counts[index] ?? 0) + weight;
  }
  return { matched, counts, length };
}

/**
 * Counts terms of the headings above a sentence as if they were in the sentence, with less weight: under "Rent", a row
 * with "January" is about the rent.
 */
export function addContext(
  own: TermWeights,
  contextTerms: ReadonlySet<string>,
  { matchByTerm }: QueryTerms,
): TermWeights {
  if (contextTerms.size === 0) return own;
  const [matched, counts] = [[...own.matched], [...own.counts]];
  for (const term of contextTerms) {
    const known = matchByTerm.get(term);
    if (!known) continue;
    const { index } = known;
    const weight = known.weight * CONTEXT_WEIGHT;
    if ((matched[index] ?? 0) >= weight) continue;
    matched[index] = weight;
    counts[index] = (counts[index] ?? 0) + weight;
  }
  return { matched, counts, length: own.length };
}

/** How close a token is to matched query terms, 0…1. Rare terms count more. */
export function measureProximity(
  { terms: hits }: TermMatches,
  place: number,
  { terms, total }: QueryTerms,
): number {
  const best = new Map<number, number>();
  for (const hit of hits) {
    const distance = Math.abs(hit.place - place);
    const value = (hit.weight * (terms[hit.index]?.idf ?? 0)) / (1 + distance / HALF_PROXIMITY_WORDS);
    if (value > (best.get(hit.index) ?? 0)) best.set(hit.index, value);
  }
  let sum = 0;
  for (const value of best.values()) sum += value;
  return sum / total;
}

/** Share of consecutive query terms that appear close together in the sentence, 0…1. */
export function readClosePairs({ terms: hits }: TermMatches, size: number): number {
  if (size < 2) return 0;
  const found = new Set<number>();
  for (const left of hits) {
    for (const right of hits) {
      const isPair = right.index === left.index + 1 && Math.abs(left.place - right.place) <= PAIR_DISTANCE;
      if (isPair) found.add(left.index);
    }
  }
  return found.size / (size - 1);
}

/**
 * Share of the query's adjacent word pairs that are adjacent in the sentence too, 0…1. At most one word of a
 * pair may be a stop word.
 */
export function readAdjacentPairs({ termByToken }: TermMatches, { sequence }: QueryTerms): number {
  let pairs = 0;
  let found = 0;
  for (let at = 1; at < sequence.length; at += 1) {
    const left = sequence[at - 1] ?? 0;
    const right = sequence[at] ?? 0;
    if (left < 0 && right < 0) continue;
    pairs += 1;
    if (termByToken.some((word, place) => word === right && place > 0 && termByToken[place - 1] === left))
      found += 1;
  }
  return pairs === 0 ? 0 : found / pairs;
}

/**
 * Longest common subsequence and longest common run of words, weighted by idf, as shares of the query, 0…1.
 */
export interface WordOrder {
  readonly subsequence: number;
  readonly longestRun: number;
}

/** Compares the order of a sentence's words with the order of the query's. */
export function createOrderReader({ sequence, terms, total }: QueryTerms): (hits: TermMatches) => WordOrder {
  const meanIdf = total / Math.max(1, terms.length);
  const weigh = (word: number) => (word >= 0 ? (terms[word]?.idf ?? 0) / meanIdf : STOP_WEIGHT);
  const totalWeight = Math.max(
    1e-9,
    sequence.reduce((sum, word) => sum + weigh(word), 0),
  );
  // One row of the dynamic programming table each. Filling it from the right keeps the previous row readable.
  const longest = new Float64Array(sequence.length + 1);
  const runs = new Float64Array(sequence.length + 1);
  return ({ termByToken }) => {
    longest.fill(0);
    runs.fill(0);
    let longestRun = 0;
    let isBroken = true;
    for (const word of termByToken) {
      if (word === NO_TERM) {
        if (!isBroken) runs.fill(0);
        isBroken = true;
        continue;
      }
      isBroken = false;
      const worth = weigh(word);
      for (let at = sequence.length; at > 0; at -= 1) {
        const isSame = sequence[at - 1] === word;
        if (isSame) longest[at] = Math.max(longest[at] ?? 0, (longest[at - 1] ?? 0) + worth);
        runs[at] = isSame ? (runs[at - 1] ?? 0) + worth : 0;
        longestRun = Math.max(longestRun, runs[at] ?? 0);
      }
      for (let at = 1; at <= sequence.length; at += 1) {
        longest[at] = Math.max(longest[at] ?? 0, longest[at - 1] ?? 0);
      }
    }
    return {
      subsequence: (longest[sequence.length] ?? 0) / totalWeight,
      longestRun: longestRun / totalWeight,
    };
  };
}

/** The largest share of the query's idf found within {@link DENSE_WORDS} tokens, 0…1. */
export function readDensity({ terms: hits }: TermMatches, { terms, total }: QueryTerms): number {
  let best = 0;
  for (const [from, first] of hits.entries()) {
    const counted = new Set<number>();
    let value = 0;
    for (let to = from; to < hits.length; to += 1) {
      const { index, weight, place } = hits[to] as TermHit;
      if (place - first.place >= DENSE_WORDS) break;
      if (counted.has(index)) continue;
      counted.add(index);
      value += weight * (terms[index]?.idf ?? 0);
    }
    best = Math.max(best, value);
  }
  return best / total;
}

/** Share of a word's character n-grams that the sentence contains, 0…1. */
export function measureNgramOverlap(bits: readonly number[], set: Uint32Array): number {
  let found = 0;
  for (const bit of bits) if (hasNgram(bit, set)) found += 1;
  return bits.length === 0 ? 0 : found / bits.length;
}

export function hasNgram(bit: number, set: Uint32Array): boolean {
  return ((set[bit >>> 5] ?? 0) & (1 << (bit & 31))) !== 0;
}
