// Features of meaning: do other words of the sentence, its paragraph or its neighbour stand for those that are missing?
import { heldByNeighbour } from './context.js';
import type { Overview } from './overview.js';

export const MEANING_FEATURES = [
  'meaning',
  'meaningNear',
  'meaningHalf',
  'meaningCoverage',
  'meaningOfParagraph',
  'meaningBefore',
  'meaningOfLast',
  'wantedMeaning',
  'wantedMeaningOfParagraph',
  'meaningShare',
] as const;

/** Likeness, 0…1, that is surely and that is perhaps one of meaning. */
const SURE = 0.6;
const PERHAPS = 0.3;

export function readMeaningFeatures(overview: Overview, at: number): readonly number[] {
  const { asked, sentences, paragraphs, highest, weigh } = overview;
  const seen = sentences[at];
  const paragraph = paragraphs[at];
  if (!seen || !paragraph) return [];
  const { level, meaning, meaningCoverage } = seen;
  const { nearest } = meaning;
  const missing = (index: number) => 1 - (level.held[index] ?? 0);
  const before = heldByNeighbour(overview, at, at - 1);
  const meaningBefore = at > paragraph.first ? sentences[at - 1]?.meaning.nearest : undefined;
  const last = asked.terms.length - 1;
  return [
    weigh((index) => missing(index) * (nearest[index] ?? 0)),
    weigh((index) => missing(index) * ((nearest[index] ?? 0) > SURE ? 1 : 0)),
    weigh((index) => missing(index) * ((nearest[index] ?? 0) > PERHAPS ? 1 : 0)),
    meaningCoverage,
    weigh((index) => (1 - (paragraph.level.held[index] ?? 0)) * (paragraph.nearest[index] ?? 0)),
    weigh((index) => missing(index) * (1 - (before[index] ?? 0)) * (meaningBefore?.[index] ?? 0)),
    missing(last) * (nearest[last] ?? 0),
    meaning.wanted,
    paragraph.wanted,
    meaningCoverage / highest.meaning,
  ];
}
