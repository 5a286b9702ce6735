// Trains the built-in engine's models with cross-validation: ranker, relevance calibration, answerability
// classifier and threshold.
import {
  type AnswerabilityModel,
  predictAnswerability,
  readAnswerabilityFeatures,
} from '../../../src/engines/builtin/ranking/answerability.js';
import {
  type LinearRankModel,
  rankParagraphs,
  scoreCandidates,
} from '../../../src/engines/builtin/ranking/linear-ranker.js';
import { findThreshold } from './find-threshold.js';
import { fitAnswerability } from './fit-answerability.js';
import { fitLinearRanker } from './fit-linear-ranker.js';
import { fitPlatt } from './platt-scaling.js';
import { type Example, type ExampleWeight, type Ranked, weighBySet } from './training-example.js';

/** Everything that is learned. */
export interface Model {
  readonly rank: LinearRankModel;
  readonly relevance: { readonly scale: number; readonly bias: number };
  readonly confidence: AnswerabilityModel;
  readonly threshold: number;
}

/** Accepted share of answerable questions that are refused. */
const MAX_WRONG_REFUSALS = 0.05;

/** A model's prediction for an example. */
export interface Prediction {
  readonly example: Example;
  /** Best first. */
  readonly ranked: Ranked['ranked'];
  readonly isRight: boolean;
  readonly isRightInThree: boolean;
  readonly isRightParagraph: boolean;
  readonly confidence: number;
}

/** The final model, and out-of-fold predictions for all examples. */
export interface CrossValidation {
  readonly model: Model;
  readonly predictions: readonly Prediction[];
}

/** @param folds number of folds, matching the examples' `fold` */
export function crossValidate(
  examples: readonly Example[],
  folds: number,
  onProgress: (step: string) => void,
): CrossValidation {
  const weigh = weighBySet(examples.filter(({ kind }) => kind === 'answerable'));
  // The classifier is trained on out-of-fold scores, because in production the ranker hasn't seen the
  // question either.
  const parts = Array.from({ length: folds }, (_, part) => {
    const rank = fitRanker(
      examples.filter(({ fold }) => fold !== part),
      weigh,
    );
    onProgress(`ranker without part ${part + 1} of ${folds}`);
    return examples
      .filter(({ fold }) => fold === part)
      .map((example) => ({ example, ranked: scoreCandidates(example.candidates, example.type, rank) }));
  });
  const predictions = parts.flatMap((part) => {
    const confidence = fitAnswerability(parts.flatMap((other) => (other === part ? [] : other)));
    return part.map((one) => predictRanked(one, confidence));
  });
  onProgress('judgement, out of fold');
  const rank = fitRanker(examples, weigh);
  const all = parts.flat();
  const model = {
    rank,
    relevance: fitRelevance(all),
    confidence: fitAnswerability(all),
    threshold: findThreshold(predictions, MAX_WRONG_REFUSALS),
  };
  return { model, predictions };
}

export function predictExample(
  example: Example,
  { rank, confidence }: Pick<Model, 'rank' | 'confidence'>,
): Prediction {
  return predictRanked(
    { example, ranked: scoreCandidates(example.candidates, example.type, rank) },
    confidence,
  );
}

function fitRanker(examples: readonly Example[], weigh: ExampleWeight): LinearRankModel {
  const usable = examples.filter(
    ({ kind, candidates }) => kind === 'answerable' && candidates.some(({ isGold }) => isGold),
  );
  return fitLinearRanker(usable, weigh);
}

/** Calibrates how likely a sentence with a given score contains the answer. */
function fitRelevance(parts: readonly Ranked[]): Model['relevance'] {
  return fitPlatt(
    parts
      .filter(({ example }) => example.kind === 'answerable')
      .flatMap(({ ranked }) =>
        ranked.slice(0, 10).map(({ candidate, score }) => ({ score, isRight: candidate.isGold, weight: 1 })),
      ),
  );
}

function predictRanked({ example, ranked }: Ranked, confidence: AnswerabilityModel): Prediction {
  const [best] = ranked;
  return {
    ...{ example, ranked },
    isRight: best?.candidate.isGold ?? false,
    isRightInThree: ranked.slice(0, 3).some(({ candidate }) => candidate.isGold),
    isRightParagraph: ranked[rankParagraphs(ranked)[0] ?? -1]?.candidate.isInGoldParagraph ?? false,
    confidence: best
      ? predictAnswerability(
          readAnswerabilityFeatures(ranked, example.type, example.questionValues),
          confidence,
        )
      : 0,
  };
}
