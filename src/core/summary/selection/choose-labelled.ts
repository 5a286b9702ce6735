// Chooses lines with labels: the best first, without repetition, each readable after those that are shown before it.
import type { Candidate } from '../candidates.js';
import { hasWhatItNeeds } from './select-lines.js';
import { cosine } from './term-vectors.js';

/** Sentences that are more alike say the same. */
const MAX_SIMILARITY = 0.7;

/** Options for {@link chooseLabelled}. */
export interface LabelledOptions<T> {
  readonly maxLines: number;
  /** The order in which lines are shown. */
  readonly compare: (a: T, b: T) => number;
  /** Whether an item says nothing new after the chosen ones. */
  readonly isRepeated?: ((item: T, chosen: readonly T[]) => boolean) | undefined;
}

/** @param items best first @returns in the order in which they are shown */
export function chooseLabelled<T extends { readonly candidate: Candidate }>(
  items: readonly T[],
  { maxLines, compare, isRepeated = () => false }: LabelledOptions<T>,
): readonly T[] {
  const chosen: T[] = [];
  const add = (item: T) => {
    if (chosen.length >= maxLines || chosen.includes(item) || !item.candidate.isStandalone) return;
    const before = chosen.filter((one) => compare(one, item) < 0).map(({ candidate }) => candidate);
    const repeats = chosen.some(
      ({ candidate }) => cosine(candidate.vector, item.candidate.vector) > MAX_SIMILARITY,
    );
    if (!repeats && !isRepeated(item, chosen) && hasWhatItNeeds(item.candidate, before)) chosen.push(item);
  };
  // Twice, because a line may need one that is chosen after it.
  for (const item of [...items, ...items]) add(item);
  return chosen.toSorted(compare);
}
