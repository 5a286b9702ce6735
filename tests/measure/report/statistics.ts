// Statistics for the evaluation reports.

/**
 * Area under the ROC curve: the probability that a positive scores higher than a negative. Ties count half.
 * NaN if either list is empty.
 */
export function areaUnderRoc(positives: readonly number[], negatives: readonly number[]): number {
  const sorted = [
    ...positives.map((score) => ({ score, isPositive: true })),
    ...negatives.map((score) => ({ score, isPositive: false })),
  ].sort((a, b) => a.score - b.score);
  let wins = 0;
  let below = 0;
  for (let from = 0; from < sorted.length; ) {
    let to = from;
    while (to < sorted.length && sorted[to]?.score === sorted[from]?.score) to += 1;
    const tied = sorted.slice(from, to);
    const tiedPositives = tied.filter(({ isPositive }) => isPositive).length;
    wins += tiedPositives * (below + (tied.length - tiedPositives) / 2);
    below += tied.length - tiedPositives;
    from = to;
  }
  return wins / (positives.length * negatives.length);
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/**
 * The nearest-rank percentile.
 * @param share 0…1
 */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/** Lower and upper bound of a 95 % interval. */
export type Interval = readonly [number, number];

/** 95 % interval of a statistic by the percentile bootstrap (Efron 1979), with a fixed seed. */
export function bootstrapInterval<T>(
  items: readonly T[],
  statistic: (sample: readonly T[]) => number,
  rounds = 400,
): Interval {
  const random = createRandom(17);
  const found = Array.from({ length: rounds }, () =>
    statistic(items.map(() => items[Math.floor(random() * items.length)] as T)),
  );
  return [percentile(found, 0.025), percentile(found, 0.975)];
}

/** The predictions whose confidence falls into one bin. */
export interface ReliabilityBin {
  readonly count: number;
  /** Mean confidence, 0…1. */
  readonly confidence: number;
  /** Share of correct predictions, 0…1. */
  readonly share: number;
}

/** Groups predictions by confidence into bins of equal width. Empty bins are left out. */
export function reliability(
  judgements: readonly { readonly confidence: number; readonly isTrue: boolean }[],
  ranges = 10,
): readonly ReliabilityBin[] {
  return Array.from({ length: ranges }, (_, range) =>
    judgements.filter(({ confidence }) => Math.min(ranges - 1, Math.floor(confidence * ranges)) === range),
  )
    .filter((group) => group.length > 0)
    .map((group) => ({
      count: group.length,
      confidence: mean(group.map(({ confidence }) => confidence)),
      share: mean(group.map(({ isTrue }) => (isTrue ? 1 : 0))),
    }));
}

/** Expected calibration error (Naeini et al. 2015): the mean distance between confidence and accuracy. */
export function calibrationError(bins: readonly ReliabilityBin[]): number {
  const total = bins.reduce((sum, { count }) => sum + count, 0);
  return (
    bins.reduce((sum, { count, confidence, share }) => sum + count * Math.abs(confidence - share), 0) / total
  );
}

/** Uniform random numbers in [0, 1) from a seed (mulberry32). */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
