// Features of n-grams that are rare among the candidates. They match inflected words, and languages without
// spaces, where word segmentation can differ between question and sentence.

import type { CandidateSet } from '../candidates/candidate-set.js';
import { hasNgram } from '../candidates/term-matching.js';
import { hashTokenNgrams, type TaggedSentence } from '../entities/tagged-sentences.js';
import type { Token } from '../words/analyzer.js';

export const RARE_NGRAM_FEATURES = ['ngramRarity', 'ngramRarityShare'] as const;

/** For each sentence, its share of the question's n-grams, weighted by rarity, 0…1. */
export function readNgramRarity(
  sentences: readonly { readonly sentence: TaggedSentence }[],
  question: readonly Token[],
): readonly number[] {
  const rare = [...new Set(hashTokenNgrams(question))].flatMap((bit) => {
    let containing = 0;
    for (const { sentence } of sentences) if (hasNgram(bit, sentence.ngrams)) containing += 1;
    // An n-gram that no sentence contains can't tell sentences apart.
    return containing === 0
      ? []
      : [{ bit, weight: Math.log(1 + (sentences.length - containing + 0.5) / (containing + 0.5)) }];
  });
  const total = Math.max(
    1e-9,
    rare.reduce((sum, { weight }) => sum + weight, 0),
  );
  return sentences.map(({ sentence }) => {
    let matched = 0;
    for (const { bit, weight } of rare) if (hasNgram(bit, sentence.ngrams)) matched += weight;
    return matched / total;
  });
}

export function readRareNgramFeatures({ ngramRarity, highest }: CandidateSet, at: number): readonly number[] {
  const share = ngramRarity[at] ?? 0;
  return [share, share / highest.ngramRarity];
}
