// The words of a question, how much each tells, and what in the candidates counts as each.
import type { TermFrequencies } from '../../../core/ports.js';
import { bitOf } from '../entities/entity-types.js';
import { hasWordVectors } from '../entities/tagged-sentences.js';
import { antonymsOf } from '../semantics/antonyms.js';
import { type Token, tokenize } from '../words/analyzer.js';
import { similarTerms } from '../words/spelling-variants.js';

/** A question's term. */
interface QueryTerm {
  readonly term: string;
  /** As it stands in the question. */
  readonly word: string;
  /** Where, in characters. */
  readonly start: number;
  /** Inverse document frequency among the candidates' sentences, eased by the whole store's: higher is rarer. */
  readonly idf: number;
  readonly isName: boolean;
  readonly isNumber: boolean;
  /** Terms of the candidates that say the opposite; none in languages but English. */
  readonly antonyms: readonly string[];
}

/** A question's words, read against the candidates' vocabulary. */
export interface QueryTerms {
  readonly terms: readonly QueryTerm[];
  /** Sum of the terms' idf; never 0. */
  readonly total: number;
  /** Term of the candidates → the query term it counts as, and how much, 0…1. */
  readonly matchByTerm: ReadonlyMap<string, { readonly index: number; readonly weight: number }>;
  /** Every word in order, stop words too: the place in `terms`, or -1 - n for the n-th distinct stop word. */
  readonly sequence: readonly number[];
  /** Places in `sequence` of the words that tell what is query for: "famous artist" of "Which famous artist …". */
  readonly answerTypeTokens: readonly number[];
  /** Stop words, by surface in lower case → -1 - n. */
  readonly stopWordIds: ReadonlyMap<string, number>;
}

/** A term's other form counts from this share of common beginning. */
const MIN_PREFIX_SHARE = 0.6;
const MIN_PREFIX = 4;
const MISSPELLING_WEIGHT = 0.75;
const INFLECTION_WEIGHT = 0.6;
/** Fewer candidates than this tell little of how rare a word is. */
const SMALL_SAMPLE_SENTENCES = 40;

/** @param documentFrequency sentences among the candidates that hold a term */
export function readQueryTerms(
  text: string,
  language: string,
  documentFrequency: ReadonlyMap<string, number>,
  sentences: number,
  frequencies: TermFrequencies,
): QueryTerms {
  const tokens = tokenize(text, language);
  const vocabulary = [...documentFrequency.keys()];
  const places = new Map<string, number>();
  const first: Token[] = [];
  const stopWordIds = new Map<string, number>();
  const sequence = tokens.map((token) => {
    if (token.isStop) {
      const surface = token.surface.toLowerCase();
      const known = stopWordIds.get(surface) ?? -1 - stopWordIds.size;
      stopWordIds.set(surface, known);
      return known;
    }
    const known = places.get(token.term) ?? places.size;
    if (known === places.size) first.push(token);
    places.set(token.term, known);
    return known;
  });
  const matchByTerm = new Map<string, { index: number; weight: number }>();
  const addMatch = (word: string, index: number, weight: number) => {
    if ((matchByTerm.get(word)?.weight ?? 0) < weight) matchByTerm.set(word, { index, weight });
  };
  const terms = first.map(({ term, surface, start, word }, index): QueryTerm => {
    const variants: [string, number][] = [[term, 1], ...findInflections(term, vocabulary)];
    if (!documentFrequency.has(term))
      for (const word of similarTerms(term, vocabulary).slice(0, 3))
        variants.push([word, MISSPELLING_WEIGHT]);
    let sentencesWithTerm = 0;
    for (const [word, weight] of variants) {
      addMatch(word, index, weight);
      if (weight >= INFLECTION_WEIGHT) sentencesWithTerm += documentFrequency.get(word) ?? 0;
    }
    const localIdf = inverseDocumentFrequency(Math.min(sentences, sentencesWithTerm), sentences);
    const globalIdf = inverseDocumentFrequency(frequencies.count(term), Math.max(frequencies.passages, 1));
    const share = sentences / (sentences + SMALL_SAMPLE_SENTENCES);
    return {
      term,
      word: surface,
      start,
      idf: share * localIdf + (1 - share) * Math.min(localIdf, globalIdf || localIdf),
      isName: start > (tokens[0]?.start ?? 0) && /^[\p{Lu}\p{N}]/u.test(surface),
      isNumber: (word.bits & (bitOf.number | bitOf.numberWord)) !== 0,
      antonyms: hasWordVectors(language)
        ? antonymsOf(term).filter((other) => documentFrequency.has(other))
        : [],
    };
  });
  const total = Math.max(
    terms.reduce((sum, { idf }) => sum + idf, 0),
    1e-9,
  );
  return { terms, total, matchByTerm, sequence, stopWordIds, answerTypeTokens: findAnswerTypeTokens(tokens) };
}

/** Words read after "which" or "what". */
const MAX_ANSWER_TYPE_WORDS = 3;
const WHICH_WORD = /^(?:which|what|whose|many|much|welche[rsnm]?|quel(?:le)?s?|cuál(?:es)?|qué)$/iu;

/** The content words that follow "which" or "what" at once. */
function findAnswerTypeTokens(tokens: readonly Token[]): readonly number[] {
  const from = tokens.findIndex(({ surface }) => WHICH_WORD.test(surface));
  const head: number[] = [];
  if (from < 0) return head;
  for (let at = from + 1; at < tokens.length && head.length < MAX_ANSWER_TYPE_WORDS; at += 1) {
    if (tokens[at]?.isStop) break;
    head.push(at);
  }
  return head;
}

/** The terms that tell what kind of thing is query for. */
export function readAnswerTypeTerms({ answerTypeTokens, sequence, terms }: QueryTerms): readonly QueryTerm[] {
  return answerTypeTokens.flatMap((place) => terms[sequence[place] ?? -1] ?? []);
}

/** Words of the same beginning: other inflections and derivations that stemming did not bring together. */
function findInflections(term: string, vocabulary: readonly string[]): [string, number][] {
  if (term.length < MIN_PREFIX) return [];
  const head = term.slice(0, MIN_PREFIX);
  const found: [string, number][] = [];
  for (const word of vocabulary) {
    if (word === term || !word.startsWith(head)) continue;
    let common = MIN_PREFIX;
    while (common < term.length && term[common] === word[common]) common += 1;
    const share = common / Math.max(term.length, word.length);
    if (share >= MIN_PREFIX_SHARE)
      found.push([word, share * INFLECTION_WEIGHT + (1 - INFLECTION_WEIGHT) * (share - MIN_PREFIX_SHARE)]);
  }
  return found;
}

function inverseDocumentFrequency(documents: number, of: number): number {
  return Math.log(1 + (of - documents + 0.5) / (documents + 0.5));
}
