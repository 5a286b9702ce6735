// Paragraphs, as far as the candidates show them whole: an answer is often in one sentence and its subject in another.

import type { CandidateSentence, Paragraph } from './candidate-set.js';
import type { MatchWeights } from './term-matching.js';

/** Sentences of one paragraph stand no further apart; those of passages between them may be missing. */
const MAX_GAP_CHARS = 8;

/** The paragraph of each sentence. */
export function joinParagraphs(
  sentences: readonly CandidateSentence[],
  size: number,
  readBm25: (level: MatchWeights, meanLength: number) => number,
): readonly Paragraph[] {
  const joined: Omit<Paragraph, 'bm25'>[] = [];
  for (let first = 0; first < sentences.length; ) {
    let last = first;
    while (goesOn(sentences[last], sentences[last + 1])) last += 1;
    joined.push(join(sentences.slice(first, last + 1), first, size));
    first = last + 1;
  }
  const words = joined.reduce((sum, { level }) => sum + level.length, 0);
  return joined.flatMap((paragraph) => {
    const whole = { ...paragraph, bm25: readBm25(paragraph.level, words / joined.length) };
    return Array.from({ length: whole.last - whole.first + 1 }, () => whole);
  });
}

function goesOn(before: CandidateSentence | undefined, after: CandidateSentence | undefined): boolean {
  if (!before || !after || after.sentence.startsParagraph) return false;
  if (before.match.article.id !== after.match.article.id) return false;
  return before.match === after.match || after.sentence.start - before.sentence.end < MAX_GAP_CHARS;
}

function join(sentences: readonly CandidateSentence[], first: number, size: number): Omit<Paragraph, 'bm25'> {
  const held = new Array<number>(size).fill(0);
  const times = new Array<number>(size).fill(0);
  const nearest = new Array<number>(size).fill(0);
  let length = 0;
  let gramCoverage = 0;
  let wanted = 0;
  for (const { level, meaning, gramCoverage: grams } of sentences) {
    for (let index = 0; index < size; index += 1) {
      held[index] = Math.max(held[index] ?? 0, level.held[index] ?? 0);
      times[index] = (times[index] ?? 0) + (level.times[index] ?? 0);
      nearest[index] = Math.max(nearest[index] ?? 0, meaning.nearest[index] ?? 0);
    }
    length += level.length;
    gramCoverage = Math.max(gramCoverage, grams);
    wanted = Math.max(wanted, meaning.wanted);
  }
  const level = { held, times, length };
  return { first, last: first + sentences.length - 1, level, gramCoverage, nearest, wanted };
}
