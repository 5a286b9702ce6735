// Groups candidate sentences into paragraphs. The answer is often in one sentence and its subject in another.

import type { CandidateSentence, Paragraph } from './candidate-set.js';
import type { TermWeights } from './term-matching.js';

/**
 * Sentences of one paragraph are at most this far apart. A larger gap means that a passage in between is
 * missing.
 */
const MAX_SENTENCE_GAP_CHARS = 8;

/** Returns the paragraph of each sentence, in the order of the sentences. */
export function joinParagraphs(
  sentences: readonly CandidateSentence[],
  termCount: number,
  readBm25: (termWeights: TermWeights, meanLength: number) => number,
): readonly Paragraph[] {
  const paragraphs: Omit<Paragraph, 'bm25'>[] = [];
  for (let first = 0; first < sentences.length; ) {
    let last = first;
    while (isSameParagraph(sentences[last], sentences[last + 1])) last += 1;
    paragraphs.push(mergeSentences(sentences.slice(first, last + 1), first, termCount));
    first = last + 1;
  }
  const words = paragraphs.reduce((sum, { termWeights }) => sum + termWeights.length, 0);
  return paragraphs.flatMap((paragraph) => {
    const whole = { ...paragraph, bm25: readBm25(paragraph.termWeights, words / paragraphs.length) };
    return Array.from({ length: whole.last - whole.first + 1 }, () => whole);
  });
}

function isSameParagraph(
  before: CandidateSentence | undefined,
  after: CandidateSentence | undefined,
): boolean {
  if (!before || !after || after.sentence.startsParagraph) return false;
  if (before.match.article.id !== after.match.article.id) return false;
  return before.match === after.match || after.sentence.start - before.sentence.end < MAX_SENTENCE_GAP_CHARS;
}

function mergeSentences(
  sentences: readonly CandidateSentence[],
  first: number,
  termCount: number,
): Omit<Paragraph, 'bm25'> {
  const matched = new Array<number>(termCount).fill(0);
  const counts = new Array<number>(termCount).fill(0);
  const nearest = new Array<number>(termCount).fill(0);
  let length = 0;
  let ngramCoverage = 0;
  let answerTypeSimilarity = 0;
  for (const { termWeights, semantic, ngramCoverage: ngrams } of sentences) {
    for (let index = 0; index < termCount; index += 1) {
      matched[index] = Math.max(matched[index] ?? 0, termWeights.matched[index] ?? 0);
      counts[index] = (counts[index] ?? 0) + (termWeights.counts[index] ?? 0);
      nearest[index] = Math.max(nearest[index] ?? 0, semantic.nearest[index] ?? 0);
    }
    length += termWeights.length;
    ngramCoverage = Math.max(ngramCoverage, ngrams);
    answerTypeSimilarity = Math.max(answerTypeSimilarity, semantic.answerTypeSimilarity);
  }
  const termWeights = { matched, counts, length };
  return {
    first,
    last: first + sentences.length - 1,
    termWeights,
    ngramCoverage,
    nearest,
    answerTypeSimilarity,
  };
}
