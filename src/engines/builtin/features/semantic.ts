// Features of semantic similarity: can other words in the sentence, its paragraph or its neighbour replace
// missing query terms?

import type { CandidateSet } from '../candidates/candidate-set.js';
import { matchedByNeighbour } from './context.js';

export const SEMANTIC_FEATURES = [
  'semanticMatch',
  'strongSemanticMatch',
  'mediumSemanticMatch',
  'weakSemanticMatch',
  'semanticCoverage',
  'semanticInParagraph',
  'semanticInPrevious',
  'semanticOfLastTerm',
  'semanticNearMatch',
  'bestSemanticMatch',
  'meanSimilarity',
  'semanticCoverageShare',
  'answerTypeSimilarity',
  'answerTypeSimilarityInParagraph',
  'sentenceSimilarity',
  'similarityWithPrevious',
  'unmatchedSimilarity',
  'sentenceSimilarityShare',
  'similarityWithPreviousShare',
  'languageRarityCoverage',
  'languageRaritySemanticCoverage',
  'languageRarityInParagraph',
] as const;

/** Thresholds of word similarity, 0…1, for a strong, a medium and a weak match. */
const STRONG_SIMILARITY = 0.6;
const MEDIUM_SIMILARITY = 0.45;
const WEAK_SIMILARITY = 0.3;
/** Distance in words over which proximity to a matched term decays. */
const PROXIMITY_DECAY_WORDS = 3;

export function readSemanticFeatures(candidateSet: CandidateSet, at: number): readonly number[] {
  const { query, sentences, paragraphs, highest, weigh } = candidateSet;
  const candidate = sentences[at];
  const paragraph = paragraphs[at];
  if (!candidate || !paragraph) return [];
  const { termWeights, semantic, semanticCoverage, similarityWithPrevious, hits } = candidate;
  const { nearest, nearestTokens, meanSimilarity, sentenceSimilarity, unmatchedSimilarity } = semantic;
  const missing = (index: number) => 1 - (termWeights.matched[index] ?? 0);
  const before = matchedByNeighbour(candidateSet, at, at - 1);
  const semanticInPrevious = at > paragraph.first ? sentences[at - 1]?.semantic.nearest : undefined;
  const last = query.terms.length - 1;
  const proximityToHit = (place: number) => {
    let distance = Number.POSITIVE_INFINITY;
    for (const hit of hits.terms) distance = Math.min(distance, Math.abs(hit.place - place));
    return Math.exp(-distance / PROXIMITY_DECAY_WORDS);
  };
  const weighByLanguageRarity = (value: (index: number) => number) => {
    let [sum, whole] = [0, 1e-9];
    for (const [index, languageRarity] of candidateSet.languageRarity.entries()) {
      sum += languageRarity * value(index);
      whole += languageRarity;
    }
    return sum / whole;
  };
  return [
    weigh((index) => missing(index) * (nearest[index] ?? 0)),
    weigh((index) => missing(index) * ((nearest[index] ?? 0) > STRONG_SIMILARITY ? 1 : 0)),
    weigh((index) => missing(index) * ((nearest[index] ?? 0) > MEDIUM_SIMILARITY ? 1 : 0)),
    weigh((index) => missing(index) * ((nearest[index] ?? 0) > WEAK_SIMILARITY ? 1 : 0)),
    semanticCoverage,
    weigh((index) => (1 - (paragraph.termWeights.matched[index] ?? 0)) * (paragraph.nearest[index] ?? 0)),
    weigh((index) => missing(index) * (1 - (before[index] ?? 0)) * (semanticInPrevious?.[index] ?? 0)),
    missing(last) * (nearest[last] ?? 0),
    weigh((index) =>
      (nearestTokens[index] ?? -1) < 0
        ? 0
        : missing(index) * (nearest[index] ?? 0) * proximityToHit(nearestTokens[index] ?? 0),
    ),
    nearest.reduce((most, value, index) => Math.max(most, missing(index) * value), 0),
    meanSimilarity,
    semanticCoverage / highest.meaning,
    semantic.answerTypeSimilarity,
    paragraph.answerTypeSimilarity,
    sentenceSimilarity,
    similarityWithPrevious,
    unmatchedSimilarity,
    sentenceSimilarity / highest.whole,
    similarityWithPrevious / highest.similarityWithPrevious,
    weighByLanguageRarity((index) => termWeights.matched[index] ?? 0),
    weighByLanguageRarity((index) => Math.max(termWeights.matched[index] ?? 0, 0.8 * (nearest[index] ?? 0))),
    weighByLanguageRarity((index) => paragraph.termWeights.matched[index] ?? 0),
  ];
}
