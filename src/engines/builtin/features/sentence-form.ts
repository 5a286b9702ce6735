// Features of a sentence's form and its position in the article.

import type { CandidateSet } from '../candidates/candidate-set.js';
import { matchedEarlier } from './context.js';

export const SENTENCE_FORM_FEATURES = [
  'length',
  'position',
  'isHeadline',
  'startsWithPronoun',
  'pronounAfterSubject',
  'isQuestion',
  'titleOnly',
  'isDefinition',
  'articleShare',
] as const;

export function readSentenceFormFeatures(candidateSet: CandidateSet, at: number): readonly number[] {
  const { query, sentences, titleTerms, definitionSentence, bestBm25ByArticle, highest, weigh } =
    candidateSet;
  const candidate = sentences[at];
  if (!candidate) return [];
  const { match, sentence, termWeights } = candidate;
  const { matched } = termWeights;
  const title = titleTerms.get(match.article.id);
  const matchedTerms = query.terms.filter((_, index) => (matched[index] ?? 0) > 0);
  const earlier = sentence.startsWithPronoun ? matchedEarlier(candidateSet, at) : [];
  return [
    Math.log1p(sentence.tokens.length) / 4,
    sentence.start / Math.max(1, match.article.text.length),
    sentence.isHeadline ? 1 : 0,
    sentence.startsWithPronoun ? 1 : 0,
    weigh((index) => (1 - (matched[index] ?? 0)) * (earlier[index] ?? 0)),
    /[?？؟]["”’)]*$/u.test(sentence.text) ? 1 : 0,
    matchedTerms.length > 0 && matchedTerms.every(({ term }) => title?.has(term)) ? 1 : 0,
    sentence === definitionSentence ? 1 : 0,
    (bestBm25ByArticle.get(match.article.id) ?? 0) / highest.bm25,
  ];
}
