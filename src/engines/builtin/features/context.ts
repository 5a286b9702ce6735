import type { CandidateSet } from '../candidates/candidate-set.js';

// Features of where a sentence stands: neighbours, paragraph, passage, and how it compares with the best of all.
export const CONTEXT_FEATURES = [
  'before',
  'after',
  'windowCoverage',
  'paragraphBm25',
  'paragraphCoverage',
  'missingInParagraph',
  'missingBefore',
  'bestOther',
  'isBestOfParagraph',
  'passageSimilarity',
  'passageText',
  'paragraphSize',
  'placeInParagraph',
  'startsParagraph',
  'bm25Share',
  'coverageShare',
  'paragraphShare',
  'gramShare',
  'similarityShare',
  'paragraphGrams',
] as const;

const NONE: readonly number[] = [];

export function readContextFeatures(overview: CandidateSet, at: number): readonly number[] {
  const { sentences, paragraphs, highest, weigh } = overview;
  const seen = sentences[at];
  const paragraph = paragraphs[at];
  if (!seen || !paragraph) return [];
  const { match, level, bm25, coverage, gramCoverage } = seen;
  const { held } = level;
  const { first, last } = paragraph;
  const before = matchedByNeighbour(overview, at, at - 1);
  const after = matchedByNeighbour(overview, at, at + 1);
  const earlier = matchedEarlier(overview, at);
  const inParagraph = paragraph.level.held;
  const missing = (index: number) => 1 - (held[index] ?? 0);
  let bestOther = 0;
  for (let other = first; other <= last; other += 1)
    if (other !== at) bestOther = Math.max(bestOther, sentences[other]?.bm25 ?? 0);
  return [
    weigh((index) => missing(index) * (before[index] ?? 0)),
    weigh((index) => missing(index) * (after[index] ?? 0)),
    weigh((index) => Math.max(held[index] ?? 0, 0.8 * (before[index] ?? 0), 0.5 * (after[index] ?? 0))),
    paragraph.bm25,
    weigh((index) => inParagraph[index] ?? 0),
    weigh((index) => missing(index) * (inParagraph[index] ?? 0)),
    weigh((index) => missing(index) * (earlier[index] ?? 0)),
    bestOther,
    bm25 >= bestOther && bm25 > 0 ? 1 : 0,
    match.similarity,
    match.textScore,
    Math.log1p(last - first) / 3,
    (at - first) / Math.max(1, last - first),
    at === first ? 1 : 0,
    bm25 / highest.bm25,
    coverage / highest.coverage,
    paragraph.bm25 / highest.paragraph,
    gramCoverage / highest.grams,
    match.similarity / highest.similarity,
    paragraph.gramCoverage,
  ];
}

/** What the sentence beside it holds, if that is of the same article. */
export function matchedByNeighbour(
  { sentences }: CandidateSet,
  at: number,
  beside: number,
): readonly number[] {
  const neighbour = sentences[beside];
  return neighbour && neighbour.match.article.id === sentences[at]?.match.article.id
    ? neighbour.level.held
    : NONE;
}

/** What the sentences before it in its paragraph hold. */
export function matchedEarlier(
  { sentences, paragraphs, asked }: CandidateSet,
  at: number,
): readonly number[] {
  const earlier = new Array<number>(asked.terms.length).fill(0);
  for (let other = paragraphs[at]?.first ?? at; other < at; other += 1) {
    const held = sentences[other]?.level.held ?? NONE;
    for (let index = 0; index < earlier.length; index += 1)
      earlier[index] = Math.max(earlier[index] ?? 0, held[index] ?? 0);
  }
  return earlier;
}
