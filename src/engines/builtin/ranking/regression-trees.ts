// Evaluates the regression trees that `npm run train` grows. The score is the sum of the leaves reached.

/** A binary tree in level order: the children of node n are 2n + 1 and 2n + 2. */
export interface RegressionTree {
  /** Index of the feature that each node tests, or -1 at a leaf. */
  readonly features: readonly number[];
  /** Values up to the border go left. */
  readonly borders: readonly number[];
  /** Value of each leaf. */
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
