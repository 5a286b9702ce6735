// Extracts the query terms, how informative each one is, and which candidate words match it.
import type { TermFrequencies } from '../../../core/ranking-ports.js';
import { bitOf } from '../entities/entity-types.js';
import { antonymsOf } from '../semantics/antonyms.js';
import { isEnglish } from '../semantics/language-vectors.js';
import type { Translation } from '../translation/translate-question.js';
import { type Token, tokenize } from '../words/analyzer.js';
import { similarTerms } from '../words/spelling-variants.js';
import { isQuestionWord } from './asking-words.js';
import { everydayWordsFor } from './everyday-words.js';

/** A content word of the question. */
interface QueryTerm {
  readonly term: string;
  /** As written in the question. */
  readonly word: string;
  /** Offset in the question, in UTF-16 code units. */
  readonly start: number;
  /**
   * Inverse document frequency among the candidate sentences, smoothed by that of the whole store. Higher is
   * rarer.
   */
  readonly idf: number;
  readonly isName: boolean;
  readonly isNumber: boolean;
  /** Terms of the candidates with the opposite meaning. Empty in languages other than English. */
  readonly antonyms: readonly string[];
}

/** The question's words, matched with the vocabulary of the candidates. */
export interface QueryTerms {
  readonly terms: readonly QueryTerm[];
  /** Sum of the terms' idf. Never 0. */
  readonly total: number;
  /** Candidate term → the query term it matches and the match weight, 0…1. */
  readonly matchByTerm: ReadonlyMap<string, { readonly index: number; readonly weight: number }>;
  /**
   * Every word of the question in order, as an index into `terms`, or as -1 - n for the n-th distinct stop
   * word.
   */
  readonly sequence: readonly number[];
  /** Indices in `sequence` of the answer type terms: "famous artist" in "Which famous artist …". */
  readonly answerTypeTokens: readonly number[];
  /** Stop word in lower case → its id, -1 - n. */
  readonly stopWordIds: ReadonlyMap<string, number>;
}

/** Two forms of a word match if their common prefix is at least this share of the longer one. */
const MIN_PREFIX_SHARE = 0.6;
const MIN_PREFIX = 4;
const MISSPELLING_WEIGHT = 0.75;
/** Weight of another everyday word for a term that no candidate has. */
const EVERYDAY_WEIGHT = 0.7;
/** The same if some candidate has the term itself. */
const KNOWN_EVERYDAY_WEIGHT = 0.5;
const INFLECTION_WEIGHT = 0.6;
/** With fewer candidates than about this many, the store's document frequencies dominate the idf. */
const SMALL_SAMPLE_SENTENCES = 40;

/**
 * Extracts the query terms.
 * @param documentFrequency number of candidate sentences that contain a term
 * @param sentences number of candidate sentences
 * @param alternatives of a translated question, see `translate-question.ts`
 */
export function readQueryTerms(
  text: string,
  language: string,
  documentFrequency: ReadonlyMap<string, number>,
  sentences: number,
  frequencies: TermFrequencies,
  alternatives?: Translation['alternatives'],
): QueryTerms {
  const tokens = tokenize(text, language).map((token) =>
    token.isStop || !isQuestionWord(token.surface, language) ? token : { ...token, isStop: true },
  );
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
    const everydayWeight = documentFrequency.has(term) ? KNOWN_EVERYDAY_WEIGHT : EVERYDAY_WEIGHT;
    for (const word of everydayWordsFor(term, language))
      if (documentFrequency.has(word)) variants.push([word, everydayWeight]);
    variants.push(...(alternatives?.get(term) ?? []));
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
      antonyms: isEnglish(language) ? antonymsOf(term).filter((other) => documentFrequency.has(other)) : [],
    };
  });
  const total = Math.max(
    terms.reduce((sum, { idf }) => sum + idf, 0),
    1e-9,
  );
  return { terms, total, matchByTerm, sequence, stopWordIds, answerTypeTokens: findAnswerTypeTokens(tokens) };
}

/** Words considered after "which" or "what". */
const MAX_ANSWER_TYPE_WORDS = 3;
const WHICH_WORD = /^(?:which|what|whose|many|much|welche[rsnm]?|quel(?:le)?s?|cuál(?:es)?|qué)$/iu;

/** The content words directly after "which" or "what". */
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

/** The terms that name the type of the answer, such as "city" in "Which city …". */
export function readAnswerTypeTerms({ answerTypeTokens, sequence, terms }: QueryTerms): readonly QueryTerm[] {
  return answerTypeTokens.flatMap((place) => terms[sequence[place] ?? -1] ?? []);
}

/** Words with a common prefix: inflections and derivations that stemming didn't unify. */
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
