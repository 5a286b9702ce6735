// Summarises the results of a set as the figures shown in reports.
import type { QuestionResult, SetFigures, SystemRanks } from '../eval/eval-set.js';
import { areaUnderRoc, bootstrapInterval, type Interval, mean } from './statistics.js';

/** A value with its 95 % interval. Both are NaN if nothing was measured. */
export interface Figure {
  readonly value: number;
  readonly interval: Interval;
}

/** Which ranks a figure is based on. */
export type Ranks = 'paragraph' | 'pooled' | 'sentence';

const NOTHING: Figure = { value: Number.NaN, interval: [Number.NaN, Number.NaN] };

function meanFigure(values: readonly number[]): Figure {
  return values.length === 0 ? NOTHING : { value: mean(values), interval: bootstrapInterval(values, mean) };
}

/** Recall: the share of questions with a correct result among the first `most`. */
export function recallFigure(system: SystemRanks | undefined, ranks: Ranks, most: number): Figure {
  return meanFigure((system?.[ranks] ?? []).map((rank) => (rank <= most ? 1 : 0)));
}

/** Mean reciprocal rank. */
export function reciprocalFigure(system: SystemRanks | undefined, ranks: Ranks): Figure {
  return meanFigure((system?.[ranks] ?? []).map((rank) => 1 / rank));
}

/** Places of systems that others are compared with, in {@link SetFigures.systems}. */
export const RANKER_ALONE = 1;
export const ICU_BM25 = 2;

/**
 * How much more often the first system's top result is correct than another's, question by question.
 * @param other the place of the other system
 */
export function gainFigure({ systems }: SetFigures, other: number, ranks: Ranks): Figure {
  const ownRanks = systems[0]?.[ranks] ?? [];
  const otherRanks = systems[other]?.[ranks] ?? [];
  return meanFigure(ownRanks.map((rank, index) => Number(rank === 1) - Number(otherRanks[index] === 1)));
}

/** Correct and wrong refusals. */
export function summarizeRefusals(results: readonly QuestionResult[]) {
  const auroc = (of: readonly QuestionResult[]) => {
    const scores = (isAnswerable: boolean) =>
      of.filter((one) => one.isAnswerable === isAnswerable).map(({ confidence }) => confidence);
    return areaUnderRoc(scores(true), scores(false));
  };
  const value = auroc(results);
  const share = (isAnswerable: boolean, isTrue: (one: QuestionResult) => boolean) =>
    meanFigure(
      results.filter((one) => one.isAnswerable === isAnswerable).map((one) => (isTrue(one) ? 1 : 0)),
    );
  return {
    auroc: Number.isNaN(value) ? NOTHING : { value, interval: bootstrapInterval(results, auroc, 200) },
    unanswerableRefused: share(false, ({ isAnswered }) => !isAnswered),
    answerableRefused: share(true, ({ isAnswered }) => !isAnswered),
    answeredRight: share(true, ({ isRight }) => isRight),
  };
}

/** Formats as `.812` or `1.000`, or as a dash if nothing was measured. */
export function showNumber(value: number): string {
  return Number.isNaN(value) ? '–' : value.toFixed(3).replace(/^(-?)0\./, '$1.');
}

export function showFigure({ value, interval: [low, high] }: Figure): string {
  return Number.isNaN(value) ? '–' : `${showNumber(value)} (${showNumber(low)}–${showNumber(high)})`;
}
