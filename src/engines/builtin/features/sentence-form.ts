// Features of a sentence's form and place in its article.

import type { CandidateSet } from '../candidates/candidate-set.js';
import { matchedEarlier } from './context.js';

export const SENTENCE_FORM_FEATURES = [
  'length',
  'position',
  'isHead',
  'startsWithPronoun',
  'pronounAfterSubject',
  'isQuestion',
  'titleOnly',
  'introduces',
  'articleShare',
] as const;

export function readSentenceFormFeatures(overview: CandidateSet, at: number): readonly number[] {
  const { asked, sentences, titles, introduction, bestOfArticle, highest, weigh } = overview;
  const seen = sentences[at];
  if (!seen) return [];
  const { match, sentence, level } = seen;
  const { held } = level;
  const title = titles.get(match.article.id);
  const heldTerms = asked.terms.filter((_, index) => (held[index] ?? 0) > 0);
  const earlier = sentence.startsWithPronoun ? matchedEarlier(overview, at) : [];
  return [
    Math.log1p(sentence.tokens.length) / 4,
    sentence.start / Math.max(1, match.article.text.length),
    sentence.isHead ? 1 : 0,
    sentence.startsWithPronoun ? 1 : 0,
    weigh((index) => (1 - (held[index] ?? 0)) * (earlier[index] ?? 0)),
    /[?？؟]["”’)]*$/u.test(sentence.text) ? 1 : 0,
    heldTerms.length > 0 && heldTerms.every(({ term }) => title?.has(term)) ? 1 : 0,
    sentence === introduction ? 1 : 0,
    (bestOfArticle.get(match.article.id) ?? 0) / highest.bm25,
  ];
}
