// What the ranker looks at, apart from what it makes of it (`weights.ts`): numbers about a sentence and a question.
import type { Match, Question, TermFrequencies } from '../../core/ports.js';
import { tokenize } from './analyze.js';
import { type ReadSentence, readSentences } from './prepare.js';
import { holdsAskedThing, readQuestionType } from './question-type.js';
import { similarTerms } from './similar.js';

/** Features of a sentence, in the order of the weights. */
export const FEATURES = [
  'bm25',
  'coverage',
  'windowCoverage',
  'softCoverage',
  'rarestTerm',
  'pairs',
  'similarity',
  'textScore',
  'askedThing',
  'askedThingCovered',
  'newWords',
  'length',
  'isHead',
  'startsWithPronoun',
  'pronounAfterSubject',
  'isQuestion',
  'titleOnly',
  'position',
  'introduces',
] as const;

type FeatureValues = readonly number[];

/** A sentence with its features. */
export interface Candidate {
  readonly match: Match;
  readonly sentence: ReadSentence;
  readonly values: FeatureValues;
  /** Question terms that it holds, misspellings and inflections forgiven. */
  readonly held: ReadonlySet<string>;
  /** Question terms that it or a neighbour holds. */
  readonly heldNearby: ReadonlySet<string>;
  readonly askedThing: number;
}

/** A question's term, with what else in the candidates counts as it. */
interface AskedTerm {
  readonly term: string;
  readonly idf: number;
  /** Term of the candidates → how much it counts, 0…1. */
  readonly variants: ReadonlyMap<string, number>;
  readonly isName: boolean;
}

/** All that is known of a question and its candidates. */
export interface Reading {
  readonly candidates: readonly Candidate[];
  readonly asked: readonly AskedTerm[];
  readonly type: ReturnType<typeof readQuestionType>;
}

/** BM25's saturation and length normalisation (Robertson & Zaragoza 2009). */
const K1 = 1.2;
const B = 0.5;
/** A term's other form counts from this share of common beginning. */
const MIN_PREFIX_SHARE = 0.6;
const MIN_PREFIX = 4;
const MISSPELT = 0.75;
const SOFT = 0.6;
/** Neighbouring question words count as a pair within so many words. */
const PAIR_DISTANCE = 4;
/** Candidates fewer than this tell little of how rare a word is. */
const FEW_SENTENCES = 40;

export function readFeatures(
  question: Question,
  matches: readonly Match[],
  frequencies: TermFrequencies,
): Reading {
  const groups = matches.map((match) => ({ match, sentences: readSentences(match) }));
  const all = groups.flatMap(({ sentences }) => sentences);
  const language = matches[0]?.article.language ?? question.language;
  const documentFrequency = new Map<string, number>();
  for (const { places } of all)
    for (const term of places.keys()) documentFrequency.set(term, (documentFrequency.get(term) ?? 0) + 1);
  const asked = readAskedTerms(question.text, language, documentFrequency, all.length, frequencies);
  const total = Math.max(sum(asked.map(({ idf }) => idf)), 1e-9);
  const type = readQuestionType(question.text);
  const askedTerms = new Set(asked.flatMap(({ variants }) => [...variants.keys()]));
  const meanLength = sum(all.map(({ tokens }) => tokens.length)) / Math.max(1, all.length);
  const rarest = asked.reduce<AskedTerm | undefined>(
    (best, one) => (best && best.idf >= one.idf ? best : one),
    undefined,
  );
  const titleTerms = new Map(
    matches.map(({ article }) => [
      article,
      new Set(tokenize(article.title, article.language).map(({ term }) => term)),
    ]),
  );
  const inOrder = groups
    .flatMap(({ match, sentences }) => sentences.map((sentence) => ({ match, sentence })))
    .sort((a, b) =>
      a.match.article.id < b.match.article.id
        ? -1
        : a.match.article.id > b.match.article.id
          ? 1
          : a.sentence.start - b.sentence.start,
    );
  const holdings = inOrder.map(({ sentence }) => weigh(sentence, asked));

  const introduction = findIntroduction(question.text, inOrder, holdings, asked);

  const candidates = inOrder.map(({ match, sentence }, index): Candidate => {
    const own = holdings[index] ?? NONE;
    const isNeighbour = (at: number) => inOrder[at]?.match.article.id === match.article.id;
    const before = isNeighbour(index - 1) ? (holdings[index - 1] ?? NONE) : NONE;
    const after = isNeighbour(index + 1) ? (holdings[index + 1] ?? NONE) : NONE;
    const covered = (of: (term: AskedTerm) => number) =>
      sum(asked.map((term) => term.idf * of(term))) / total;
    const coverage = covered(({ term }) => ((own.get(term) ?? 0) >= SOFT ? 1 : 0));
    const windowCoverage = covered(({ term }) =>
      Math.max(own.get(term) ?? 0, 0.8 * (before.get(term) ?? 0), 0.5 * (after.get(term) ?? 0)),
    );
    const norm = K1 * (1 - B + (B * sentence.tokens.length) / Math.max(1, meanLength));
    const bm25 = covered(({ term, variants }) => {
      const times = sum(
        [...variants].map(([variant, weight]) => weight * (sentence.places.get(variant)?.length ?? 0)),
      );
      return term && times > 0 ? (times * (K1 + 1)) / (times + norm) / (K1 + 1) : 0;
    });
    const askedThing = holdsAskedThing(type, sentence.text, sentence.tokens, askedTerms);
    const title = titleTerms.get(match.article);
    const heldTerms = asked.filter(({ term }) => (own.get(term) ?? 0) > 0);
    const newWords = [...sentence.places.keys()].filter((term) => !askedTerms.has(term)).length;
    const values = [
      bm25 * 2,
      coverage,
      windowCoverage,
      covered(({ term }) => own.get(term) ?? 0),
      rarest && (own.get(rarest.term) ?? 0) > 0 ? 1 : 0,
      pairShare(asked, sentence),
      match.similarity,
      match.textScore,
      type === 'other' ? 0 : askedThing,
      type === 'other' ? 0 : askedThing * coverage,
      Math.min(1, newWords / 12),
      Math.log1p(sentence.tokens.length) / 4,
      sentence.isHead ? 1 : 0,
      sentence.startsWithPronoun ? 1 : 0,
      sentence.startsWithPronoun ? covered(({ term }) => before.get(term) ?? 0) : 0,
      /[?？؟]["”’)]*$/u.test(sentence.text) ? 1 : 0,
      heldTerms.length > 0 && heldTerms.every(({ term }) => title?.has(term)) ? 1 : 0,
      sentence.start / Math.max(1, match.article.text.length),
      sentence === introduction ? 1 : 0,
    ];
    const nearby = asked.filter(
      ({ term }) => Math.max(own.get(term) ?? 0, before.get(term) ?? 0, after.get(term) ?? 0) > 0,
    );
    return {
      ...{ match, sentence, values, askedThing },
      held: new Set(heldTerms.map(({ term }) => term)),
      heldNearby: new Set(nearby.map(({ term }) => term)),
    };
  });
  return { candidates, asked, type };
}

/** Asks who or what someone or something is. */
const WHO_IS =
  /^\W*(?:who|what|wer|was|qui|qu['’]|quién|qué|chi|quem|wie|кто|что)\s*(?:is|are|was|were|['’]s|ist|sind|war|est|sont|es|son|è|é|это|такой|такая)(?![\p{L}])/iu;
/** "Who is the president of the bank?" names a thing, not a someone. */
const MAX_INTRODUCED_TERMS = 2;

/** For "Who is X?": the first sentence of the body that names X, where news introduces people. */
function findIntroduction(
  question: string,
  inOrder: readonly { readonly sentence: ReadSentence }[],
  holdings: readonly ReadonlyMap<string, number>[],
  asked: readonly AskedTerm[],
): ReadSentence | undefined {
  const isAsked = WHO_IS.test(question) && asked.length > 0 && asked.length <= MAX_INTRODUCED_TERMS;
  if (!isAsked || !asked.every(({ isName }) => isName)) return undefined;
  return inOrder.find(
    ({ sentence }, index) => !sentence.isHead && asked.every(({ term }) => holdings[index]?.has(term)),
  )?.sentence;
}

const NONE: ReadonlyMap<string, number> = new Map();

function readAskedTerms(
  text: string,
  language: string,
  documentFrequency: ReadonlyMap<string, number>,
  sentences: number,
  frequencies: TermFrequencies,
): AskedTerm[] {
  const tokens = tokenize(text, language);
  const content = tokens.filter(({ isStop }) => !isStop);
  const vocabulary = [...documentFrequency.keys()];
  const terms = new Map(content.map((token) => [token.term, token]));
  return [...terms.values()].map(({ term, surface, start }) => {
    const variants = new Map([[term, 1]]);
    for (const [word, weight] of relatives(term, vocabulary)) variants.set(word, weight);
    if (!documentFrequency.has(term))
      for (const word of similarTerms(term, vocabulary).slice(0, 3)) variants.set(word, MISSPELT);
    const inCandidates = sum(
      [...variants].map(([word, weight]) => (weight >= SOFT ? (documentFrequency.get(word) ?? 0) : 0)),
    );
    const here = inverse(Math.min(sentences, inCandidates), sentences);
    const everywhere = inverse(frequencies.count(term), Math.max(frequencies.passages, 1));
    const share = sentences / (sentences + FEW_SENTENCES);
    return {
      ...{ term, variants },
      idf: share * here + (1 - share) * Math.min(here, everywhere || here),
      isName: start > 0 && /^[\p{Lu}\p{N}]/u.test(surface),
    };
  });
}

/** Words of the same beginning: other inflections and derivations that stemming did not bring together. */
function relatives(term: string, vocabulary: readonly string[]): [string, number][] {
  if (term.length < MIN_PREFIX) return [];
  const head = term.slice(0, MIN_PREFIX);
  return vocabulary.flatMap((word): [string, number][] => {
    if (word === term || !word.startsWith(head)) return [];
    let common = MIN_PREFIX;
    while (common < term.length && term[common] === word[common]) common += 1;
    const share = common / Math.max(term.length, word.length);
    return share >= MIN_PREFIX_SHARE ? [[word, share * SOFT + (1 - SOFT) * (share - MIN_PREFIX_SHARE)]] : [];
  });
}

function weigh({ places }: ReadSentence, asked: readonly AskedTerm[]): ReadonlyMap<string, number> {
  const held = new Map<string, number>();
  for (const { term, variants } of asked) {
    let best = 0;
    for (const [variant, weight] of variants) if (weight > best && places.has(variant)) best = weight;
    if (best > 0) held.set(term, best);
  }
  return held;
}

/** Share of neighbouring question terms that stand close together in the sentence. */
function pairShare(asked: readonly AskedTerm[], { places }: ReadSentence): number {
  if (asked.length < 2) return 0;
  let found = 0;
  for (let index = 1; index < asked.length; index += 1) {
    const left = places.get(asked[index - 1]?.term ?? '') ?? [];
    const right = places.get(asked[index]?.term ?? '') ?? [];
    if (left.some((a) => right.some((b) => Math.abs(a - b) <= PAIR_DISTANCE))) found += 1;
  }
  return found / (asked.length - 1);
}

function inverse(documents: number, of: number): number {
  return Math.log(1 + (of - documents + 0.5) / (documents + 0.5));
}

function sum(values: readonly number[]): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
