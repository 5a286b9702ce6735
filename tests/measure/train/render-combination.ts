// Renders the learned combination as TypeScript source, and its results as a table.
import {
  ANSWERABILITY_FEATURES,
  type CombinationModel,
  ORDER_FEATURES,
} from '../../../src/engines/builtin/reader/combine.js';
import { areaUnderRoc, calibrationError, mean, reliability } from '../report/statistics.js';
import type { CombinedPrediction } from './fit-combination.js';
import type { ExampleKind } from './training-example.js';

/** The complete content of `src/engines/builtin/reader/combination-weights.ts`, with numbers rounded to four digits. */
export function renderCombinations(models: Readonly<Record<string, CombinationModel>>): string {
  const header = `// The learned weights, written by \`npm run train:combination\`. docs/model-card.md describes the training data.
import type { CombinationModel } from './combine.js';
`;
  return [header, ...Object.entries(models).map(([name, model]) => renderCombination(name, model))].join(
    '\n',
  );
}

function renderCombination(
  name: string,
  { order, relevance, answerability, threshold }: CombinationModel,
): string {
  const list = (weights: readonly number[], names: readonly string[], indent: string) =>
    weights.map((weight, at) => `${indent}${short(weight)}, // ${names[at]}\n`).join('');
  return `export const ${name}: CombinationModel = {
  order: [
${list(order, ORDER_FEATURES, '    ')}  ],
  relevance: { scale: ${short(relevance.scale)}, bias: ${short(relevance.bias)} },
  answerability: {
    weights: [
${list(answerability.weights, ANSWERABILITY_FEATURES, '      ')}    ],
    bias: ${short(answerability.bias)},
  },
  threshold: ${threshold},
};
`;
}

/** Prints a row per set: the ranker alone against the combination, answerability, refusals and calibration. */
export function printCombination(
  heading: string,
  all: readonly CombinedPrediction[],
  threshold: number,
): void {
  const head = [
    'set',
    'questions',
    'ranker alone: first sentence',
    'with reader: first sentence',
    'first three',
    'AUROC unanswerable: ranker alone',
    'with reader',
    'misleading',
    'foreign',
    'removed',
    'refused: answerable',
    'unanswerable',
    'ECE',
  ];
  console.log(`\n${heading}\n| ${head.join(' | ')} |\n|${'---|'.repeat(head.length)}`);
  for (const set of new Set(all.map(({ example }) => example.set))) {
    const of = all.filter(({ example }) => example.set === set);
    const ofKind = (kind: ExampleKind) => of.filter(({ example }) => example.kind === kind);
    const answerable = ofKind('answerable');
    const share = (some: readonly CombinedPrediction[], is: (one: CombinedPrediction) => boolean) =>
      mean(some.map((one) => (is(one) ? 1 : 0)));
    const against = (kind: ExampleKind, read = ({ confidence }: CombinedPrediction): number => confidence) =>
      areaUnderRoc(answerable.map(read), ofKind(kind).map(read));
    const isRefused = ({ confidence }: CombinedPrediction) => confidence < threshold;
    const bins = reliability(
      of.map(({ confidence, example }) => ({ confidence, isTrue: example.kind === 'answerable' })),
    );
    const figures = [
      share(answerable, ({ isRankerRight }) => isRankerRight),
      share(answerable, ({ isRight }) => isRight),
      share(answerable, ({ isRightInThree }) => isRightInThree),
      against('unanswerable', ({ example }) => example.ranking.confidence),
      ...(['unanswerable', 'misleading', 'foreign', 'removed'] as const).map((kind) => against(kind)),
      share(answerable, isRefused),
      share(ofKind('unanswerable'), isRefused),
      calibrationError(bins),
    ];
    const cells = figures.map((figure) => (Number.isNaN(figure) ? '–' : figure.toFixed(3)));
    console.log(`| ${[set, answerable.length, ...cells].join(' | ')} |`);
  }
}

function short(value: number): string {
  return String(Number(value.toPrecision(4)));
}
