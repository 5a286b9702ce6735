// What the ranker looks at, apart from what it makes of it (`weights.ts`): numbers about a sentence and a question.
import type { Match, Question, TermFrequencies } from '../../../core/ports.js';
import type { CandidateSet } from '../candidates/candidate-set.js';
import { readCandidateSet } from '../candidates/candidates.js';
import type { TaggedSentence } from '../entities/tagged-sentences.js';
import type { AnswerType } from '../question/answer-types.js';
import type { QueryTerms } from '../question/query-terms.js';
import type { Scorable } from '../ranking/linear-ranker.js';
import { ANSWER_TYPE_FEATURES, readAnswerTypeFeatures } from './answer-type.js';
import { CLAUSE_FEATURES, readClauseFeatures } from './clauses.js';
import { CONTEXT_FEATURES, readContextFeatures } from './context.js';
import { MISMATCH_FEATURES, readMismatchFeatures } from './mismatch.js';
import { MISSING_TERM_FEATURES, readMissingTermFeatures } from './missing-terms.js';
import { RARE_NGRAM_FEATURES, readRareNgramFeatures } from './rare-ngrams.js';
import { readSemanticFeatures, SEMANTIC_FEATURES } from './semantic.js';
import { readSentenceFormFeatures, SENTENCE_FORM_FEATURES } from './sentence-form.js';
import { readTermOverlapFeatures, TERM_OVERLAP_FEATURES } from './term-overlap.js';

/** Features of a sentence, by group; docs/ranking.md tells what each group buys. */
export const FEATURE_GROUPS = {
  words: TERM_OVERLAP_FEATURES,
  context: CONTEXT_FEATURES,
  things: ANSWER_TYPE_FEATURES,
  form: SENTENCE_FORM_FEATURES,
  meaning: SEMANTIC_FEATURES,
  missing: MISSING_TERM_FEATURES,
  mismatch: MISMATCH_FEATURES,
  rarity: RARE_NGRAM_FEATURES,
  clauses: CLAUSE_FEATURES,
} as const;

/** All of them, in the order of the weights. */
export const FEATURES = Object.values(FEATURE_GROUPS).flat();

/** Numbers about the question as a whole, for the judgement of whether it is answered at all. */
export const QUESTION_FEATURES = [
  'askedTerms',
  'unknownShare',
  'unknownName',
  'nameShare',
  'rarestShare',
  'hasMeaning',
  'isNegated',
  'isDenied',
  'isSuperlative',
  'isElse',
  'words',
] as const;

/** Words that turn a question around: an article rarely says what is not, or what else there is. */
const NEGATION =
  /(?<![\p{L}])(?:not|never|no|none|nor|neither|without|least|lack\w*|fail\w*|refus\w*|avoid\w*|prevent\w*|un\p{L}{4,})(?![\p{L}])|n['’]t(?![\p{L}])/iu;
const DENIAL = /(?<![\p{L}])(?:not|never|no|without)(?![\p{L}])|n['’]t(?![\p{L}])/iu;
const SUPERLATIVE = /(?<![\p{L}])(?:first|last|only|most|least|main|\p{L}+est)(?![\p{L}])/iu;
const ELSE = /(?<![\p{L}])(?:besides|except|other|another|rather|instead|else)(?![\p{L}])/iu;

/** A sentence with its features. */
interface Candidate extends Scorable {
  readonly match: Match;
  readonly sentence: TaggedSentence;
  /** By asked term: how much of it the sentence, its neighbours and its paragraph hold, 0…1. */
  readonly nearby: readonly number[];
}

/** All that is known of a question and its candidates. */
export interface ExtractedFeatures {
  /** In document order. */
  readonly candidates: readonly Candidate[];
  readonly asked: QueryTerms;
  readonly type: AnswerType;
  /** In the order of {@link QUESTION_FEATURES}. */
  readonly questionValues: readonly number[];
}

export function extractFeatures(
  question: Question,
  matches: readonly Match[],
  frequencies: TermFrequencies,
): ExtractedFeatures {
  const overview = readCandidateSet(question, matches, frequencies);
  // One piece of memory for all: as many arrays would cost the collector more than their numbers cost to find.
  const all = new Float64Array(overview.sentences.length * FEATURES.length);
  const candidates = overview.sentences.map(({ match, sentence }, at): Candidate => {
    const things = readAnswerTypeFeatures(overview, at);
    const missing = readMissingTermFeatures(overview, at);
    const values = all.subarray(at * FEATURES.length, (at + 1) * FEATURES.length);
    let from = 0;
    for (const group of [
      readTermOverlapFeatures(overview, at),
      readContextFeatures(overview, at),
      things.features,
      readSentenceFormFeatures(overview, at),
      readSemanticFeatures(overview, at),
      missing.features,
      readMismatchFeatures(overview, at),
      readRareNgramFeatures(overview, at),
      readClauseFeatures(overview, at),
    ]) {
      values.set(group, from);
      from += group.length;
    }
    const paragraph = overview.paragraphs[at]?.first ?? at;
    return { match, sentence, values, kinds: things.kinds, nearby: missing.nearby, paragraph };
  });
  const { asked, type } = overview;
  return { candidates, asked, type, questionValues: readQuestionFeatures(question.text, overview) };
}

function readQuestionFeatures(
  text: string,
  { asked, sentences, byRarity, nameTotal, hasMeaning }: CandidateSet,
): readonly number[] {
  const { terms, total } = asked;
  const unknown = terms.filter((_, index) => !sentences.some(({ level }) => (level.held[index] ?? 0) > 0));
  return [
    Math.min(1, terms.length / 10),
    unknown.reduce((sum, { idf }) => sum + idf, 0) / total,
    unknown.some(({ isName }) => isName) ? 1 : 0,
    nameTotal / total,
    (terms[byRarity[0] ?? -1]?.idf ?? 0) / total,
    hasMeaning ? 1 : 0,
    NEGATION.test(text) ? 1 : 0,
    DENIAL.test(text) ? 1 : 0,
    SUPERLATIVE.test(text) ? 1 : 0,
    ELSE.test(text) ? 1 : 0,
    Math.min(1, asked.sequence.length / 20),
  ];
}
