// Features of meaning: do other words of the sentence, its paragraph or its neighbour stand for those that are missing?

import type { CandidateSet } from '../candidates/candidate-set.js';
import { matchedByNeighbour } from './context.js';

export const SEMANTIC_FEATURES = [
  'meaning',
  'meaningNear',
  'meaningQuite',
  'meaningHalf',
  'meaningCoverage',
  'meaningOfParagraph',
  'meaningBefore',
  'meaningOfLast',
  'meaningBeside',
  'meaningStrongest',
  'meaningUsual',
  'meaningShare',
  'wantedMeaning',
  'wantedMeaningOfParagraph',
  'wholeMeaning',
  'wholeMeaningWithBefore',
  'wholeMeaningOfRest',
  'wholeMeaningShare',
  'wholeMeaningWithBeforeShare',
  'uncommonCoverage',
  'uncommonMeaning',
  'uncommonOfParagraph',
] as const;

/** Likeness, 0…1, that is surely, quite and perhaps one of meaning. */
const SURE = 0.6;
const QUITE = 0.45;
const PERHAPS = 0.3;
/** Words from a word of the question over which what stands beside it fades. */
const FADING_WORDS = 3;

export function readSemanticFeatures(overview: CandidateSet, at: number): readonly number[] {
  const { asked, sentences, paragraphs, highest, weigh } = overview;
  const seen = sentences[at];
  const paragraph = paragraphs[at];
  if (!seen || !paragraph) return [];
  const { level, meaning, meaningCoverage, wholeWithBefore, hits } = seen;
  const { nearest, places, usual, whole, rest } = meaning;
  const missing = (index: number) => 1 - (level.held[index] ?? 0);
  const before = matchedByNeighbour(overview, at, at - 1);
  const meaningBefore = at > paragraph.first ? sentences[at - 1]?.meaning.nearest : undefined;
  const last = asked.terms.length - 1;
  const beside = (place: number) => {
    let distance = Number.POSITIVE_INFINITY;
    for (const hit of hits.terms) distance = Math.min(distance, Math.abs(hit.place - place));
    return Math.exp(-distance / FADING_WORDS);
  };
  const ofUncommon = (value: (index: number) => number) => {
    let [sum, whole] = [0, 1e-9];
    for (const [index, uncommon] of overview.uncommon.entries()) {
      sum += uncommon * value(index);
      whole += uncommon;
    }
    return sum / whole;
  };
  return [
    weigh((index) => missing(index) * (nearest[index] ?? 0)),
    weigh((index) => missing(index) * ((nearest[index] ?? 0) > SURE ? 1 : 0)),
    weigh((index) => missing(index) * ((nearest[index] ?? 0) > QUITE ? 1 : 0)),
    weigh((index) => missing(index) * ((nearest[index] ?? 0) > PERHAPS ? 1 : 0)),
    meaningCoverage,
    weigh((index) => (1 - (paragraph.level.held[index] ?? 0)) * (paragraph.nearest[index] ?? 0)),
    weigh((index) => missing(index) * (1 - (before[index] ?? 0)) * (meaningBefore?.[index] ?? 0)),
    missing(last) * (nearest[last] ?? 0),
    weigh((index) =>
      (places[index] ?? -1) < 0 ? 0 : missing(index) * (nearest[index] ?? 0) * beside(places[index] ?? 0),
    ),
    nearest.reduce((most, value, index) => Math.max(most, missing(index) * value), 0),
    usual,
    meaningCoverage / highest.meaning,
    meaning.wanted,
    paragraph.wanted,
    whole,
    wholeWithBefore,
    rest,
    whole / highest.whole,
    wholeWithBefore / highest.wholeWithBefore,
    ofUncommon((index) => level.held[index] ?? 0),
    ofUncommon((index) => Math.max(level.held[index] ?? 0, 0.8 * (nearest[index] ?? 0))),
    ofUncommon((index) => paragraph.level.held[index] ?? 0),
  ];
}
