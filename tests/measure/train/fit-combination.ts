// Fits the combination of ranker and reader, and predicts every question with a model that never saw its article.
import {
  type CombinationModel,
  combine,
  readAnswerabilityInput,
  readOrderInputs,
  scoreSentences,
} from '../../../src/engines/builtin/reader/combine.js';
import { fitLogistic, standardize } from './fit-logistic.js';
import { fitPlatt } from './platt-scaling.js';
import type { ReadExample } from './read-predictions.js';
import { softmaxGradient } from './softmax.js';
import type { ExampleKind } from './training-example.js';

/** Weights of each kind of question for answerability. */
const KIND_WEIGHTS: Readonly<Record<ExampleKind, number>> = {
  answerable: 1,
  foreign: 0.8,
  removed: 0.4,
  unanswerable: 1.2,
  misleading: 0.4,
};
/** Limits how much a few questions of a kind can be weighted up. */
const MAX_KIND_SHARE = 3;
/** L2 penalty of the answerability model. */
const RIDGE = 5;
/** L2 penalty of the order. */
const ORDER_PENALTY = 1e-3;
const ORDER_ROUNDS = 300;
const ORDER_RATE = 0.3;
/** Sentences of a question that the order is fitted on, besides those with the answer. */
const MAX_SENTENCES = 60;
/** The combined result for one question. */
export interface CombinedPrediction {
  readonly example: ReadExample;
  readonly isRight: boolean;
  readonly isRightInThree: boolean;
  /** How often the ranker alone would have been right. */
  readonly isRankerRight: boolean;
  readonly confidence: number;
}

/**
 * The final model, and out-of-fold predictions for all examples.
 * @param threshold of the model: see {@link CombinationModel.threshold}
 */
export function crossValidateCombination(
  examples: readonly ReadExample[],
  { folds, threshold }: { readonly folds: number; readonly threshold: number },
): { readonly model: CombinationModel; readonly predictions: readonly CombinedPrediction[] } {
  const predictions = Array.from({ length: folds }, (_, part) => {
    const model = fitCombination(examples.filter(({ fold }) => fold !== part));
    return examples.filter(({ fold }) => fold === part).map((example) => predictCombined(example, model));
  }).flat();
  return {
    model: { ...fitCombination(examples), threshold },
    predictions,
  };
}

export function predictCombined(example: ReadExample, model: CombinationModel): CombinedPrediction {
  const { question, ranking, readings, gold } = example;
  const scored = scoreSentences(ranking, readings, model.order);
  const has = (count: number) => scored.slice(0, count).some(({ sentence }) => gold.has(sentence));
  const { confidence } = combine(question, { ...ranking, paragraphs: [] }, readings, model);
  const [first] = ranking.sentences;
  return {
    ...{ example, confidence, isRight: has(1), isRightInThree: has(3) },
    isRankerRight: first !== undefined && gold.has(first),
  };
}

/** The threshold is left at 0. */
function fitCombination(examples: readonly ReadExample[]): CombinationModel {
  const order = fitOrder(
    examples.filter(({ kind, gold }) => kind === 'answerable' && gold.size > 0),
    weighBySet(examples),
  );
  const scored = examples.map((example) => scoreSentences(example.ranking, example.readings, order));
  const relevance = fitPlatt(
    examples.flatMap(({ kind, gold }, at) =>
      kind === 'answerable'
        ? (scored[at] ?? []).slice(0, 10).map(({ sentence, score }) => ({
            ...{ score, isRight: gold.has(sentence), weight: 1 },
          }))
        : [],
    ),
  );
  const weigh = weighByArticle(examples);
  const rows = examples.map((example, at) => ({
    values: readAnswerabilityInput(example.question, example.ranking, scored[at] ?? []),
    isPositive: example.kind === 'answerable',
    weight: weigh(example),
  }));
  return { order, relevance, answerability: fitLogistic(rows, RIDGE), threshold: 0 };
}

/** Minimizes the listwise softmax loss by gradient descent. The inputs are few, so that the steps can be large. */
function fitOrder(
  examples: readonly ReadExample[],
  weigh: (example: ReadExample) => number,
): readonly number[] {
  const lists = examples.map((example) => {
    const { sentences } = example.ranking;
    const inputs = readOrderInputs(sentences, example.readings);
    const kept = sentences.flatMap((sentence, at) => {
      const isGold = example.gold.has(sentence);
      return at < MAX_SENTENCES || isGold ? [{ values: inputs[at] ?? [], isGold }] : [];
    });
    return { kept, weight: weigh(example) };
  });
  const { deviations } = standardize(lists.flatMap(({ kept }) => kept.map(({ values }) => values)));
  const total = lists.reduce((sum, { weight }) => sum + weight, 0);
  const weights = deviations.map(() => 0);
  const squares = deviations.map(() => 1e-9);
  for (let round = 0; round < ORDER_ROUNDS; round += 1) {
    const gradient = weights.map((weight) => 2 * ORDER_PENALTY * weight);
    for (const { kept, weight } of lists) {
      const scores = kept.map(({ values }) =>
        values.reduce((sum, value, at) => sum + (value / (deviations[at] ?? 1)) * (weights[at] ?? 0), 0),
      );
      const slopes = softmaxGradient(
        scores,
        kept.map(({ isGold }) => isGold),
      );
      for (const [row, { values }] of kept.entries()) {
        const slope = ((slopes[row]?.first ?? 0) * weight) / total;
        for (const [at, value] of values.entries())
          gradient[at] = (gradient[at] ?? 0) + (slope * value) / (deviations[at] ?? 1);
      }
    }
    // Adagrad (Duchi, Hazan & Singer 2011) gives each input its own step.
    for (const [at, slope] of gradient.entries()) {
      squares[at] = (squares[at] ?? 0) + slope * slope;
      weights[at] = (weights[at] ?? 0) - (ORDER_RATE * slope) / Math.sqrt(squares[at] ?? 1);
    }
  }
  return weights.map((weight, at) => weight / (deviations[at] ?? 1));
}

/** A set weighs in proportion to the square root of its size. */
function weighBySet(examples: readonly ReadExample[]): (example: ReadExample) => number {
  const sizes = countBy(
    examples.filter(({ kind }) => kind === 'answerable'),
    ({ set }) => set,
  );
  return ({ set }) => Math.sqrt(1_000 / (sizes.get(set) ?? 1));
}

/** Within each article, the questions of a kind weigh as much as its answerable ones, times the kind's weight. */
function weighByArticle(examples: readonly ReadExample[]): (example: ReadExample) => number {
  const weighSet = weighBySet(examples);
  const keyOf = ({ set, article }: ReadExample, kind: ExampleKind) => `${set} ${article} ${kind}`;
  const sizes = countBy(examples, (example) => keyOf(example, example.kind));
  return (example) => {
    const share =
      (sizes.get(keyOf(example, 'answerable')) ?? 0) / (sizes.get(keyOf(example, example.kind)) ?? 1);
    return weighSet(example) * KIND_WEIGHTS[example.kind] * Math.min(MAX_KIND_SHARE, share);
  };
}

function countBy<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return counts;
}
