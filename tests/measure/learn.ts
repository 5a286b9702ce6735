// Learns the built-in engine's models from examples: ranker, relevance, judgement and threshold, cross-validated.
import {
  type ConfidenceModel,
  judge,
  logistic,
  readConfidenceFeatures,
} from '../../src/engines/builtin/confidence.js';
import { orderParagraphs, type RankModel, scoreAll } from '../../src/engines/builtin/scoring.js';
import { type Example, type Ranked, type Weigh, weighBySet } from './example.js';
import { fitConfidence } from './fit-confidence.js';
import { fitLine } from './fit-line.js';
import { percentile } from './statistics.js';

/** All that is learned. */
export interface Model {
  readonly rank: RankModel;
  readonly relevance: { readonly scale: number; readonly bias: number };
  readonly confidence: ConfidenceModel;
  readonly threshold: number;
}

const NEWTON_ROUNDS = 12;
/** Share of answerable questions that may be refused wrongly. */
const WRONGLY_REFUSED = 0.05;

/** What a model makes of an example. */
export interface Judged {
  readonly example: Example;
  readonly isRight: boolean;
  readonly isRightInThree: boolean;
  readonly isRightParagraph: boolean;
  readonly confidence: number;
}

/** What cross-validation gives: a model, and what models that never saw them make of the examples. */
export interface Fitted {
  readonly model: Model;
  readonly judged: readonly Judged[];
}

/** @param folds how many parts are left out in turn, by the examples' `fold` */
export function learn(
  examples: readonly Example[],
  folds: number,
  onProgress: (step: string) => void,
): Fitted {
  const weigh = weighBySet(examples.filter(({ kind }) => kind === 'answerable'));
  // The judgement learns from scores as they will be: of a ranker that never saw the question.
  const parts = Array.from({ length: folds }, (_, part) => {
    const rank = fitRanker(
      examples.filter(({ fold }) => fold !== part),
      weigh,
    );
    onProgress(`ranker without part ${part + 1} of ${folds}`);
    return examples
      .filter(({ fold }) => fold === part)
      .map((example) => ({ example, ranked: scoreAll(example.candidates, example.type, rank) }));
  });
  const judged = parts.flatMap((part) => {
    const confidence = fitConfidence(parts.flatMap((other) => (other === part ? [] : other)));
    return part.map((one) => judgeRanked(one, confidence));
  });
  onProgress('judgement, out of fold');
  const rank = fitRanker(examples, weigh);
  const all = parts.flat();
  const model = {
    rank,
    relevance: fitRelevance(all),
    confidence: fitConfidence(all),
    threshold: findThreshold(judged),
  };
  return { model, judged };
}

export function judgeExample(example: Example, { rank, confidence }: Model): Judged {
  return judgeRanked({ example, ranked: scoreAll(example.candidates, example.type, rank) }, confidence);
}

function fitRanker(examples: readonly Example[], weigh: Weigh): RankModel {
  const usable = examples.filter(
    ({ kind, candidates }) => kind === 'answerable' && candidates.some(({ isGold }) => isGold),
  );
  return fitLine(usable, weigh);
}

/** Platt's scaling (1999): how likely a sentence of this score holds the answer. */
function fitRelevance(parts: readonly Ranked[]): Model['relevance'] {
  const rows = parts
    .filter(({ example }) => example.kind === 'answerable')
    .flatMap(({ ranked }) =>
      ranked.slice(0, 10).map(({ candidate, score }) => ({ score, target: candidate.isGold ? 1 : 0 })),
    );
  let scale = 0;
  let bias = 0;
  // Newton's method: scores may lie anywhere.
  for (let round = 0; round < NEWTON_ROUNDS; round += 1) {
    const [slope, offset, curve, cross, level] = [0, 0, 0, 0, 0].map((_, at) =>
      rows.reduce((sum, { score, target }) => {
        const likely = logistic(scale * score + bias);
        const error = likely - target;
        const spread = likely * (1 - likely);
        return sum + ([error * score, error, spread * score * score, spread * score, spread][at] ?? 0);
      }, 0),
    ) as [number, number, number, number, number];
    const determinant = curve * level - cross * cross + 1e-9;
    scale -= (level * slope - cross * offset) / determinant;
    bias -= (curve * offset - cross * slope) / determinant;
  }
  return { scale: Number(scale.toPrecision(4)), bias: Number(bias.toPrecision(4)) };
}

function judgeRanked({ example, ranked }: Ranked, confidence: ConfidenceModel): Judged {
  const [best] = ranked;
  return {
    example,
    isRight: best?.candidate.isGold ?? false,
    isRightInThree: ranked.slice(0, 3).some(({ candidate }) => candidate.isGold),
    isRightParagraph: ranked[orderParagraphs(ranked)[0] ?? -1]?.candidate.isInGoldParagraph ?? false,
    confidence: best
      ? judge(readConfidenceFeatures(ranked, example.type, example.questionValues), confidence)
      : 0,
  };
}

/** The highest threshold at which, over sets that count alike, no more than {@link WRONGLY_REFUSED} are refused. */
function findThreshold(judged: readonly Judged[]): number {
  const bySet = new Map<string, number[]>();
  for (const { example, confidence } of judged)
    if (example.kind === 'answerable')
      bySet.set(example.set, [...(bySet.get(example.set) ?? []), confidence]);
  const levels = [...bySet.values()].map((confidences) => percentile(confidences, WRONGLY_REFUSED));
  return Math.round((levels.reduce((sum, level) => sum + level, 0) / levels.length) * 1_000) / 1_000;
}
