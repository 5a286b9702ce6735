// From what was measured on a set to the figures that are shown.
import type { QuestionResult, SetFigures, SystemRanks } from '../eval/eval-set.js';
import { areaUnderRoc, bootstrapInterval, type Interval, mean } from './statistics.js';

/** A figure with its 95 % interval; both NaN where nothing was measured. */
export interface Figure {
  readonly value: number;
  readonly interval: Interval;
}

/** Which ranks a figure is made of. */
export type Ranks = 'paragraph' | 'pooled' | 'sentence';

const NOTHING: Figure = { value: Number.NaN, interval: [Number.NaN, Number.NaN] };

function meanFigure(values: readonly number[]): Figure {
  return values.length === 0 ? NOTHING : { value: mean(values), interval: bootstrapInterval(values, mean) };
}

/** Share of questions with something right among the first `most`. */
export function recallFigure(system: SystemRanks | undefined, ranks: Ranks, most: number): Figure {
  return meanFigure((system?.[ranks] ?? []).map((rank) => (rank <= most ? 1 : 0)));
}

/** Mean reciprocal rank. */
export function reciprocalFigure(system: SystemRanks | undefined, ranks: Ranks): Figure {
  return meanFigure((system?.[ranks] ?? []).map((rank) => 1 / rank));
}

/** By how much the first system's first is right more often than another's, question by question. */
export function gainFigure({ systems }: SetFigures, other: number, ranks: Ranks): Figure {
  const mine = systems[0]?.[ranks] ?? [];
  const theirs = systems[other]?.[ranks] ?? [];
  return meanFigure(mine.map((rank, index) => Number(rank === 1) - Number(theirs[index] === 1)));
}

/** What is refused, rightly and wrongly. */
export function summarizeRefusals({ results }: SetFigures) {
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

/** `.812`, or `1.000`; a dash where nothing was measured. */
export function showNumber(value: number): string {
  return Number.isNaN(value) ? '–' : value.toFixed(3).replace(/^(-?)0\./, '$1.');
}

export function showFigure({ value, interval: [low, high] }: Figure): string {
  return Number.isNaN(value) ? '–' : `${showNumber(value)} (${showNumber(low)}–${showNumber(high)})`;
}
