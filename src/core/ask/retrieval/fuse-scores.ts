// Score fusion: one order from vector search and full-text search.
import { ONLY_SPACE, type VectorSpace } from '../../ports.js';
import type { Scored } from '../../ranking-ports.js';

/**
 * Sorts matches by fused score, best first: a convex combination of normalized scores, which uses how far apart scores
 * are, unlike rank fusion (Bruch, Gai & Ingber 2023, "An Analysis of Fusion Functions for Hybrid Retrieval",
 * https://arxiv.org/abs/2210.11934). Similarities are normalized within their space. A passage without a vector counts by
 * its words alone.
 * @param spaces those of the articles' languages. Default: {@link ONLY_SPACE}
 */
export function fuseScores<T extends Scored>(
  matches: readonly T[],
  spaces: readonly VectorSpace[] = [ONLY_SPACE],
): readonly T[] {
  const weights = new Map(spaces.map(({ name, weight }) => [name, weight]));
  const best = new Map<string | undefined, number>();
  for (const { space, similarity } of matches) {
    best.set(space, Math.max(best.get(space) ?? Number.MIN_VALUE, similarity));
  }
  const score = ({ space, similarity, textScore }: Scored) => {
    const weight = weights.get(space ?? '') ?? 0;
    return (weight * similarity) / (best.get(space) ?? 1) + (1 - weight) * textScore;
  };
  return [...matches].sort((a, b) => score(b) - score(a));
}
