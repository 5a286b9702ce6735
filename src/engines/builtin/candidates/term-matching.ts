// Which words of a sentence count as words of the question, and how they stand together.

import type { TaggedSentence } from '../entities/tagged-sentences.js';
import type { QueryTerms } from '../question/query-terms.js';

/** A word of a sentence that counts as a term of the question. */
interface TermHit {
  /** Of the query term. */
  readonly index: number;
  /** How much it counts, 0…1. */
  readonly weight: number;
  /** In the sentence's tokens. */
  readonly place: number;
}

/** A sentence's words as words of the question. */
export interface TermMatches {
  /** For each token an query term's index, a stop word's number as in `Asked.sequence`, or {@link NO_TERM}. */
  readonly termByToken: readonly number[];
  readonly terms: readonly TermHit[];
}

/** What a sentence or a paragraph holds of the query terms. */
export interface TermWeights {
  /** By query term: how much it is matched, 0…1. */
  readonly matched: readonly number[];
  /** By query term: how often, each time weighted. */
  readonly counts: readonly number[];
  /** Words. */
  readonly length: number;
}

const NO_TERM = -1_000;
/** Neighbouring question words count as a pair within so many words. */
const PAIR_DISTANCE = 4;
/** Words in which question words stand dense. */
const DENSE_WORDS = 10;
/** A stop word in the order of words, beside 1 for a term of average rarity. */
const STOP_WEIGHT = 0.15;
/** Words over which nearness halves. */
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

/** 0…1: how near a word stands to words of the question, rare ones more. */
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

/** Share of neighbouring question terms that stand close together. */
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

/** Share of the question's neighbouring words, at most one of them a stop word, that stand so in the sentence. */
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

/** Longest common subsequence and longest common run of words, weighted by rarity, as shares of the question. */
export interface WordOrder {
  readonly subsequence: number;
  readonly longestRun: number;
}

/** Reads the order of a sentence’s words against that of the question’s. */
export function createOrderReader({ sequence, terms, total }: QueryTerms): (hits: TermMatches) => WordOrder {
  const meanIdf = total / Math.max(1, terms.length);
  const weigh = (word: number) => (word >= 0 ? (terms[word]?.idf ?? 0) / meanIdf : STOP_WEIGHT);
  const totalWeight = Math.max(
    1e-9,
    sequence.reduce((sum, word) => sum + weigh(word), 0),
  );
  // One row of the table each, filled from the right so that the row above is still there to be read.
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

/** The largest share of the question's rarity within {@link DENSE_WORDS} words. */
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

/** Share of a word's runs of letters that a sentence holds. */
export function measureNgramOverlap(bits: readonly number[], set: Uint32Array): number {
  let found = 0;
  for (const bit of bits) if (hasNgram(bit, set)) found += 1;
  return bits.length === 0 ? 0 : found / bits.length;
}

export function hasNgram(bit: number, set: Uint32Array): boolean {
  return ((set[bit >>> 5] ?? 0) & (1 << (bit & 31))) !== 0;
}
