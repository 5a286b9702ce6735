import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Ranking } from '../../../../src/core/ranking-ports.js';
import { COMBINATION } from '../../../../src/engines/builtin/reader/combination-weights.js';
import {
  ANSWERABILITY_FEATURES,
  combine,
  ORDER_FEATURES,
} from '../../../../src/engines/builtin/reader/combine.js';
import type { Reading } from '../../../../src/engines/builtin/reader/read-window.js';
import { rankingOf } from '../../../support/rankings.js';

const QUESTION = { text: 'Who won the race?', language: 'en' };
const TEXT = 'Ines won the race. Tomas lost it. It rained.\n\nThe pier is old. Boats are new.';

/** Readings of the sentences in document order. `undefined` wasn't read. */
function readingsOf({ sentences }: Ranking, scores: readonly (number | undefined)[]): readonly Reading[] {
  return [...sentences]
    .sort((a, b) => a.start - b.start)
    .flatMap((sentence, at) => {
      const score = scores[at];
      const span = { start: sentence.start, end: sentence.start + 4 };
      return score === undefined ? [] : [{ sentence, score, span, certainty: 0.9 }];
    });
}

const textsOf = ({ sentences }: Pick<Ranking, 'sentences'>) =>
  sentences.map(({ start, end }) => TEXT.slice(start, end));

describe('combine', () => {
  it('puts the sentence first that the reader prefers, if the ranker is undecided', () => {
    const ranking = rankingOf(TEXT);

    const { sentences, paragraphs } = combine(
      QUESTION,
      ranking,
      readingsOf(ranking, [-4, -3, -4, 6, -2]),
      COMBINATION,
    );

    expect(textsOf({ sentences })[0]).toBe('The pier is old.');
    expect(textsOf({ sentences: paragraphs })).toEqual(['The pier is old.', expect.any(String)]);
  });

  it('is more confident if the reader finds an answer', () => {
    const ranking = rankingOf(TEXT);
    const confidenceOf = (score: number) =>
      combine(QUESTION, ranking, readingsOf(ranking, [score, -8, -8, -8, -8]), COMBINATION).confidence;

    expect(confidenceOf(6)).toBeGreaterThan(confidenceOf(-6) + 0.2);
  });

  it('keeps every sentence, with probabilities and the phrases inside their sentences', () => {
    const score = fc.option(fc.double({ min: -30, max: 30, noNaN: true }), { nil: undefined });
    fc.assert(
      fc.property(
        fc.array(score, { minLength: 5, maxLength: 5 }),
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 5, maxLength: 5 }),
        (scores, relevances) => {
          const ranking = rankingOf(TEXT, { relevances });

          const combined = combine(QUESTION, ranking, readingsOf(ranking, scores), COMBINATION);

          expect(new Set(textsOf(combined))).toEqual(new Set(textsOf(ranking)));
          expect(combined.sentences).toHaveLength(5);
          for (const { relevance, phrase, start, end } of combined.sentences) {
            expect(relevance).toBeGreaterThanOrEqual(0);
            expect(relevance).toBeLessThanOrEqual(1);
            if (phrase) expect([phrase.start >= start, phrase.end <= end]).toEqual([true, true]);
          }
          expect(combined.confidence).toBeGreaterThanOrEqual(0);
          expect(combined.confidence).toBeLessThanOrEqual(1);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('leaves the ranking as it is if nothing was read', () => {
    const ranking = rankingOf(TEXT);

    expect(combine(QUESTION, ranking, [], COMBINATION)).toBe(ranking);
  });

  it('trusts a good reading although no word of the question is in the article', () => {
    const ranking = { ...rankingOf(TEXT), confidence: 0, unmatched: 0.4 };
    const confidenceOf = (scores: readonly number[]) =>
      combine(QUESTION, ranking, readingsOf(ranking, scores), COMBINATION).confidence;

    expect(confidenceOf([9, -4, -4, -4, -4])).toBeGreaterThan(COMBINATION.threshold);
    expect(confidenceOf([-9, -9, -9, -9, -9])).toBeLessThan(COMBINATION.threshold);
  });

  it.each([
    ['an uncertain phrase', { certainty: 0.1 }],
    ['a phrase that is no answer', { score: -5 }],
    ['nearly the whole sentence', { span: { start: 0, end: 17 } }],
  ])('does not highlight %s', (_name, change) => {
    const ranking = rankingOf(TEXT);
    const readings = readingsOf(ranking, [3]).map((reading) => ({ ...reading, ...change }));

    const { sentences } = combine(QUESTION, ranking, readings, COMBINATION);

    expect(sentences.filter(({ phrase }) => phrase)).toEqual([]);
  });

  it('has a weight for each feature', () => {
    expect(COMBINATION.order).toHaveLength(ORDER_FEATURES.length);
    expect(COMBINATION.answerability.weights).toHaveLength(ANSWERABILITY_FEATURES.length);
  });
});
