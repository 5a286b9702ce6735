// Fits the trees that judge whether the best sentences answer at all.
import {
  type ConfidenceModel,
  logistic,
  readConfidenceFeatures,
} from '../../src/engines/builtin/confidence.js';
import { type BoostingOptions, growTrees } from './boosting.js';
import { type Example, type Kind, type Ranked, type Weigh, weighBySet } from './example.js';

const CONFIDENCE_TREES: BoostingOptions = {
  trees: 120,
  depth: 3,
  rate: 0.08,
  minLeaf: 6,
  ridge: 8,
  columnShare: 0.35,
  seed: 2,
};
/** How much a question of each kind counts in the judgement: people's own misleading ones most. */
const KIND_WEIGHTS: Readonly<Record<Kind, number>> = {
  answerable: 1,
  unanswerable: 1.2,
  removed: 0.4,
  foreign: 0.8,
};
/** A few questions of a kind do not stand for very many. */
const MAX_SHARE = 3;

/**
 * In each article the questions of a kind count together as its answerable ones do, times the kind's weight: were whole
 * articles answerable and others not, the judgement would learn to tell articles from one another.
 */
function weighByArticle(examples: readonly Example[]): Weigh {
  const weighSet = weighBySet(examples.filter(({ kind }) => kind === 'answerable'));
  const sizes = new Map<string, number>();
  const keyOf = ({ set, article }: Example, kind: Kind) => `${set} ${article} ${kind}`;
  for (const example of examples) {
    const key = keyOf(example, example.kind);
    sizes.set(key, (sizes.get(key) ?? 0) + 1);
  }
  return (example) => {
    const share =
      (sizes.get(keyOf(example, 'answerable')) ?? 0) / (sizes.get(keyOf(example, example.kind)) ?? 1);
    return weighSet(example) * KIND_WEIGHTS[example.kind] * Math.min(MAX_SHARE, share);
  };
}

export function fitConfidence(parts: readonly Ranked[]): ConfidenceModel {
  const rows = parts.filter(({ ranked }) => ranked.length > 0);
  const inputs = rows.map(({ example, ranked }) =>
    readConfidenceFeatures(ranked, example.type, example.questionValues),
  );
  const weigh = weighByArticle(rows.map(({ example }) => example));
  const target = rows.map(({ example }) => (example.kind === 'answerable' ? 1 : 0));
  const weights = rows.map(({ example }) => weigh(example));
  const share =
    weights.reduce((sum, weight, at) => sum + weight * (target[at] ?? 0), 0) /
    weights.reduce((sum, weight) => sum + weight, 0);
  const bias = Math.log(share / (1 - share));
  const start = new Float64Array(rows.length).fill(bias);
  const trees = growTrees(
    columnsOf(inputs),
    start,
    (scores, first, second) => {
      for (let row = 0; row < scores.length; row += 1) {
        const likely = logistic(scores[row] ?? 0);
        first[row] = (weights[row] ?? 0) * (likely - (target[row] ?? 0));
        second[row] = (weights[row] ?? 0) * Math.max(1e-6, likely * (1 - likely));
      }
    },
    CONFIDENCE_TREES,
  );
  return { bias: Number(bias.toPrecision(4)), trees };
}

function columnsOf(rows: readonly Float64Array[]): readonly Float32Array[] {
  const size = rows[0]?.length ?? 0;
  return Array.from({ length: size }, (_, at) => Float32Array.from(rows, (row) => row[at] ?? 0));
}
