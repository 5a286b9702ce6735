// Renders the learned weights as TypeScript source.
import { FEATURES } from '../../../src/engines/builtin/features/extract-features.js';
import type { Model } from './cross-validate.js';

/** The complete content of `src/engines/builtin/ranking/weights.ts`, with numbers rounded to four digits. */
export function renderWeights({ rank, relevance, confidence, threshold }: Model): string {
  const renderClassifier = ({ bias, trees }: Model['confidence']['present']) =>
    `{ bias: ${short(bias)}, trees: [\n${trees.map(({ features, borders, values }) => `  { features: ${numbers(features)}, borders: ${numbers(borders)}, values: ${numbers(values)} },\n`).join('')}] }`;
  const weights = rank.weights.map((weight, at) => `    ${short(weight)}, // ${FEATURES[at]}\n`).join('');
  return `// The learned weights, written by \`npm run train\`. docs/model-card.md describes the training data.
import type { AnswerabilityModel } from './answerability.js';
import type { LinearRankModel } from './linear-ranker.js';

export const RANK_MODEL: LinearRankModel = {
  weights: [
${weights}  ],
  table: [
${rank.table.map((row) => `    ${numbers(row)},\n`).join('')}  ],
};
/** Platt scaling from a sentence's score to its relevance. */
export const RELEVANCE_CALIBRATION = { scale: ${short(relevance.scale)}, bias: ${short(relevance.bias)} };
export const ANSWERABILITY_MODEL: AnswerabilityModel = {
  present: ${renderClassifier(confidence.present)},
  consistent: ${renderClassifier(confidence.consistent)},
  scale: ${short(confidence.scale)},
  bias: ${short(confidence.bias)},
};
/** Confidence below which the question counts as unanswered. Refuses about 5 % of answerable questions. */
export const ANSWER_THRESHOLD = ${threshold};
`;
}

function numbers(values: readonly number[]): string {
  return `[${values.map(short).join(', ')}]`;
}

function short(value: number): string {
  return String(Number(value.toPrecision(4)));
}
