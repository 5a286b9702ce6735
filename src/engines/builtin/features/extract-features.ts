// Extracts the ranker's features: numbers that describe a sentence with respect to a question. `weights.ts`
// has the learned weights.
import type { Match, Question, RelevanceSignals, TermFrequencies } from '../../../core/ranking-ports.js';
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
import { lacksHead, readHeadingCoverage, readSignals } from './signals.js';
import { readTermOverlapFeatures, TERM_OVERLAP_FEATURES } from './term-overlap.js';

/** Names of the sentence features, by group. docs/ranking.md measures what each group contributes. */
export const FEATURE_GROUPS = {
  termOverlap: TERM_OVERLAP_FEATURES,
  context: CONTEXT_FEATURES,
  answerType: ANSWER_TYPE_FEATURES,
  sentenceForm: SENTENCE_FORM_FEATURES,
  semantic: SEMANTIC_FEATURES,
  missingTerms: MISSING_TERM_FEATURES,
  mismatch: MISMATCH_FEATURES,
  rareNgrams: RARE_NGRAM_FEATURES,
  clauses: CLAUSE_FEATURES,
} as const;

/** Names of all sentence features, in the order of the weights. */
export const FEATURES = Object.values(FEATURE_GROUPS).flat();

const ANTONYM = FEATURES.indexOf('antonym');

/** Features of the question as a whole, for the answerability classifier. */
export const QUESTION_FEATURES = [
  'termCount',
  'unknownShare',
  'unknownName',
  'nameShare',
  'rarestShare',
  'hasOwnVectors',
  'isNegated',
  'isExplicitlyNegated',
  'isSuperlative',
  'isExclusion',
  'tokenCount',
] as const;

/** Words that turn a question around. Articles rarely say what isn't so or what else there is. */
const NEGATION =
  /(?<![\p{L}])(?:not|never|no|none|nor|neither|without|least|lack\w*|fail\w*|refus\w*|avoid\w*|prevent\w*|un\p{L}{4,})(?![\p{L}])|n['’]t(?![\p{L}])/iu;
const DENIAL = /(?<![\p{L}])(?:not|never|no|without)(?![\p{L}])|n['’]t(?![\p{L}])/iu;
const SUPERLATIVE = /(?<![\p{L}])(?:first|last|only|most|least|main|\p{L}+est)(?![\p{L}])/iu;
const ELSE = /(?<![\p{L}])(?:besides|except|other|another|rather|instead|else)(?![\p{L}])/iu;

/** A sentence with its features. */
export interface Candidate extends Scorable {
  readonly match: Match;
  readonly sentence: TaggedSentence;
  /** For each query term, how well the sentence, its neighbours or its paragraph match it, 0…1. */
  readonly nearby: readonly number[];
  readonly signals: RelevanceSignals;
  /** Share of the query, by idf, that the headings above it match, 0…1. */
  readonly headingCoverage: number;
  /** Whether the kind of thing that is asked for ("What brand …") isn't mentioned near it. */
  readonly lacksHead: boolean;
}

/** A question and its candidates, ready to be scored. */
export interface ExtractedFeatures {
  /** The question in the language of the articles, as far as it could be translated. */
  readonly text: string;
  /** In document order. */
  readonly candidates: readonly Candidate[];
  readonly query: QueryTerms;
  readonly type: AnswerType;
  /** In the order of {@link QUESTION_FEATURES}. */
  readonly questionValues: readonly number[];
}

export function extractFeatures(
  question: Question,
  matches: readonly Match[],
  frequencies: TermFrequencies,
): ExtractedFeatures {
  const candidateSet = readCandidateSet(question, matches, frequencies);
  // One array for all candidates, because garbage collecting many small ones takes longer than computing the
  // features.
  const all = new Float64Array(candidateSet.sentences.length * FEATURES.length);
  const candidates = candidateSet.sentences.map(({ match, sentence }, at): Candidate => {
    const answerType = readAnswerTypeFeatures(candidateSet, at);
    const missing = readMissingTermFeatures(candidateSet, at);
    const values = all.subarray(at * FEATURES.length, (at + 1) * FEATURES.length);
    let from = 0;
    for (const group of [
      readTermOverlapFeatures(candidateSet, at),
      readContextFeatures(candidateSet, at),
      answerType.features,
      readSentenceFormFeatures(candidateSet, at),
      readSemanticFeatures(candidateSet, at),
      missing.features,
      readMismatchFeatures(candidateSet, at),
      readRareNgramFeatures(candidateSet, at),
      readClauseFeatures(candidateSet, at),
    ]) {
      values.set(group, from);
      from += group.length;
    }
    const paragraph = candidateSet.paragraphs[at]?.first ?? at;
    return {
      match,
      sentence,
      values,
      entityTypes: answerType.entityTypes,
      nearby: missing.nearby,
      headingCoverage: readHeadingCoverage(candidateSet, at),
      lacksHead: lacksHead(candidateSet, at, missing.nearby),
      signals: readSignals(
        candidateSet,
        candidateSet.text,
        at,
        answerType.hasAnswerType,
        missing.nearby,
        values[ANTONYM] === 1,
      ),
      paragraph,
    };
  });
  const { text, query, type } = candidateSet;
  return { text, candidates, query, type, questionValues: readQuestionFeatures(text, candidateSet) };
}

function readQuestionFeatures(
  text: string,
  { query, sentences, byRarity, nameIdf, hasOwnVectors }: CandidateSet,
): readonly number[] {
  const { terms, total } = query;
  const unknown = terms.filter(
    (_, index) => !sentences.some(({ termWeights }) => (termWeights.matched[index] ?? 0) > 0),
  );
  return [
    Math.min(1, terms.length / 10),
    unknown.reduce((sum, { idf }) => sum + idf, 0) / total,
    unknown.some(({ isName }) => isName) ? 1 : 0,
    nameIdf / total,
    (terms[byRarity[0] ?? -1]?.idf ?? 0) / total,
    hasOwnVectors ? 1 : 0,
    NEGATION.test(text) ? 1 : 0,
    DENIAL.test(text) ? 1 : 0,
    SUPERLATIVE.test(text) ? 1 : 0,
    ELSE.test(text) ? 1 : 0,
    Math.min(1, query.sequence.length / 20),
  ];
}
