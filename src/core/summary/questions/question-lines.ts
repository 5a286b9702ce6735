// The question-and-answer style: questions that the article answers, each with its sentence.
import { renderExcerpt } from '../../excerpt/excerpt.js';
import { makeStandalone } from '../../excerpt/make-excerpt.js';
import type { Candidate, ReadArticle } from '../candidates.js';
import { type DraftLine, toLine } from '../line.js';
import { generateQuestions } from './generate-questions.js';
import { type GeneratedQuestion, NATURALNESS } from './generated-question.js';

/** Weight of a sentence's score next to how natural its question is. */
const SCORE_WEIGHT = 3;
/** What another question of the same kind loses, so that the questions differ: most for "Who is …?". */
const SAME_KIND = 0.2;
const SAME_WHO_IS = 0.6;

/** In document order. The label is the question. */
export function questionLines(read: ReadArticle, maxLines: number): readonly DraftLine[] {
  const byStart = new Map(read.candidates.map((candidate) => [candidate.sentence.start, candidate]));
  const open = generateQuestions(read).flatMap((question) => {
    const candidate = byStart.get(question.sentence.start);
    return candidate?.isStandalone && candidate.needs.length === 0 ? [{ question, candidate }] : [];
  });
  return pickDiverse(open, maxLines)
    .toSorted((a, b) => a.candidate.sentence.start - b.candidate.sentence.start)
    .map(({ question, candidate }) => toLine(untrim(candidate), question.text));
}

/** What is trimmed may be the answer. */
function untrim(candidate: Candidate): Candidate {
  const whole = makeStandalone(candidate.article, candidate.sentence, { isTrimmed: false });
  if (!whole) return candidate;
  return { ...candidate, parts: whole.parts, text: renderExcerpt(candidate.article.text, whole.parts) };
}

interface Pair {
  readonly question: GeneratedQuestion;
  readonly candidate: Candidate;
}

/** The best pairs, one a sentence, of different kinds. */
export function pickDiverse(pairs: readonly Pair[], count: number): readonly Pair[] {
  const chosen: Pair[] = [];
  const remaining = new Set(pairs);
  while (chosen.length < count && remaining.size > 0) {
    const value = ({ question, candidate }: Pair) =>
      NATURALNESS[question.kind] +
      SCORE_WEIGHT * candidate.score -
      (question.kind === 'whoIs' ? SAME_WHO_IS : SAME_KIND) *
        chosen.filter((one) => one.question.kind === question.kind && question.kind !== 'own').length;
    const best = [...remaining].reduce((a, b) => (value(b) > value(a) ? b : a));
    chosen.push(best);
    for (const one of [...remaining]) if (one.candidate === best.candidate) remaining.delete(one);
  }
  return chosen;
}
