// Regression trees, grown by `npm run train`: a score is what their leaves add up to.

/** A binary tree in termWeights order: the children of node n are 2n + 1 and 2n + 2. */
export interface RegressionTree {
  /** The feature that each node asks about; -1 at a leaf. */
  readonly features: readonly number[];
  /** Values up to the border go left. */
  readonly borders: readonly number[];
  /** What a leaf adds. */
  readonly values: readonly number[];
}

export function sumTrees(trees: readonly RegressionTree[], values: ArrayLike<number>): number {
  let sum = 0;
  for (const { features, borders, values: leaves } of trees) {
    let node = 0;
    for (let feature = features[0] ?? -1; feature >= 0; feature = features[node] ?? -1)
      node = 2 * node + ((values[feature] ?? 0) <= (borders[node] ?? 0) ? 1 : 2);
    sum += leaves[node] ?? 0;
  }
  return sum;
}
