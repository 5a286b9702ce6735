import type { CandidateSet } from '../candidates/candidate-set.js';

// Features of a sentence's surroundings: its neighbours, paragraph and passage, and how it compares with the
// best candidate.
export const CONTEXT_FEATURES = [
  'matchedBefore',
  'matchedAfter',
  'windowCoverage',
  'paragraphBm25',
  'paragraphCoverage',
  'missingInParagraph',
  'missingBefore',
  'bestOther',
  'isBestOfParagraph',
  'passageSimilarity',
  'passageTextScore',
  'paragraphSize',
  'positionInParagraph',
  'startsParagraph',
  'bm25Share',
  'coverageShare',
  'paragraphShare',
  'ngramShare',
  'similarityShare',
  'paragraphNgrams',
] as const;

const NONE: readonly number[] = [];

export function readContextFeatures(candidateSet: CandidateSet, at: number): readonly number[] {
  const { sentences, paragraphs, highest, weigh } = candidateSet;
  const candidate = sentences[at];
  const paragraph = paragraphs[at];
  if (!candidate || !paragraph) return [];
  const { match, lexicalSimilarity, termWeights, bm25, coverage, ngramCoverage } = candidate;
  const { matched } = termWeights;
  const { first, last } = paragraph;
  const before = matchedByNeighbour(candidateSet, at, at - 1);
  const after = matchedByNeighbour(candidateSet, at, at + 1);
  const earlier = matchedEarlier(candidateSet, at);
  const inParagraph = paragraph.termWeights.matched;
  const missing = (index: number) => 1 - (matched[index] ?? 0);
  let bestOther = 0;
  for (let other = first; other <= last; other += 1)
    if (other !== at) bestOther = Math.max(bestOther, sentences[other]?.bm25 ?? 0);
  return [
    weigh((index) => missing(index) * (before[index] ?? 0)),
    weigh((index) => missing(index) * (after[index] ?? 0)),
    weigh((index) => Math.max(matched[index] ?? 0, 0.8 * (before[index] ?? 0), 0.5 * (after[index] ?? 0))),
    paragraph.bm25,
    weigh((index) => inParagraph[index] ?? 0),
    weigh((index) => missing(index) * (inParagraph[index] ?? 0)),
    weigh((index) => missing(index) * (earlier[index] ?? 0)),
    bestOther,
    bm25 >= bestOther && bm25 > 0 ? 1 : 0,
    lexicalSimilarity,
    match.textScore,
    Math.log1p(last - first) / 3,
    (at - first) / Math.max(1, last - first),
    at === first ? 1 : 0,
    bm25 / highest.bm25,
    coverage / highest.coverage,
    paragraph.bm25 / highest.paragraph,
    ngramCoverage / highest.ngrams,
    lexicalSimilarity / highest.similarity,
    paragraph.ngramCoverage,
  ];
}

/** Match weights of a neighbouring sentence, or nothing if it belongs to another article. */
export function matchedByNeighbour(
  { sentences }: CandidateSet,
  at: number,
  beside: number,
): readonly number[] {
  const neighbour = sentences[beside];
  return neighbour && neighbour.match.article.id === sentences[at]?.match.article.id
    ? neighbour.termWeights.matched
    : NONE;
}

/** Best match weights of the earlier sentences in the same paragraph. */
export function matchedEarlier(
  { sentences, paragraphs, query }: CandidateSet,
  at: number,
): readonly number[] {
  const earlier = new Array<number>(query.terms.length).fill(0);
  for (let other = paragraphs[at]?.first ?? at; other < at; other += 1) {
    const matched = sentences[other]?.termWeights.matched ?? NONE;
    for (let index = 0; index < earlier.length; index += 1)
      earlier[index] = Math.max(earlier[index] ?? 0, matched[index] ?? 0);
  }
  return earlier;
}
