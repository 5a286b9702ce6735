// Features of runs of letters that are rare among the candidates: they carry inflections, and languages without spaces,
// whose words the segmenter may find otherwise in a question than in a sentence.

import type { CandidateSet } from '../candidates/candidate-set.js';
import { hasNgram } from '../candidates/term-matching.js';
import { ngramsOfTokens, type TaggedSentence } from '../entities/tagged-sentences.js';
import type { Token } from '../words/analyzer.js';

export const RARE_NGRAM_FEATURES = ['gramRarity', 'gramRarityShare'] as const;

/** By sentence: the share of the question's runs of letters that it holds, rare ones more, 0…1. */
export function readNgramRarity(
  sentences: readonly { readonly sentence: TaggedSentence }[],
  question: readonly Token[],
): readonly number[] {
  const rare = [...new Set(ngramsOfTokens(question))].flatMap((bit) => {
    let holding = 0;
    for (const { sentence } of sentences) if (hasNgram(bit, sentence.grams)) holding += 1;
    // What no sentence holds tells nothing.
    return holding === 0
      ? []
      : [{ bit, weight: Math.log(1 + (sentences.length - holding + 0.5) / (holding + 0.5)) }];
  });
  const total = Math.max(
    1e-9,
    rare.reduce((sum, { weight }) => sum + weight, 0),
  );
  return sentences.map(({ sentence }) => {
    let held = 0;
    for (const { bit, weight } of rare) if (hasNgram(bit, sentence.grams)) held += weight;
    return held / total;
  });
}

export function readRareNgramFeatures({ gramRarity, highest }: CandidateSet, at: number): readonly number[] {
  const share = gramRarity[at] ?? 0;
  return [share, share / highest.gramRarity];
}
